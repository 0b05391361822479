import ArgumentParser
import Foundation
import Values
import Workflow

/// Where the key lies that signs checkpoints.
struct CheckpointKeyOption: ParsableArguments {
    @Option(
        help: .words(
            zh: "密钥文件（默认：INCUBATOR_AUDIT_KEY，否则 .local/audit-checkpoint.key）。",
            en: "The key file (default: INCUBATOR_AUDIT_KEY, else .local/audit-checkpoint.key)."), completion: .file())
    var key: String?

    var file: CheckpointKeyFile {
        let named = ProcessInfo.processInfo.environment["INCUBATOR_AUDIT_KEY"].flatMap { $0.isEmpty ? nil : $0 }
        return CheckpointKeyFile(path: key ?? named ?? ".local/audit-checkpoint.key")
    }
}

/// The file with the key that signs checkpoints.
struct CheckpointKeyFile {
    private let file: SecretFile

    init(path: String) {
        file = SecretFile(path: path)
    }

    /// The key; nil when there is no file.
    func read() throws -> AuditSigningKey? {
        guard let bytes = try file.read() else { return nil }
        guard let key = AuditSigningKey(bytes: bytes) else {
            throw file.refusal(BilingualText(zh: "不是检查点密钥。", en: "it is no key for checkpoints."))
        }
        return key
    }

    /// The key, which is made when there is none.
    func readOrMake() throws -> AuditSigningKey {
        if let key = try read() { return key }
        let key = AuditSigningKey()
        try file.make(key.bytes)
        Terminal.complain(
            BilingualText(zh: "已生成检查点密钥 \(file.path)，请妥善保管。", en: "Made the key for checkpoints at \(file.path); keep it safe."))
        return key
    }
}
