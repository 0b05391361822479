import HTTPTypes
package import Hummingbird
package import Workflow

/// Finds out who sent a request.
package struct RequestCaller: Sendable {
    private let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// The account of an API token in `Authorization: Bearer`, else that of the session in the browser's cookie, else a visitor. A session
    /// that has ended makes a visitor, who may go on with what is for everybody.
    ///
    /// - Throws: ``Refusal/signInNeeded`` for a token that does not count, so that a mistaken program learns of it.
    package func find(_ request: Request) async throws -> Identification {
        if let header = request.headers[.authorization] {
            let parts = header.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw Refusal.signInNeeded }
            return Identification(try await Self.account(of: parts[1], in: accounts))
        }
        guard let token = SessionCookie.token(of: request),
            let found = try await IdentifyCaller(accounts: accounts).session(token, isAttended: request.isAttended)
        else { return Identification(.visitor) }
        return Identification(RequestSession(token: token, found: found))
    }

    /// - Throws: ``Refusal/signInNeeded``.
    package static func account(of text: some StringProtocol, in accounts: UserAccounts) async throws -> Caller {
        guard let token = SecretToken(text: text) else { throw Refusal.signInNeeded }
        guard let caller = try await IdentifyCaller(accounts: accounts).apiToken(token) else { throw Refusal.signInNeeded }
        return caller
    }
}

extension Request {
    /// Whether a person asks: not where a page says that it only looks again by itself how far something is, as an open page does all night.
    /// That counts for reading alone, and whoever says so falsely only shortens a session of their own.
    fileprivate var isAttended: Bool { method != .get || !headers.contains(.unattended) }
}

extension HTTPField.Name {
    /// Sent by a page that asks by itself. The forced unwrap is safe: the name is a literal of letters and a hyphen.
    // swift-format-ignore: NeverForceUnwrap
    package static let unattended = HTTPField.Name("X-Unattended")!
}
