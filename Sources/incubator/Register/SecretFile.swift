import Foundation
import Values

/// A secret in a file, in hexadecimal digits. Nobody but its owner may read it.
struct SecretFile {
    let path: String

    /// The secret; nil when there is no file.
    func read() throws -> [UInt8]? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw refusal(OutputFault.reason(errno))
        }
        if status.st_mode & 0o077 != 0 {
            throw refusal(BilingualText(zh: "其他用户可以读取；请先执行 chmod 600。", en: "others may read it; run chmod 600 on it first."))
        }
        guard let data = FileManager.default.contents(atPath: path),
            let bytes = [UInt8](hexadecimal: String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace })
        else { throw refusal(BilingualText(zh: "内容不是密钥。", en: "it holds no key.")) }
        return bytes
    }

    /// Writes a new secret where there is no file yet.
    func make(_ bytes: [UInt8]) throws {
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw refusal(OutputFault.reason(errno)) }
        defer { close(descriptor) }
        try FileOutput(descriptor: descriptor, path: path).write(Array((bytes.hexadecimal + "\n").utf8))
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
