package import Workflow

/// Who sent a request, as far as the request tells.
package struct Identification: Sendable {
    package let caller: Caller
    /// By which a browser came in; nil for programs and for visitors.
    package let session: RequestSession?

    /// Somebody without a browser's session.
    package init(_ caller: Caller) {
        self.caller = caller
        session = nil
    }

    package init(_ session: RequestSession) {
        caller = session.found.caller
        self.session = session
    }
}

/// The session of a request, with the token that its browser carries.
package struct RequestSession: Sendable {
    package let token: SecretToken
    package let found: SessionCaller

    package init(token: SecretToken, found: SessionCaller) {
        self.token = token
        self.found = found
    }
}
