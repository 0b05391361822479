import Access
import HTTPSupport
import Incubation
import Values
import Workflow

/// Somebody's own account: who they are here, what they hold, where they are signed in.
struct OwnAccountView: PageView {
    static let template = "own-account"

    struct RoleRow: Encodable, Sendable {
        let role: String
        let place: String
        let from: String
        let until: String
    }

    struct SessionRow: Encodable, Sendable {
        let number: String
        let device: String
        let begun: String
        let seen: String
        let isThis: Bool
    }

    struct TokenRow: Encodable, Sendable {
        let number: String
        let name: String
        let until: String
        let used: String
        /// nil for one that goes on.
        let revoked: String?
    }

    let title: String
    let facts: [FactView]
    let roles: [RoleRow]
    let hasRoles: Bool
    let sessions: [SessionRow]
    let tokens: [TokenRow]
    let hasTokens: Bool
    let identities: [IdentityRow]
    let hasIdentities: Bool
    /// Whether there is a provider, or was one.
    let showsIdentities: Bool
    /// How another identity is linked; nil without a provider, and for who is linked to it.
    let link: OtherWayView?
    let hasSecondFactor: Bool
    let secondFactorButton: String

    /// - Parameter provider: by which people may sign in; nil where there is none.
    init(_ file: AccountFile, linkableTo provider: UserAccounts.ProviderName?, _ visit: Visit) {
        let (w, words, account) = (visit.w, Catalogue.signIn, file.account)
        title = w(Catalogue.frame.account)
        facts = [
            FactView(label: w(words.login), value: account.login), FactView(label: w(words.displayName), value: account.displayName),
            FactView(label: w(words.secondFactor), value: w(account.hasSecondFactor ? words.secondFactorOn : words.secondFactorOff)),
        ]
        roles = file.holdings.map { holding in
            RoleRow(
                role: w(holding.role.words), place: holding.scope.words(w), from: w(holding.from),
                until: holding.until.map { w($0) } ?? w(words.noEnd))
        }
        hasRoles = !roles.isEmpty
        let own = visit.context.session?.found.session.number
        sessions = file.sessions.map { session in
            SessionRow(
                number: String(session.number), device: session.device ?? w(words.deviceUnknown), begun: w(session.createdAt),
                seen: w(session.lastSeenAt), isThis: session.number == own)
        }
        tokens = file.tokens.map { token in
            TokenRow(
                number: String(token.number), name: token.name, until: w(token.expiresAt),
                used: token.lastUsedOn.map { w($0) } ?? w(words.never), revoked: token.revokedAt.map { w($0) })
        }
        hasTokens = !tokens.isEmpty
        identities = file.identities.map { IdentityRow($0, endedAt: ProviderPages.unlinkPath, w) }
        hasIdentities = !identities.isEmpty
        let linkable = provider.flatMap { name in file.identities.contains { $0.issuer == name.issuer } ? nil : name }
        link = linkable.map { OtherWayView(label: w(Catalogue.providers.link($0.host)), path: ProviderPages.linkPath) }
        showsIdentities = hasIdentities || link != nil
        hasSecondFactor = account.hasSecondFactor
        secondFactorButton = w(account.hasSecondFactor ? words.secondFactorAnew : words.secondFactorSetUp)
    }
}

extension Scope {
    /// Where a role is held, in words.
    func words(_ w: Words) -> String {
        switch self {
        case .nation: w(Catalogue.area.nation)
        case .area(let code): code.text
        case .organization(let number): number.description
        }
    }
}
