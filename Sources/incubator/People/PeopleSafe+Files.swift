import Foundation
import Store
import Values
import Workflow

extension PeopleSafe {
    /// The key and the list in files.
    ///
    /// - Parameter directory: the folder with the data, when one was named on the command line.
    static func inFiles(directory: String? = nil) -> PeopleSafe {
        let key = DatabaseSettings.peopleKeyPath(directory: directory)
        let list = ErasureFile.standard
        return PeopleSafe { mayMake in
            try Self.key(at: key, mayMake: mayMake)
        } noting: { erased in
            try list.append(erased)
        }
    }

    private static func key(at path: String, mayMake: Bool) throws -> [UInt8] {
        let file = SecretFile(path: path)
        do throws(SecretFile.Fault) {
            if let key = try file.contents() { return key }
            if mayMake {
                let key = PeopleKeys.newMaster()
                if try file.create(key) {
                    tellOfKey(at: path)
                    return key
                }
                if let key = try file.contents() { return key }
            }
        } catch {
            throw Refusal.peopleKeyUnusable(
                BilingualText(zh: "\(path)：\(error.reason.zh.trimmingSuffix("。"))", en: "\(path): \(error.reason.en.trimmingSuffix("."))"))
        }
        throw Refusal.peopleKeyUnusable(BilingualText(zh: "没有密钥文件 \(path)", en: "there is no key file \(path)"))
    }

    private static func tellOfKey(at path: String) {
        Terminal.complain(
            BilingualText(
                zh: "已生成人员信息密钥 \(path)，请与数据库分开备份；丢失后姓名和联系方式无法恢复。",
                en: "Made the key of people's data at \(path); back it up apart from the database: without it names and contacts are lost.")
        )
    }
}

extension String {
    /// Without an ending, for a clause that is to stand inside a sentence.
    func trimmingSuffix(_ ending: String) -> String {
        hasSuffix(ending) ? String(dropLast(ending.count)) : self
    }
}
