import CryptoExtras
import Foundation
import Values

/// The hash of a password with everything that is needed to compare another one with it.
package struct PasswordHash: Hashable, Sendable {
    package let parameters: ScryptParameters
    let salt: [UInt8]
    let key: [UInt8]

    private static let saltSize = 16
    private static let keySize = 32

    /// Hashes a password with a salt of its own. Takes long and blocks its thread: only ``PasswordHasher`` calls it.
    init(_ password: NormalizedPassword, _ parameters: ScryptParameters, salt: [UInt8] = Self.newSalt()) throws {
        self.parameters = parameters
        self.salt = salt
        key = try Self.derive(password, parameters, salt: salt)
    }

    /// Reads ``text``; nil for anything else.
    package init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        let numbers = parts[2].split(separator: ",", omittingEmptySubsequences: false).map { $0.split(separator: "=") }
        guard numbers.map(\.first) == ["ln", "r", "p"], let cost = numbers[0].last.flatMap({ Int($0) }),
            let blockSize = numbers[1].last.flatMap({ Int($0) }), let parallelism = numbers[2].last.flatMap({ Int($0) }),
            let parameters = ScryptParameters(storedCost: cost, blockSize: blockSize, parallelism: parallelism),
            let salt = [UInt8](hexadecimal: parts[3]), let key = [UInt8](hexadecimal: parts[4]),
            salt.count == Self.saltSize, key.count == Self.keySize
        else { return nil }
        self.parameters = parameters
        self.salt = salt
        self.key = key
    }

    /// As it is stored: `$scrypt$ln=15,r=8,p=3$` with salt and key in hexadecimal digits.
    package var text: String {
        let numbers = "ln=\(parameters.cost),r=\(parameters.blockSize),p=\(parameters.parallelism)"
        return "$scrypt$\(numbers)$\(salt.hexadecimal)$\(key.hexadecimal)"
    }

    /// Whether it is the hash of that password. Takes as long as hashing does, and as long for a wrong password as for the right one.
    func matches(_ password: NormalizedPassword) throws -> Bool {
        let other = try Self.derive(password, parameters, salt: salt)
        return zip(key, other).reduce(UInt8(key.count == other.count ? 0 : 1)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(_ password: NormalizedPassword, _ parameters: ScryptParameters, salt: [UInt8]) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.text.utf8), salt: salt, outputByteCount: keySize, rounds: parameters.rounds,
            blockSize: parameters.blockSize, parallelism: parameters.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }

    private static func newSalt() -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return (0..<saltSize).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }
}
