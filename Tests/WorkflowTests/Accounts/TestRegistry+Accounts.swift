import Access
import Incubation
import Store
import Testing
import Values

@testable import Workflow

/// A person with an account, as tests know them.
struct TestPerson {
    let account: AccountNumber
    let login: String
    static let password = "a long enough sentence"
}

extension TestRegistry {
    /// Hashes are as cheap as they can be: what is tested here is what stands around them.
    static let hasher = PasswordHasher(parameters: .cheap)
    static let seal = SeedSeal()

    var accounts: UserAccounts { UserAccounts(registry: registry, hasher: Self.hasher, seal: Self.seal) }

    /// The same register, later.
    func later(_ seconds: Int64) -> TestRegistry {
        let now = registry.now().adding(seconds: seconds)
        var later = TestRegistry(
            registry: Registry(pool: registry.pool, folding: .standard, people: registry.people, now: { now }), pool: pool)
        later.caller = caller
        return later
    }

    /// Somebody who has chosen a password.
    func person(_ login: String = "zhang", roles: [RoleGrant] = []) async throws -> TestPerson {
        let invitation = try await InviteAccount(accounts: accounts)(LoginName(new: login), displayName: "张三", as: .localOperator)
        if roles.contains(where: \.role.isOfHub) { try await commissionHub() }
        for grant in roles { _ = try await GrantRole(accounts: accounts)(grant, to: invitation.account.number, as: .localOperator) }
        _ = try await ActivateAccount(accounts: accounts)(invitation.token, password: TestPerson.password, from: "10.0.0.1", as: .visitor)
        return TestPerson(account: invitation.account.number, login: login)
    }

    /// A hub for the whole province, once.
    @discardableResult func commissionHub() async throws -> Int64 {
        let contracts = try await ListContracts(registry: registry)(page: PageRequest(), as: .localOperator).items
        if let contract = contracts.first { return contract.number }
        let contract = HubContract(
            hub: "第一枢纽", purchaser: "民政局", area: try #require(AreaCode("32")), from: try day("2020-01-01"), until: try day("2030-12-31"))
        return try await RecordContract(registry: registry)(contract, as: .localOperator).number
    }

    func signIn(
        _ login: String, password: String = TestPerson.password, code: String? = nil, from address: String = "10.0.0.1",
        replacing token: SecretToken? = nil
    ) async throws -> NewSession {
        try await SignIn(accounts: accounts)(
            SignInAttempt(login: login, password: password, code: code, address: address, device: "Firefox", replaced: token), as: .visitor)
    }

    /// Whom the register takes the bearer of a session's token for.
    func identify(_ token: SecretToken) async throws -> SessionCaller? {
        try await IdentifyCaller(accounts: accounts).session(token)
    }

    func caller(_ token: SecretToken) async throws -> Caller {
        try #require(try await identify(token)).caller
    }

    /// Gives somebody who has signed in a second factor.
    func addSecondFactor(to session: NewSession) async throws -> (seed: OneTimeSeed, result: ConfirmSecondFactor.Result) {
        let caller = try await caller(session.token)
        let offer = try await OfferSecondFactor(accounts: accounts)(as: caller)
        let code = code(of: offer.seed, stepsAhead: -1)
        return (offer.seed, try await ConfirmSecondFactor(accounts: accounts)(code, of: session.token, as: caller))
    }

    /// - Parameter stepsAhead: which code from now: -1, 0 and 1 count.
    func code(of seed: OneTimeSeed, stepsAhead: Int64 = 0) -> String {
        seed.codes.code(ofStep: OneTimeCode.step(at: registry.now()) + stepsAhead)
    }

    /// The slug of what somebody is refused with; nil when they are not.
    func refusal(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch let refusal as Refusal {
            return refusal.slug
        }
    }
}

extension RoleGrant {
    static func official() throws -> RoleGrant { RoleGrant(role: .official, scope: .area(try #require(AreaCode("320613")))) }
    static func staff() throws -> RoleGrant { RoleGrant(role: .hubStaff, scope: .area(try #require(AreaCode("320613001")))) }
    static let securityAdministrator = RoleGrant(role: .securityAdministrator, scope: .nation)
}
