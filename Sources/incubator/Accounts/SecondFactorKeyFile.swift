import Foundation
import Values
import Workflow

/// The file with the key under which seeds of second factors are encrypted. Whoever loses it must invite everybody anew who has one.
struct SecondFactorKeyFile {
    private let file: SecretFile

    /// The one that `INCUBATOR_ACCOUNT_KEY` names, else `.local/second-factor.key`.
    init() {
        let named = ProcessInfo.processInfo.environment["INCUBATOR_ACCOUNT_KEY"].flatMap { $0.isEmpty ? nil : $0 }
        file = SecretFile(path: named ?? ".local/second-factor.key")
    }

    /// The key, which is made when there is none.
    func readOrMake() throws -> SeedSeal {
        if let bytes = try file.read() {
            guard let seal = SeedSeal(bytes: bytes) else {
                throw file.refusal(BilingualText(zh: "不是第二重验证的密钥。", en: "it is no key for second factors."))
            }
            return seal
        }
        let seal = SeedSeal()
        try file.make(seal.bytes)
        Terminal.complain(
            BilingualText(
                zh: "已生成第二重验证的密钥 \(file.path)，请另行备份。",
                en: "Made the key for second factors at \(file.path); keep a copy elsewhere."))
        return seal
    }
}
