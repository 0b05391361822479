import ArgumentParser
import Foundation
import Values
import Workflow

/// Where the key lies that signs checkpoints.
struct CheckpointKeyOption: ParsableArguments {
    @Option(help: "The key file (default: INCUBATOR_AUDIT_KEY, else .local/audit-checkpoint.key).", completion: .file())
    var key: String?

    var file: CheckpointKeyFile {
        let named = ProcessInfo.processInfo.environment["INCUBATOR_AUDIT_KEY"].flatMap { $0.isEmpty ? nil : $0 }
        return CheckpointKeyFile(path: key ?? named ?? ".local/audit-checkpoint.key")
    }
}

/// The file with the key that signs checkpoints, in hexadecimal digits. Nobody but its owner may read it.
struct CheckpointKeyFile {
    let path: String

    /// The key; nil when there is no file.
    func read() throws -> AuditSigningKey? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw refusal(OutputFault.reason(errno))
        }
        if status.st_mode & 0o077 != 0 {
            throw refusal(BilingualText(zh: "其他用户可以读取；请先执行 chmod 600。", en: "others may read it; run chmod 600 on it first."))
        }
        guard let data = FileManager.default.contents(atPath: path),
            let bytes = [UInt8](hexadecimal: String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace }),
            let key = AuditSigningKey(bytes: bytes)
        else { throw refusal(BilingualText(zh: "不是检查点密钥。", en: "it is no key for checkpoints.")) }
        return key
    }

    /// The key, which is made when there is none.
    func readOrMake() throws -> AuditSigningKey {
        if let key = try read() { return key }
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw refusal(OutputFault.reason(errno)) }
        let key = AuditSigningKey()
        defer { close(descriptor) }
        try FileOutput(descriptor: descriptor, path: path).write(Array((key.bytes.hexadecimal + "\n").utf8))
        Terminal.complain(
            BilingualText(zh: "已生成检查点密钥 \(path)，请妥善保管。", en: "Made the key for checkpoints at \(path); keep it safe."))
        return key
    }

    private func refusal(_ reason: BilingualText) -> ExitStatus {
        Terminal.complain(
            BilingualText(zh: "不能使用密钥文件 \(path)：\(reason.zh)", en: "The key file \(path) cannot be used: \(reason.en)"))
        return .refused
    }
}
