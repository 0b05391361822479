import Crypto
import Store

/// The key under which seeds of second factors are encrypted in the database, so that a copy of the database makes no codes.
package struct SeedSeal: Sendable {
    private let key: SymmetricKey

    /// A new key.
    package init() {
        key = SymmetricKey(size: .bits256)
    }

    /// - Parameter bytes: the 32 bytes of a key; nil for anything else.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// The secret, 32 bytes.
    package var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// Encrypts a seed (AES-256-GCM) so that it can be read for this account only.
    func seal(_ seed: OneTimeSeed, of account: Int64) throws -> [UInt8] {
        let mark: UInt8 = seed.algorithm == .sha1 ? 1 : 2
        let box = try AES.GCM.seal([mark] + seed.bytes, using: key, authenticating: Self.context(account))
        // There is a combined form for nonces of the usual length, which this one has.
        return Array(box.combined ?? box.ciphertext + box.tag)
    }

    /// - Returns: nil for what was encrypted under another key or for another account, or was altered.
    func open(_ sealed: [UInt8], of account: Int64) -> OneTimeSeed? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(box, using: key, authenticating: Self.context(account)), let mark = plain.first
        else { return nil }
        switch mark {
        case 1: return OneTimeSeed(algorithm: .sha1, bytes: Array(plain.dropFirst()))
        case 2: return OneTimeSeed(algorithm: .sha256, bytes: Array(plain.dropFirst()))
        default: return nil
        }
    }

    private static func context(_ account: Int64) -> [UInt8] {
        Array("incubator-second-factor-1 account-\(account)".utf8)
    }
}
