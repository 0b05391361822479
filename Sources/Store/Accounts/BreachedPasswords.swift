import Crypto
import EmbeddedFiles

/// Passwords that are known from breaches and long enough to be chosen here, by the beginnings of their hashes.
///
/// Of other passwords one in ten thousand million is taken for one of them by chance.
package struct BreachedPasswords: Sendable {
    /// How many hexadecimal digits of a hash are kept.
    private static let digits = 12

    private let beginnings: Set<UInt64>

    /// The list that was compiled in: hashes with blanks between them; lines that begin with `#` are remarks.
    package static let standard = BreachedPasswords(text: EmbeddedFile.named("reference/passwords/breached.txt")?.text ?? "")

    package init(text: String) {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
        beginnings = Set(lines.flatMap { $0.split(separator: " ") }.compactMap { UInt64($0, radix: 16) })
    }

    /// How many there are.
    package var count: Int { beginnings.count }

    /// - Parameter password: in lower case.
    package func contains(_ password: String) -> Bool {
        let hash = SHA256.hash(data: Array(password.utf8))
        return beginnings.contains(hash.prefix(Self.digits / 2).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
