import Hummingbird
import Workflow

/// Finds out who sent a request.
struct RequestCaller: Sendable {
    let accounts: UserAccounts

    /// The account of an API token in `Authorization: Bearer`; without one whoever sits at this machine, which is all that the service
    /// listens to.
    ///
    /// - Throws: ``Refusal/signInNeeded`` for a token that does not count, so that a mistaken program is not taken for the operator.
    func find(_ request: Request) async throws -> Caller {
        guard let header = request.headers[.authorization] else { return .localOperator }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw Refusal.signInNeeded }
        return try await Self.account(of: parts[1], in: accounts)
    }

    /// - Throws: ``Refusal/signInNeeded``.
    static func account(of text: some StringProtocol, in accounts: UserAccounts) async throws -> Caller {
        guard let token = SecretToken(text: text) else { throw Refusal.signInNeeded }
        guard let caller = try await IdentifyCaller(accounts: accounts).apiToken(token) else { throw Refusal.signInNeeded }
        return caller
    }
}
