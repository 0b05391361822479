package import Crypto
package import CryptoExtras
import Foundation

/// A key of the test's provider. It signs by itself and not through the library that is under test.
package enum TestSigningKey: Sendable {
    case elliptic(P256.Signing.PrivateKey, id: String)
    case rsa(_RSA.Signing.PrivateKey, id: String)

    /// A new one, for ES256.
    package static func new(_ id: String) -> TestSigningKey { .elliptic(P256.Signing.PrivateKey(), id: id) }

    /// A new one, for RS256.
    package static func newRSA(_ id: String) throws -> TestSigningKey { .rsa(try _RSA.Signing.PrivateKey(keySize: .bits2048), id: id) }

    package var id: String {
        switch self {
        case .elliptic(_, let id), .rsa(_, let id): id
        }
    }

    package var algorithm: String {
        switch self {
        case .elliptic: "ES256"
        case .rsa: "RS256"
        }
    }

    func sign(_ text: String) throws -> Data {
        switch self {
        case .elliptic(let key, _): try key.signature(for: Data(text.utf8)).rawRepresentation
        case .rsa(let key, _): try key.signature(for: SHA256.hash(data: Data(text.utf8)), padding: .insecurePKCS1v1_5).rawRepresentation
        }
    }

    /// The public half as RFC 7517 writes it.
    func published() throws -> [String: String] {
        switch self {
        case .elliptic(let key, let id):
            let point = key.publicKey.rawRepresentation
            return [
                "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": id, "x": base64URL(point.prefix(32)),
                "y": base64URL(point.suffix(32)),
            ]
        case .rsa(let key, let id):
            let numbers = try key.publicKey.getKeyPrimitives()
            return ["kty": "RSA", "use": "sig", "kid": id, "n": base64URL(numbers.modulus), "e": base64URL(numbers.publicExponent)]
        }
    }
}

/// RFC 4648 §5 without padding.
func base64URL(_ bytes: some DataProtocol) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}
