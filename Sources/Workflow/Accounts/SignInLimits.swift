import Access
import Postgres
import Store
import Values

/// How often somebody may try to come in. Who tries too often waits; nobody is locked out, because that could be done to anybody.
///
/// Source: OWASP ASVS 5.0 V6.1.1, V6.3.1.
struct SignInLimits {
    /// Tries from one address, whoever is tried: an office behind one address signs in on Monday morning.
    private static let address = RateLimit(action: "sign-in-address", burst: 60, secondsPerToken: 2)
    /// Tries of one login from one address.
    private static let pair = RateLimit(action: "sign-in-pair", burst: 10, secondsPerToken: 30)
    /// Tries of one login from all addresses that it has not come in from lately.
    private static let login = RateLimit(action: "sign-in-login", burst: 20, secondsPerToken: 30)
    /// Codes of a second factor: five at once, so that guessing one of three in a million takes years.
    private static let code = RateLimit(action: "second-factor", burst: 5, secondsPerToken: 120)
    /// For how long an address is remembered.
    private static let placeSeconds: Int64 = 30 * 24 * 3600

    let registry: Registry

    /// Counts a try to sign in.
    ///
    /// - Parameter login: nil for an invitation, whose account is not told.
    /// - Throws: ``Refusal/tooManyAttempts(seconds:)``, the same whether there is such an account or not.
    func take(login: LoginName?, from address: String) async throws {
        let (now, place) = (registry.now(), RateLimit.subject(address))
        var buckets = [(limit: Self.address, subject: place)]
        if let login {
            let isKnown = FindSignInPlace(ofFoldedLogin: login.folded, place: place, since: now.adding(seconds: -Self.placeSeconds))
            let other = try await registry.findingOut(isKnown).isEmpty ? [(Self.login, RateLimit.subject(login.folded))] : []
            buckets += [(Self.pair, RateLimit.subject(login.folded + "\n" + address))] + other
        }
        try await registry.take(buckets)
    }

    /// Counts a try at the second factor of an account.
    ///
    /// - Throws: as ``take(login:from:)``.
    func takeCode(of account: AccountNumber) async throws {
        try await registry.take([(Self.code, RateLimit.subject("account-\(account)"))])
    }

    /// The statements that remember where an account came in.
    func remembering(_ account: AccountNumber, at address: String) -> [SQL] {
        let now = registry.now()
        return RememberSignInPlace(
            RateLimit.subject(address), of: account, at: now, forgettingBefore: now.adding(seconds: -Self.placeSeconds)
        ).statements
    }
}
