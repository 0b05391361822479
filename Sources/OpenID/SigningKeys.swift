import Foundation
import JWTKit

/// The keys by which a provider signs now (RFC 7517).
struct SigningKeys: Sendable {
    /// One of them, with what it may be used for.
    private struct Key: Sendable {
        let key: JWK
        /// `sig`, `enc`, or nothing.
        let use: String?
    }

    /// The algorithms that are believed, with the kind of key of each. None is a shared secret, none is no signature at all.
    private static let kinds: [String: JWK.KeyType] = [
        "RS256": .rsa, "PS256": .rsa, "ES256": .ecdsa, "ES384": .ecdsa, "EdDSA": .octetKeyPair,
    ]

    private let keys: [Key]

    /// Reads a set of keys. Those of a kind that nothing is known of are left out: a provider may have them for others.
    ///
    /// - Throws: ``OpenIDFault/answer`` for what is no set of keys.
    init(_ document: Data) throws(OpenIDFault) {
        guard let list = try? JSONDecoder().decode(List.self, from: document) else { throw .answer }
        keys = list.keys.compactMap(\.key)
    }

    /// Whether an algorithm is one of those that are believed.
    static func believes(_ algorithm: String) -> Bool { kinds[algorithm] != nil }

    /// The keys that a token may be signed by: the one that it names, or where it names none those that fit its algorithm.
    func fitting(_ header: TokenHeader) -> [JWK] {
        keys.filter { key in
            key.use ?? "sig" == "sig" && key.key.keyType == Self.kinds[header.alg]
                && (key.key.algorithm.map { $0.rawValue == header.alg } ?? true)
                && (header.kid.map { $0 == key.key.keyIdentifier?.string } ?? true)
        }.map { key in
            // The key is used for this one algorithm and nothing else that the token might say.
            var fitting = key.key
            fitting.algorithm = JWK.Algorithm(rawValue: header.alg)
            fitting.keyIdentifier = JWKIdentifier(string: "one")
            fitting.privateExponent = nil
            return fitting
        }
    }

    private struct List: Decodable {
        let keys: [Entry]
    }

    /// A key, or something else that is passed over.
    private struct Entry: Decodable {
        let key: Key?

        private enum CodingKeys: String, CodingKey {
            case use
        }

        init(from decoder: any Decoder) throws {
            let use = try? decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(String.self, forKey: .use)
            key = (try? JWK(from: decoder)).map { Key(key: $0, use: use) }
        }
    }
}
