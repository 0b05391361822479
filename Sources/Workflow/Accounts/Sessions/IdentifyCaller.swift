package import Access
import Postgres
import Store

/// Somebody who has come in, with the session that they came in by.
package struct SessionCaller: Sendable {
    package let caller: Caller
    package let session: Session
    package let secondFactor: SecondFactorState
    /// What each of the session's forms carries, so that no other site can send one.
    package let csrf: SecretToken
}

/// Finds out who sends a request, by what it carries.
package struct IdentifyCaller: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// The session of a token; nil when it has ended, or never was one.
    ///
    /// What an account holds is read each time, so that what was granted or ended counts at once. Without its second factor an account
    /// holds nothing that counts.
    ///
    /// - Parameter isAttended: whether somebody uses the session by this, so that it goes on; not when a page asks by itself.
    package func session(_ token: SecretToken, isAttended: Bool = true) async throws -> SessionCaller? {
        let (registry, now) = (accounts.registry, accounts.now)
        let rows = try await registry.findingOut(
            FindSession(tokenHash: token.hash, limits: SessionLimits(at: now), day: registry.today))
        guard let (session, csrfSecret, hasSecondFactor, _) = rows.first, let csrf = SecretToken(bytes: csrfSecret) else { return nil }
        if isAttended, now.seconds(since: session.lastSeenAt) >= Self.touchSeconds {
            _ = try? await registry.noting { try await $0.run(TouchSession(token.hash, at: now)) }
        }
        let holdings = rows.compactMap(\.holding)
        let state = SecondFactorState(
            isGiven: session.secondFactorAt != nil, hasSecondFactor: hasSecondFactor, roles: holdings.map(\.role))
        // Roles that need the second factor are kept without it, so that a refusal can say what is missing; they never count.
        let counting = [.needed, .toSetUp].contains(state) ? holdings.filter(\.role.needsTwoFactors) : holdings
        let caller = Caller(
            account: session.account, holdings: counting, isTwoFactor: state == .given, confirmedAt: session.confirmedAt)
        return SessionCaller(caller: caller, session: session, secondFactor: state, csrf: csrf)
    }

    /// The account that a program acts for; nil for a token that has expired, was revoked or never was one.
    package func apiToken(_ token: SecretToken) async throws -> Caller? {
        let (registry, today) = (accounts.registry, accounts.registry.today)
        let found = try await registry.findingOut(FindApiToken(tokenHash: token.hash, at: accounts.now, on: today)).first
        guard let found, let holding = found.holding else { return nil }
        if found.lastUsedOn != today { _ = try? await registry.noting { try await $0.run(TouchApiToken(found.number, on: today)) } }
        // Whoever made the token had given their second factor, if the role needs one.
        return Caller(account: found.account, holdings: [holding], isTwoFactor: true, limitedTo: TokenScopes(found.scopes))
    }

    /// A session is noted to be in use once in a minute at most.
    private static let touchSeconds: Int64 = 60
}
