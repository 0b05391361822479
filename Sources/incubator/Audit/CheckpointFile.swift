import Foundation
import Values
import Workflow

/// A checkpoint in a file.
struct CheckpointFile {
    let path: String

    /// Reads a checkpoint and makes sure that the right key signed it.
    ///
    /// - Parameters:
    ///   - signer: the public key that must have, in hexadecimal digits.
    ///   - key: the key file, whose key must have when no signer is named.
    func read(signer: String?, key: CheckpointKeyFile) throws -> AuditCheckpoint {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw refusal(BilingualText(zh: "不能读取。", en: "it cannot be read."))
        }
        let checkpoint: AuditCheckpoint
        do throws(AuditCheckpointFault) {
            checkpoint = try AuditCheckpoint(text: String(decoding: data, as: UTF8.self))
        } catch {
            throw refusal(error.words)
        }
        let trusted = try signer ?? key.read()?.publicKey.hexadecimal
        if let trusted, trusted.lowercased() != checkpoint.publicKey.hexadecimal {
            throw refusal(BilingualText(zh: "签名所用的是另一把密钥。", en: "another key has signed it."))
        }
        if trusted == nil {
            let name = checkpoint.publicKey.hexadecimal
            Terminal.complain(
                BilingualText(
                    zh: "检查点由此处不认识的密钥 \(name) 签名；请与保管的公钥核对。",
                    en: "The checkpoint is signed by a key that is not known here, \(name); compare it with the one you keep."))
        }
        return checkpoint
    }

    private func refusal(_ reason: BilingualText) -> ExitStatus {
        Terminal.complain(
            BilingualText(zh: "不能使用检查点 \(path)：\(reason.zh)", en: "The checkpoint \(path) cannot be used: \(reason.en)"))
        return .refused
    }
}

extension AuditCheckpointFault {
    var words: BilingualText {
        switch self {
        case .unreadable: BilingualText(zh: "不是检查点，或不完整。", en: "it is no checkpoint, or a part of one.")
        case .signatureWrong: BilingualText(zh: "签名不符，文件已被改动。", en: "its signature is wrong; the file was changed.")
        }
    }
}
