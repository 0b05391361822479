import Access
import Incubation
import Values
import Workflow

/// Somebody's account: what it holds, where it is signed in, and what can be done about it.
struct AccountView: PageView {
    static let template = "account"

    struct RoleRow: Encodable, Sendable {
        let number: String
        let role: String
        let place: String
        let from: String
        let until: String
        /// Where it is ended; nil for who may not and for what is over.
        let end: String?
    }

    struct SessionRow: Encodable, Sendable {
        let device: String
        let begun: String
        let seen: String
    }

    struct TokenRow: Encodable, Sendable {
        let number: String
        let name: String
        let until: String
        let used: String
        /// nil for one that goes on.
        let revoked: String?
        /// Where it is revoked; nil for who may not.
        let revoke: String?
    }

    /// What can be done about the account, by who may.
    struct Change: Encodable, Sendable {
        /// The account's own address, which the buttons' addresses lie below.
        let path: String
        let isDisabled: Bool
    }

    let title: String
    let back: LinkView
    let state: ChipView
    let facts: [FactView]
    let change: Change?
    /// Whether it is the account of whoever looks, which somebody else must change.
    let isOwn: Bool
    let roles: [RoleRow]
    let hasRoles: Bool
    let sessions: [SessionRow]
    let hasSessions: Bool
    let tokens: [TokenRow]
    let hasTokens: Bool
    let identities: [IdentityRow]
    let hasIdentities: Bool

    init(_ file: AccountFile, on today: Day, _ visit: Visit) {
        let (w, account) = (visit.w, file.account)
        title = account.login
        back = LinkView(label: w(Catalogue.accounts.back), address: SitePart.accounts.path)
        state = ChipView(account.state, w)
        facts = Self.facts(file, w)
        let mayChange = visit.mayDo(.act(.grantRole))
        isOwn = mayChange && visit.caller.account == account.number
        let path = mayChange && !isOwn ? AccountPages.address(of: account.number) : nil
        change = path.map { Change(path: $0, isDisabled: account.state == .disabled) }
        roles = file.holdings.map { RoleRow($0, endedAt: path, on: today, w) }
        sessions = file.sessions.map {
            SessionRow(device: $0.device ?? w(Catalogue.signIn.deviceUnknown), begun: w($0.createdAt), seen: w($0.lastSeenAt))
        }
        tokens = file.tokens.map { TokenRow($0, revokedAt: path, w) }
        identities = file.identities.map { IdentityRow($0, endedAt: path.map { "\($0)/identities" }, w) }
        hasIdentities = !identities.isEmpty
        (hasRoles, hasSessions, hasTokens) = (!roles.isEmpty, !sessions.isEmpty, !tokens.isEmpty)
    }

    private static func facts(_ file: AccountFile, _ w: Words) -> [FactView] {
        let (account, words) = (file.account, Catalogue.accounts)
        let secondFactor = account.hasSecondFactor ? Catalogue.signIn.secondFactorOn : Catalogue.signIn.secondFactorOff
        return [
            FactView(label: w(Catalogue.signIn.displayName), value: account.displayName),
            FactView(label: w(words.duty), value: account.duty.map { w($0.words) } ?? w(words.none)),
            FactView(label: w(Catalogue.signIn.secondFactor), value: w(secondFactor)),
            FactView(label: w(words.recoveryLeft), value: String(file.recoveryCodesLeft)),
            FactView(label: w(words.createdAt), value: w(account.createdAt)),
        ]
    }
}

extension AccountView.RoleRow {
    fileprivate init(_ holding: Holding, endedAt path: String?, on today: Day, _ w: Words) {
        number = String(holding.number)
        role = w(holding.role.words)
        place = holding.scope.words(w)
        from = w(holding.from)
        until = holding.until.map { w($0) } ?? w(Catalogue.signIn.noEnd)
        end = holding.until ?? .latest > today ? path : nil
    }
}

extension AccountView.TokenRow {
    fileprivate init(_ token: ApiToken, revokedAt path: String?, _ w: Words) {
        number = String(token.number)
        name = token.name
        until = w(token.expiresAt)
        used = token.lastUsedOn.map { w($0) } ?? w(Catalogue.signIn.never)
        revoked = token.revokedAt.map { w($0) }
        revoke = revoked == nil ? path : nil
    }
}
