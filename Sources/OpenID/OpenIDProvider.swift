import Foundation
import JWTKit
package import Values

/// The provider by which people may sign in (OpenID Connect, authorization code flow with a proof key).
///
/// What it says of itself and its keys are kept for a while; a token of a key that is not among them has the keys read anew, so that the
/// provider may change them whenever it likes.
package actor OpenIDProvider {
    package nonisolated let settings: OpenIDSettings
    private let now: @Sendable () -> Instant
    private let client = ProviderClient()
    private var description: Kept<ProviderDescription>?
    private var keys: Kept<SigningKeys>?

    /// Something that was read, with the moment.
    private struct Kept<Value: Sendable>: Sendable {
        let value: Value
        let moment: Instant

        /// Kept for five minutes: a key that the provider has withdrawn is believed no longer.
        func holds(at now: Instant) -> Bool {
            (0..<300_000_000).contains(now.microsecondsSince1970 &- moment.microsecondsSince1970)
        }
    }

    package init(_ settings: OpenIDSettings, now: @escaping @Sendable () -> Instant) {
        self.settings = settings
        self.now = now
    }

    /// Where a browser goes to sign in.
    ///
    /// The provider is told to ask for a proof that is not older than one that is given here may be.
    /// - Throws: ``OpenIDFault``.
    package func address(for request: AuthorizationRequest) async throws(OpenIDFault) -> String {
        try await describe().authorization.adding([
            ("response_type", "code"), ("client_id", settings.client), ("redirect_uri", settings.returnAddress), ("scope", "openid"),
            ("state", request.state), ("nonce", request.nonce), ("code_challenge", request.codeChallenge),
            ("code_challenge_method", "S256"), ("max_age", String(IDTokenRules.proofAge)),
        ])
    }

    /// Whom the provider vouches for by a code that a browser brought back. Its other tokens are thrown away: nothing is asked there.
    ///
    /// - Throws: ``OpenIDFault``.
    package func identity(byCode code: String, answering request: AuthorizationRequest) async throws(OpenIDFault) -> ProvidedIdentity {
        let token = try await token(forCode: code, verifier: request.codeVerifier)
        let header: TokenHeader
        do throws(TokenFault) { header = try TokenHeader(ofToken: token) } catch { throw .token(error) }
        let keys = try await keys(fitting: header)
        do throws(TokenFault) {
            let claims = try await IDTokenRules.claims(of: token, signedByOneOf: keys)
            return try IDTokenRules(settings: settings, nonce: request.nonce, now: now()).identity(in: claims)
        } catch {
            throw .token(error)
        }
    }

    private func token(forCode code: String, verifier: String) async throws(OpenIDFault) -> String {
        let description = try await describe()
        var form = [
            (name: "grant_type", value: "authorization_code"), ("code", code), ("redirect_uri", settings.returnAddress),
            ("code_verifier", verifier), ("client_id", settings.client),
        ]
        var authorization: String?
        if let secret = settings.secret {
            if description.takesSecretInForm {
                form.append(("client_secret", secret))
            } else {
                // RFC 6749 §2.3.1: both are encoded as in a form first.
                let pair = "\(FormEncoding.encode(settings.client)):\(FormEncoding.encode(secret))"
                authorization = "Basic \(Data(pair.utf8).base64EncodedString())"
            }
        }
        let answer = try await client.post(form, to: description.token, authorization: authorization)
        guard let fields = try? JSONDecoder().decode(TokenAnswer.self, from: answer) else { throw .answer }
        return fields.id_token
    }

    private struct TokenAnswer: Decodable {
        let id_token: String
    }

    private func describe() async throws(OpenIDFault) -> ProviderDescription {
        if let description, description.holds(at: now()) { return description.value }
        let document = try await client.document(at: ProviderDescription.address(of: settings.issuer))
        let read = try ProviderDescription(document, of: settings.issuer)
        description = Kept(value: read, moment: now())
        return read
    }

    /// The keys that may have signed a token; none when the provider has none that fit.
    private func keys(fitting header: TokenHeader) async throws(OpenIDFault) -> [JWK] {
        if let keys, keys.holds(at: now()), case let fitting = keys.value.fitting(header), !fitting.isEmpty { return fitting }
        let document = try await client.document(at: try await describe().keys.text)
        let read = try SigningKeys(document)
        keys = Kept(value: read, moment: now())
        return read.fitting(header)
    }
}
