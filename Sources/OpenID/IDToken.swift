import Foundation
import JWTKit

/// What stands before a token's claims.
struct TokenHeader: Decodable, Sendable {
    let alg: String
    let kid: String?
    let typ: String?
    /// What a reader must understand; nothing is understood.
    let crit: [String]?

    /// - Throws: ``TokenFault/malformed``, ``TokenFault/algorithm``.
    init(ofToken token: String) throws(TokenFault) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ Base64URL.decode($0) != nil }), let bytes = Base64URL.decode(parts[0]),
            let header = try? JSONDecoder().decode(TokenHeader.self, from: Data(bytes))
        else { throw .malformed }
        // A token of another purpose, such as one for access or for signing out, names it here.
        guard header.crit == nil, header.typ.map({ $0.uppercased() == "JWT" }) ?? true else { throw .malformed }
        guard SigningKeys.believes(header.alg) else { throw .algorithm }
        self = header
    }
}

/// The claims of an ID token (OpenID Connect Core 1.0 §2).
struct IDTokenClaims: JWTPayload {
    let iss: String
    let sub: String
    let aud: Audience
    let exp: Double
    let iat: Double
    let nbf: Double?
    let nonce: String?
    let azp: String?
    let acr: String?
    let amr: [String]?
    let auth_time: Double?

    /// What the claims must say depends on the request; ``IDTokenRules`` asks for it.
    func verify(using algorithm: some JWTAlgorithm) {}

    /// One name, or a list of them.
    struct Audience: Codable, Sendable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            names = try (try? [value.decode(String.self)]) ?? value.decode([String].self)
        }

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            try value.encode(names)
        }
    }
}
