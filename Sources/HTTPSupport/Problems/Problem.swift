package import HTTPTypes
package import Workflow

/// A refusal as HTTP says it (RFC 9457).
package struct Problem: Error, Hashable, Sendable {
    package let status: HTTPResponse.Status
    /// A stable name for programs; the type is `/problems/` with it.
    package let slug: String
    package let words: ProblemWords
    /// The field at fault, `contacts[0].kind`, where it is one field.
    package let field: String?
    /// Seconds after which trying again makes sense.
    package let retryAfter: Int?
    /// The methods that the address takes.
    package let allowed: [String]

    package init(_ fault: RequestFault) {
        status = fault.status
        slug = fault.slug
        words = fault.words
        field = nil
        retryAfter =
            switch fault {
            case .busy: 1
            case .tooMany(let seconds): seconds
            default: nil
            }
        if case .methodNotAllowed(_, let methods) = fault { allowed = methods } else { allowed = [] }
    }

    package init(_ refusal: Refusal) {
        status = refusal.sort.status
        slug = refusal.slug
        words = ProblemWords(refusal.words)
        field = refusal.field
        retryAfter = refusal.retryAfter
        allowed = []
    }
}

extension Refusal.Sort {
    /// 422 where the request could be read and a value in it is refused; 400 is kept for what cannot be read at all.
    package var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .notFound: .notFound
        case .conflict: .conflict
        case .preconditionRequired: .preconditionRequired
        case .preconditionFailed: .preconditionFailed
        case .unauthenticated: .unauthorized
        case .forbidden: .forbidden
        case .tooMany: .tooManyRequests
        case .unavailable: .serviceUnavailable
        }
    }
}

extension Refusal {
    /// Seconds after which trying again makes sense; nil where it makes none.
    fileprivate var retryAfter: Int? {
        switch self {
        case .account(.tooManyAttempts(let seconds)): seconds
        case .requestRunning: 1
        default: sort == .unavailable ? 2 : nil
        }
    }

    /// The one field that the refusal is about, where it names one.
    var field: String? {
        switch self {
        case .malformed(let field, _, _), .missing(let field), .unknownField(let field, _), .notPossible(let field, _): field
        default: nil
        }
    }
}
