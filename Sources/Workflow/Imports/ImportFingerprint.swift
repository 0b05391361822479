import Crypto
import Values

/// What tells one file, or one mapping, from another.
package enum ImportFingerprint {
    /// SHA-256 in hexadecimal digits.
    package static func of(_ bytes: [UInt8]) -> String {
        Array(SHA256.hash(data: bytes)).hexadecimal
    }
}
