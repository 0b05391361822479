package import Access
import Postgres
package import Values

/// Who acts, with what they hold at this moment.
package struct Caller: Hashable, Sendable {
    package enum Identity: Hashable, Sendable {
        /// Nobody who signed in.
        case visitor
        /// The person who runs a command on the machine that the register is on.
        case localOperator
        case account(AccountNumber)
    }

    package let identity: Identity
    package let requester: Requester
    /// The request by which the caller acts, when it carries a key; nil otherwise.
    package let request: WriteRequest?
    /// When the person last proved who they are; nil for who has not come in by a session.
    let confirmedAt: Instant?
    /// What the caller's token may be used for; nil for who has come by none.
    let scopes: TokenScopes?

    private init(
        _ identity: Identity, _ requester: Requester, request: WriteRequest? = nil, confirmedAt: Instant? = nil, scopes: TokenScopes? = nil
    ) {
        self.identity = identity
        self.requester = requester
        self.request = request
        self.confirmedAt = confirmedAt
        self.scopes = scopes
    }

    /// Somebody signed in.
    ///
    /// - Parameters:
    ///   - holdings: those that may count; a token bound to one holding comes with that one alone.
    ///   - isTwoFactor: whether the session was opened with two factors.
    ///   - confirmedAt: when the person last proved who they are; nil for a program.
    ///   - scopes: what the caller's token may be used for; nil for who has come by none.
    package init(
        account: AccountNumber, holdings: [Holding], isTwoFactor: Bool, confirmedAt: Instant? = nil, limitedTo scopes: TokenScopes? = nil
    ) {
        self.init(
            .account(account), .account(holdings: holdings, isTwoFactor: isTwoFactor), confirmedAt: confirmedAt, scopes: scopes)
    }

    package static let visitor = Caller(.visitor, .visitor)
    package static let localOperator = Caller(.localOperator, .operator)

    /// The same caller, acting by a request that takes effect once.
    package func by(_ request: WriteRequest) -> Caller {
        Caller(identity, requester, request: request, confirmedAt: confirmedAt, scopes: scopes)
    }

    /// The same caller, acting by no request that takes effect once.
    var withoutRequest: Caller {
        Caller(identity, requester, confirmedAt: confirmedAt, scopes: scopes)
    }

    /// The name in audit events and beside idempotency keys: a number, never a person's name.
    package var name: String {
        switch identity {
        case .visitor: "visitor"
        case .localOperator: "local-operator"
        case .account(let number): "account-\(number)"
        }
    }

    /// The account's number; nil for who has none.
    package var account: AccountNumber? {
        guard case .account(let number) = identity else { return nil }
        return number
    }

    /// Whether the caller has come in with two factors.
    package var isTwoFactor: Bool {
        if case .account(_, let isTwoFactor) = requester { isTwoFactor } else { false }
    }

    /// What travels with every transaction, for the policies on the server's side: who, but nothing yet of what may be reached.
    var context: SessionContext {
        ["incubator.caller": name, "incubator.account": account?.description ?? ""]
    }
}
