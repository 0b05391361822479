import Access
import OpenID
import Postgres
import Store
import Testing
import Values

@testable import Workflow

/// What the word of an identity provider does to accounts, and what it does not.
struct IdentityTests {
    private static let identity = ProvidedIdentity(issuer: "https://login.example", subject: "person-1", isTwoFactor: false)
    private static let answer = ProviderAnswer(state: nil, browser: nil, code: nil, address: "192.0.2.1")

    private static func signIn(_ test: TestRegistry, _ identity: ProvidedIdentity = identity) async throws -> NewSession {
        try await SignInByProvider(accounts: test.accounts)(.success(identity), answer, as: .visitor)
    }

    /// Links the identity to a person's account.
    private static func link(_ person: TestPerson, _ test: TestRegistry) async throws {
        let caller = Caller(account: person.account, holdings: [], isTwoFactor: false, confirmedAt: test.registry.now())
        try await LinkIdentity(accounts: test.accounts)(.success(identity), askedBy: person.account, as: caller)
    }

    @Test func `a person of the same name at another provider is somebody else`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person("zhoumin")
            try await Self.link(person, test)
            #expect(try await Self.signIn(test).account.number == person.account)
            let other = ProvidedIdentity(issuer: "https://login.example/other", subject: "person-1", isTwoFactor: false)
            await #expect(throws: Refusal.account(.identityNotLinked)) { try await Self.signIn(test, other) }
        }
    }

    @Test func `an account that is disabled is reached by no identity`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person("zhoumin")
            try await Self.link(person, test)
            _ = try await DisableAccount(accounts: test.accounts)(person.account, as: .localOperator)
            await #expect(throws: Refusal.account(.identityNotLinked)) { try await Self.signIn(test) }
            _ = try await EnableAccount(accounts: test.accounts)(person.account, as: .localOperator)
            #expect(try await Self.signIn(test).account.number == person.account)
        }
    }

    @Test func `an invitation that is taken up by a password takes the identity away`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person("zhoumin")
            try await Self.link(person, test)
            let invitation = try await RenewInvitation(accounts: test.accounts)(person.account, secondFactorLost: true, as: .localOperator)
            _ = try await ActivateAccount(accounts: test.accounts)(
                invitation.token, password: "another long sentence", from: "192.0.2.1", as: .visitor)
            await #expect(throws: Refusal.account(.identityNotLinked)) { try await Self.signIn(test) }
        }
    }

    @Test func `an invitation that is taken up by an identity takes the password away`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person("zhoumin")
            let invitation = try await RenewInvitation(accounts: test.accounts)(person.account, secondFactorLost: true, as: .localOperator)
            let session = try await ActivateByProvider(accounts: test.accounts)(
                .success(Self.identity), invitation: invitation.token.hash, Self.answer, as: .visitor)
            #expect(!session.account.hasPassword && session.account.state == .active)
            await #expect(throws: Refusal.signInFailed) {
                try await SignIn(accounts: test.accounts)(
                    SignInAttempt(login: "zhoumin", password: TestPerson.password, address: "192.0.2.1"), as: .visitor)
            }
        }
    }

    @Test func `an invitation for a forgotten password links no stranger's identity to an account with a second factor`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person("zhoumin", roles: [.official()])
            _ = try await test.addSecondFactor(to: test.signIn("zhoumin"))
            let renew = RenewInvitation(accounts: test.accounts)
            let activate = ActivateByProvider(accounts: test.accounts)
            let invitation = try await renew(person.account, secondFactorLost: false, as: .localOperator)
            await #expect(throws: Refusal.secondFactorNeeded) {
                _ = try await activate(.success(Self.identity), invitation: invitation.token.hash, Self.answer, as: .visitor)
            }
            await #expect(throws: Refusal.account(.identityNotLinked)) { try await Self.signIn(test) }
            _ = try await test.signIn("zhoumin")
        }
    }

    @Test func `an invitation for a forgotten password is taken up by the identity that is linked already`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person("zhoumin")
            try await Self.link(person, test)
            let invitation = try await RenewInvitation(accounts: test.accounts)(
                person.account, secondFactorLost: false, as: .localOperator)
            let session = try await ActivateByProvider(accounts: test.accounts)(
                .success(Self.identity), invitation: invitation.token.hash, Self.answer, as: .visitor)
            #expect(!session.account.hasPassword && session.account.state == .active)
            _ = try await Self.signIn(test)
        }
    }

    @Test func `linking takes a fresh proof, and the second factor of who has one`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person("zhoumin")
            let stale = Caller(
                account: person.account, holdings: [], isTwoFactor: false, confirmedAt: test.registry.now().adding(seconds: -601))
            let link = LinkIdentity(accounts: test.accounts)
            await #expect(throws: Refusal.confirmationNeeded) {
                try await link(.success(Self.identity), askedBy: person.account, as: stale)
            }
            let settings = try OpenIDSettings(
                issuer: "http://127.0.0.1:9", client: "register", secret: nil, returnAddress: "http://localhost/return")
            let accounts = UserAccounts(registry: test.registry, provider: OpenIDProvider(settings, now: { TestRegistry.now }))
            await #expect(throws: Refusal.confirmationNeeded) {
                try await LeaveForProvider(accounts: accounts)(.link, leadingTo: "/", from: "192.0.2.1", as: stale)
            }
            _ = try await test.addSecondFactor(to: test.signIn("zhoumin"))
            let oneFactor = Caller(account: person.account, holdings: [], isTwoFactor: false, confirmedAt: test.registry.now())
            await #expect(throws: Refusal.secondFactorNeeded) {
                try await link(.success(Self.identity), askedBy: person.account, as: oneFactor)
            }
        }
    }

    @Test func `a second factor here is not replaced by the provider's first`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person("zhoumin")
            try await Self.link(person, test)
            _ = try await test.addSecondFactor(to: test.signIn("zhoumin"))
            let session = try await Self.signIn(test)
            #expect(session.secondFactor == .needed)
            let caller = Caller(account: person.account, holdings: [], isTwoFactor: false, confirmedAt: test.registry.now())
            var answer = Self.answer
            answer.session = session.token
            let confirm = ConfirmByProvider(accounts: test.accounts)
            await #expect(throws: Refusal.proofWrong) {
                try await confirm(.success(Self.identity), askedBy: person.account, answer, as: caller)
            }
            let both = ProvidedIdentity(issuer: Self.identity.issuer, subject: Self.identity.subject, isTwoFactor: true)
            #expect(try await confirm(.success(both), askedBy: person.account, answer, as: caller).secondFactor == .given)
        }
    }

    @Test func `a refused token leaves an event that says why and names nobody`() async throws {
        try await TestRegistry.run { test in
            let refusal = Refusal.account(.providerAnswerInvalid(.signature))
            await #expect(throws: refusal) {
                try await SignInByProvider(accounts: test.accounts)(.failure(refusal), Self.answer, as: .visitor)
            }
            let rows = try await test.pool.query("SELECT act, caller, refusal, subject_key FROM audit_events WHERE act = 'sign-in'")
            let event = try rows[0].decode(as: String.self, String.self, String.self, String?.self)
            #expect(event == ("sign-in", "visitor", "identity-token-signature", nil))
        }
    }

    @Test func `ways to the provider are forgotten, and counted by address`() async throws {
        try await TestRegistry.run { test in
            let settings = try OpenIDSettings(
                issuer: "http://127.0.0.1:9", client: "register", secret: nil, returnAddress: "http://localhost/return")
            let accounts = UserAccounts(registry: test.registry, provider: OpenIDProvider(settings, now: { TestRegistry.now }))
            var refusals: [Refusal] = []
            for _ in 1...61 {
                do {
                    _ = try await LeaveForProvider(accounts: accounts)(.signIn, leadingTo: "/", from: "192.0.2.1", as: .visitor)
                } catch let refusal as Refusal { refusals.append(refusal) }
            }
            #expect(refusals.dropLast().allSatisfy { $0 == .account(.providerUnavailable) })
            #expect(refusals.last == .tooManyAttempts(seconds: 2))
        }
    }
}
