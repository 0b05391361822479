import Foundation
import Values

/// A secret in a file, in hexadecimal digits. Nobody but its owner may read it.
struct SecretFile {
    let path: String

    /// Why the file cannot be used, as the end of a sentence.
    struct Fault: Error {
        let reason: BilingualText
    }

    /// The secret; nil when there is no file.
    ///
    /// - Throws: what the command ends with.
    func read() throws -> [UInt8]? {
        do throws(Fault) {
            return try contents()
        } catch {
            throw refusal(error.reason)
        }
    }

    /// Writes a new secret where there is no file yet.
    ///
    /// - Throws: what the command ends with.
    func make(_ bytes: [UInt8]) throws {
        do throws(Fault) {
            guard try create(bytes) else { throw Fault(reason: BilingualText(zh: "文件已存在。", en: "it is there already.")) }
        } catch {
            throw refusal(error.reason)
        }
    }

    /// The secret; nil when there is no file.
    func contents() throws(Fault) -> [UInt8]? {
        guard let text = try text() else { return nil }
        guard let bytes = [UInt8](hexadecimal: text.filter { !$0.isWhitespace }) else {
            throw Fault(reason: BilingualText(zh: "内容不是密钥。", en: "it holds no key."))
        }
        return bytes
    }

    /// What the file holds, as text; nil when there is none.
    func text() throws(Fault) -> String? {
        guard let permissions = try permissions() else { return nil }
        if permissions & 0o077 != 0 {
            throw Fault(reason: BilingualText(zh: "其他用户可以读取；请先执行 chmod 600。", en: "others may read it; run chmod 600 on it first."))
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw Self.unreadable }
        return String(decoding: data, as: UTF8.self)
    }

    /// Who may read and write the file, or the one that a link leads to; nil when there is none.
    private func permissions() throws(Fault) -> Int? {
        let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: target)
            guard let permissions = attributes[.posixPermissions] as? NSNumber else { throw Self.unreadable }
            return permissions.intValue
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
            return nil
        } catch {
            throw Self.unreadable
        }
    }

    private static var unreadable: Fault { Fault(reason: BilingualText(zh: "不能读取。", en: "it cannot be read.")) }

    /// Writes a new secret, whole and on the disk before it has its name, so that nobody reads half of it.
    ///
    /// - Returns: false when somebody else has made the file first.
    func create(_ bytes: [UInt8]) throws(Fault) -> Bool {
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let building = "\(path).\(getpid())"
        let descriptor = open(building, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Fault(reason: OutputFault.reason(errno)) }
        defer {
            close(descriptor)
            unlink(building)
        }
        do throws(OutputFault) {
            try FileOutput(descriptor: descriptor, path: building).write(Array((bytes.hexadecimal + "\n").utf8))
        } catch {
            throw Fault(reason: error.words)
        }
        guard fsync(descriptor) == 0 else { throw Fault(reason: OutputFault.reason(errno)) }
        if link(building, path) == 0 { return true }
        guard errno == EEXIST else { throw Fault(reason: OutputFault.reason(errno)) }
        return false
    }

    /// Says why the file cannot be used.
    ///
    /// - Returns: what the command throws.
    func refusal(_ reason: BilingualText) -> ExitStatus {
        Terminal.complain(
            BilingualText(zh: "不能使用密钥文件 \(path)：\(reason.zh)", en: "The key file \(path) cannot be used: \(reason.en)"))
        return .refused
    }
}
