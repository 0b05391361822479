import Crypto
import Values

/// 256 random bits that are handed out once and known to the register by their SHA-256 only: sessions, invitations, API tokens.
package struct SecretToken: Hashable, Sendable {
    let bytes: [UInt8]

    /// A new one.
    package init() {
        var random = SystemRandomNumberGenerator()
        bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    /// Reads ``text``; nil for anything else.
    package init?(text: some StringProtocol) {
        guard let bytes = [UInt8](hexadecimal: text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// - Parameter bytes: 32; nil for any other number.
    init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Whether two are the same, in a time that tells nothing of where they differ.
    package func isEqual(to other: SecretToken) -> Bool {
        zip(bytes, other.bytes).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// 64 hexadecimal digits. A secret: for its bearer's eyes only, never for a log.
    package var text: String { bytes.hexadecimal }

    /// What is stored. So many random bits need no slow hash.
    package var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }
}

extension SecretToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of the secret, in case one ends up in a message.
    package var description: String { "SecretToken" }
    package var debugDescription: String { "SecretToken" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
