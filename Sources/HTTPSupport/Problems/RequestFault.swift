package import HTTPTypes

/// Everything that is refused before a use case is asked: a closed set, each with a stable name and words in both languages.
package enum RequestFault: Error, Hashable, Sendable {
    /// Not HTTP.
    case malformedRequest
    case headersTooLarge
    /// The request did not come in completely in time.
    case tooSlow
    case bodyTooLarge(limit: Int)
    /// What the client said the body is; nil when it said nothing.
    case contentType(String?)
    case json(JSONFault)
    /// The client takes none of the media types that the answer exists in.
    case notAcceptable(String)
    case noSuchPath(String)
    case methodNotAllowed(String, allowed: [String])
    /// The request was meant for another host, so some other site may have sent it through a visitor's browser.
    case foreignHost(String)
    /// A form that another site sent through a visitor's browser, or that does not say where it comes from.
    case foreignOrigin
    /// A request by a browser's session without the session's token against forgery.
    case forgedForm
    case badQuery(String)
    /// More requests or connections than the service takes on at once.
    case busy
    /// More requests than one address may send without having signed in.
    case tooMany(seconds: Int)
    case unexpected

    package var status: HTTPResponse.Status {
        switch self {
        case .malformedRequest, .json, .badQuery: .badRequest
        case .headersTooLarge: .requestHeaderFieldsTooLarge
        case .tooSlow: .requestTimeout
        case .bodyTooLarge: .contentTooLarge
        case .contentType: .unsupportedMediaType
        case .notAcceptable: .notAcceptable
        case .noSuchPath: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .foreignHost: .misdirectedRequest
        case .foreignOrigin, .forgedForm: .forbidden
        case .busy: .serviceUnavailable
        case .tooMany: .tooManyRequests
        case .unexpected: .internalServerError
        }
    }

    /// A stable name for programs.
    package var slug: String {
        switch self {
        case .malformedRequest: "malformed-request"
        case .headersTooLarge: "headers-too-large"
        case .tooSlow: "request-too-slow"
        case .bodyTooLarge: "body-too-large"
        case .contentType: "content-type-unsupported"
        case .json: "json-unreadable"
        case .notAcceptable: "not-acceptable"
        case .noSuchPath: "no-such-path"
        case .methodNotAllowed: "method-not-allowed"
        case .foreignHost: "foreign-host"
        case .foreignOrigin: "foreign-origin"
        case .forgedForm: "forged-form"
        case .badQuery: "query-unreadable"
        case .busy: "busy"
        case .tooMany: "too-many-requests"
        case .unexpected: "unexpected"
        }
    }
}
