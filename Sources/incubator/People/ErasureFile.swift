import Foundation
import Values
import Workflow

/// The list of erased people in a file: a line for each, added before the erasure is committed. It is kept where a restore of the database
/// does not reach, beside the key of the audit checkpoints.
struct ErasureFile {
    let path: String

    /// `INCUBATOR_ERASED_PEOPLE`, else `.local/erased-people`.
    static var standard: ErasureFile {
        ErasureFile(path: DatabaseSettings.setting("INCUBATOR_ERASED_PEOPLE") ?? ".local/erased-people")
    }

    /// Adds a person, and makes sure that the line is on the disk.
    ///
    /// - Throws: `Refusal.erasureListUnusable`.
    func append(_ erased: ErasedPerson) throws {
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw refusal(OutputFault.reason(errno)) }
        defer { close(descriptor) }
        do throws(OutputFault) {
            // Begun anew, should a line before have been cut short.
            try FileOutput(descriptor: descriptor, path: path).write(Array(("\n" + erased.line + "\n").utf8))
        } catch {
            throw refusal(error.words)
        }
        guard fsync(descriptor) == 0 else { throw refusal(OutputFault.reason(errno)) }
    }

    /// Everybody on the list, in its order; nobody when there is no file. A line that was cut short, because the machine stopped before the
    /// erasure was committed, is told of and passed over.
    ///
    /// - Throws: `Refusal.erasureListUnusable`.
    func read() throws -> [ErasedPerson] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw refusal(BilingualText(zh: "不能读取。", en: "it cannot be read."))
        }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            let person = ErasedPerson(line: String(line))
            if person == nil {
                Terminal.complain(
                    BilingualText(zh: "\(path) 中有一行不能识别，已略过。", en: "A line of \(path) says nothing and was passed over."))
            }
            return person
        }
    }

    private func refusal(_ reason: BilingualText) -> Refusal {
        .erasureListUnusable(
            BilingualText(zh: "\(path)：\(reason.zh.trimmingSuffix("。"))", en: "\(path): \(reason.en.trimmingSuffix("."))"))
    }
}
