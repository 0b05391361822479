import JWTKit
import Values

/// Whom a provider vouches for.
package struct ProvidedIdentity: Hashable, Sendable {
    /// The provider, by its own name.
    package let issuer: String
    /// The person; never given to anybody else there.
    package let subject: String
    /// Whether the provider asked for a second factor, as far as its word is taken for that.
    package let isTwoFactor: Bool

    package init(issuer: String, subject: String, isTwoFactor: Bool) {
        self.issuer = issuer
        self.subject = subject
        self.isTwoFactor = isTwoFactor
    }
}

/// What must be true of an ID token before anything in it is believed.
///
/// Source: OpenID Connect Core 1.0 §3.1.3.7; OWASP ASVS 5.0 V9, V10.5.
struct IDTokenRules: Sendable {
    /// Clocks differ by no more.
    static let leeway: Int64 = 60
    /// How long ago a token may have been made.
    static let age: Int64 = 600
    /// How long ago the person may have proved to the provider who they are, in seconds: as long as a proof given here counts.
    static let proofAge: Int64 = 600

    let settings: OpenIDSettings
    /// Of the request that the token answers.
    let nonce: String
    let now: Instant

    /// The claims of a token that one of the keys has signed.
    ///
    /// - Throws: ``TokenFault/key`` without any key, ``TokenFault/signature``.
    static func claims(of token: String, signedByOneOf keys: [JWK]) async throws(TokenFault) -> IDTokenClaims {
        if keys.isEmpty { throw .key }
        for key in keys {
            if let collection = try? await JWTKeyCollection().add(jwk: key),
                let claims = try? await collection.verify(token, as: IDTokenClaims.self)
            {
                return claims
            }
        }
        throw .signature
    }

    /// - Throws: ``TokenFault`` for the first claim that does not hold.
    func identity(in claims: IDTokenClaims) throws(TokenFault) -> ProvidedIdentity {
        guard claims.iss == settings.issuer.text else { throw .issuer }
        guard claims.aud.names.contains(settings.client), claims.azp ?? settings.client == settings.client,
            claims.aud.names.count == 1 || claims.azp != nil
        else { throw .audience }
        guard seconds(claims.exp) > -Self.leeway, claims.nbf.map({ seconds($0) <= Self.leeway }) ?? true else { throw .expired }
        guard (-Self.age - Self.leeway...Self.leeway).contains(seconds(claims.iat)) else { throw .issuedAt }
        guard claims.nonce == nonce else { throw .nonce }
        guard (1...255).contains(claims.sub.utf8.count), claims.sub.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw .subject
        }
        guard let moment = claims.auth_time, (-Self.proofAge - Self.leeway...Self.leeway).contains(seconds(moment)) else {
            throw .signedInAt
        }
        let strengths = Set((claims.amr ?? []) + (claims.acr.map { [$0] } ?? []))
        return ProvidedIdentity(
            issuer: claims.iss, subject: claims.sub, isTwoFactor: !strengths.isDisjoint(with: settings.secondFactorValues))
    }

    /// Whole seconds from now to a moment of the token; negative for one that is over.
    private func seconds(_ moment: Double) -> Int64 {
        // Beyond these bounds it is no moment of this or the next century, and would not fit.
        guard moment > -1e11, moment < 1e11 else { return moment > 0 ? 100_000_000_000 : -100_000_000_000 }
        return Int64(moment) - now.microsecondsSince1970 / 1_000_000
    }
}
