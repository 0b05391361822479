import Foundation

/// What a provider says of itself (OpenID Connect Discovery 1.0), as far as it is needed.
struct ProviderDescription: Sendable {
    let authorization: ProviderAddress
    let token: ProviderAddress
    let keys: ProviderAddress
    /// Whether the client's secret goes into the form, because the provider takes it nowhere else.
    let takesSecretInForm: Bool

    /// Where an issuer describes itself.
    static func address(of issuer: ProviderAddress) -> String {
        (issuer.text.hasSuffix("/") ? String(issuer.text.dropLast()) : issuer.text) + "/.well-known/openid-configuration"
    }

    /// - Parameter issuer: whom the description must name, letter by letter, so that no provider speaks for another.
    /// - Throws: ``OpenIDFault/description``.
    init(_ document: Data, of issuer: ProviderAddress) throws(OpenIDFault) {
        guard let fields = try? JSONDecoder().decode(Fields.self, from: document), fields.issuer == issuer.text,
            let authorization = ProviderAddress(fields.authorization_endpoint), let token = ProviderAddress(fields.token_endpoint),
            let keys = ProviderAddress(fields.jwks_uri)
        else { throw .description }
        self.authorization = authorization
        self.token = token
        self.keys = keys
        let methods = fields.token_endpoint_auth_methods_supported ?? ["client_secret_basic"]
        takesSecretInForm = methods.contains("client_secret_post") && !methods.contains("client_secret_basic")
    }

    /// The names are the standard's.
    private struct Fields: Decodable {
        let issuer: String
        let authorization_endpoint: String
        let token_endpoint: String
        let jwks_uri: String
        let token_endpoint_auth_methods_supported: [String]?
    }
}
