import Crypto
import Values

/// Encrypts what somebody typed while their browser is at the identity provider, under what that browser alone keeps: the register holds the
/// SHA-256 of it and can read nothing (AES-256-GCM).
struct TypedSeal {
    private let key: SymmetricKey
    private static let context = Array("incubator-typed-1".utf8)

    init(of browser: SecretToken) {
        key = SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Self.context, using: SymmetricKey(data: browser.bytes)))
    }

    func seal(_ text: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(Array(text.utf8), using: key)
        // There is a combined form for nonces of the usual length, which this one has.
        return Array(box.combined ?? box.ciphertext + box.tag)
    }

    /// - Returns: nil for what was encrypted for another browser, or was altered.
    func open(_ sealed: [UInt8]) -> String? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed), let plain = try? AES.GCM.open(box, using: key) else { return nil }
        return String(decoding: plain, as: UTF8.self)
    }
}
