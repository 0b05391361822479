import HTTPTypes

/// Headers that every answer carries, whatever its status.
enum SecurityHeaders {
    private static let contentTypeOptions = HTTPField.Name("X-Content-Type-Options")
    private static let referrerPolicy = HTTPField.Name("Referrer-Policy")
    private static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")
    private static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")
    /// What the content policy denies by default is named too where OWASP ASVS 5.0 3.4.3 asks for it by name.
    private static let contentPolicy = "default-src 'none'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    /// A year. Browsers believe it only when it comes through TLS, which is the reverse proxy's, so it does no harm without one.
    private static let transportSecurity = "max-age=31536000; includeSubDomains"

    /// Adds what is missing; a page that needs a wider content policy or may be cached has set its own.
    static func add(to headers: inout HTTPFields) {
        set(contentTypeOptions, "nosniff", in: &headers)
        set(referrerPolicy, "no-referrer", in: &headers)
        set(openerPolicy, "same-origin", in: &headers)
        set(resourcePolicy, "same-origin", in: &headers)
        set(.contentSecurityPolicy, contentPolicy, in: &headers)
        set(.strictTransportSecurity, transportSecurity, in: &headers)
        set(.cacheControl, "no-store", in: &headers)
    }

    private static func set(_ name: HTTPField.Name?, _ value: String, in headers: inout HTTPFields) {
        guard let name, !headers.contains(name) else { return }
        headers[name] = value
    }
}
