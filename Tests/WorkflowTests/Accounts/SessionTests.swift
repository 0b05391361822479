import Access
import Postgres
import Testing
import Values

@testable import Workflow

struct SessionTests {
    @Test func `sessions are listed and ended one by one or all at once`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person("zhang")
            _ = try await test.person("li")
            var tokens: [SecretToken] = []
            for _ in 0..<3 { tokens.append(try await test.signIn("zhang").token) }
            let foreign = try await test.signIn("li").token
            let caller = try await test.caller(tokens[0])
            let listed = try await ListOwnSessions(accounts: test.accounts)(as: caller)
            #expect(listed.count == 3)
            let last = try #require(listed.first)
            try await EndOwnSessions(accounts: test.accounts)(.one(last.number), as: caller)
            #expect(try await test.identify(tokens[2]) == nil)
            let theirs = try #require(try await test.identify(foreign)).session.number
            await #expect(throws: Refusal.notFound(.session, String(theirs))) {
                try await EndOwnSessions(accounts: test.accounts)(.one(theirs), as: caller)
            }
            #expect(try await EndOwnSessions(accounts: test.accounts)(.allBut(tokens[0]), as: caller) == 1)
            for token in [tokens[0], foreign] { #expect(try await test.identify(token) != nil) }
            try await SignOut(accounts: test.accounts)(tokens[0], as: caller)
            #expect(try await test.identify(tokens[0]) == nil)
        }
    }

    @Test func `nobody signs somebody else out with their own session`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person("zhang")
            _ = try await test.person("li")
            let (mine, theirs) = (try await test.signIn("zhang").token, try await test.signIn("li").token)
            try await SignOut(accounts: test.accounts)(theirs, as: test.caller(mine))
            #expect(try await test.identify(theirs) != nil)
        }
    }

    @Test func `disabling an account ends everything at once`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person(roles: [.staff()])
            let token = try await test.signIn("zhang").token
            let holding = try await test.holding(of: person)
            let program = try await CreateOwnToken(accounts: test.accounts)(
                ApiTokenDraft(name: "sync", holding: holding, scopes: ["read"], days: 30), as: test.caller(token))
            let invitation = try await RenewInvitation(accounts: test.accounts)(
                person.account, secondFactorLost: true, as: .localOperator)
            let disabled = try await DisableAccount(accounts: test.accounts)(person.account, as: .localOperator)
            #expect(disabled.state == .disabled)
            #expect(try await test.identify(token) == nil)
            #expect(try await IdentifyCaller(accounts: test.accounts).apiToken(program.secret) == nil)
            #expect(try await test.refusal { _ = try await test.signIn("zhang") } == "sign-in-failed")
            #expect(
                try await test.refusal {
                    _ = try await ActivateAccount(accounts: test.accounts)(
                        invitation.token, password: TestPerson.password, from: "10.0.0.1", as: .visitor)
                } == "invitation-invalid")
            #expect(try await test.pool.query("SELECT FROM sessions").isEmpty)
            _ = try await EnableAccount(accounts: test.accounts)(person.account, as: .localOperator)
            _ = try await test.signIn("zhang")
            #expect(try await test.identify(token) == nil, "what ended stays ended")
            #expect(try await IdentifyCaller(accounts: test.accounts).apiToken(program.secret) == nil)
        }
    }

    @Test func `a sensitive act needs a proof that is not older than ten minutes`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person("guard", roles: [.securityAdministrator])
            let person = try await test.person("zhang")
            let (seed, result) = try await test.addSecondFactor(to: test.signIn("guard"))
            func grant(_ later: TestRegistry, _ token: SecretToken) async throws -> String? {
                try await later.refusal {
                    let caller = try await later.caller(token)
                    let day = later.registry.today
                    let grant = RoleGrant(role: .reviewer, scope: .area(try later.area()), from: day, until: day)
                    _ = try await GrantRole(accounts: later.accounts)(grant, to: person.account, as: caller)
                }
            }
            let token = result.session.token
            let later = test.later(601)
            #expect(try await grant(later, token) == "confirmation-needed")
            let fresh = try await ConfirmIdentity(accounts: later.accounts)(.code(later.code(of: seed)), of: token, as: later.caller(token))
            #expect(try await later.identify(token) == nil, "another token")
            #expect(fresh.token != token)
            #expect(try await grant(later, fresh.token) == nil)
        }
    }

    @Test func `whoever finds an open browser changes no factor and ends no session`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person()
            let later = test.later(601)
            let token = try await test.signIn("zhang").token
            let caller = try await later.caller(token)
            let accounts = later.accounts
            let endOthers = EndOwnSessions(accounts: accounts)
            #expect(try await later.refusal { try await endOthers(.allBut(token), as: caller) } == "confirmation-needed")
            #expect(try await later.refusal { _ = try await OfferSecondFactor(accounts: accounts)(as: caller) } == "confirmation-needed")
            let (_, result) = try await test.addSecondFactor(to: test.signIn("zhang"))
            let whole = try await later.caller(result.session.token)
            #expect(try await later.refusal { _ = try await RenewRecoveryCodes(accounts: accounts)(as: whole) } == "confirmation-needed")
            #expect(
                try await later.refusal {
                    _ = try await ConfirmSecondFactor(accounts: accounts)("000000", of: result.session.token, as: whole)
                } == "confirmation-needed")
        }
    }

    @Test func `an administrator ends somebody's sessions, and the account stays`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person("zhang")
            _ = try await test.person("li")
            _ = try await test.person("guard", roles: [.securityAdministrator])
            let (one, other, theirs) = (try await test.signIn("zhang"), try await test.signIn("zhang"), try await test.signIn("li"))
            let (_, result) = try await test.addSecondFactor(to: test.signIn("guard"))
            let caller = try await test.caller(result.session.token)
            #expect(try await EndAccountSessions(accounts: test.accounts)(person.account, as: caller) == 2)
            for session in [one, other] { #expect(try await test.identify(session.token) == nil) }
            #expect(try await test.identify(theirs.token) != nil)
            _ = try await test.signIn("zhang")
        }
    }

    @Test func `changing the password ends all other sessions`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person()
            let (other, mine) = (try await test.signIn("zhang").token, try await test.signIn("zhang").token)
            let caller = try await test.caller(mine)
            func change(_ old: String, _ new: String) async throws -> String? {
                try await test.refusal { _ = try await ChangePassword(accounts: test.accounts)(from: old, to: new, of: mine, as: caller) }
            }
            #expect(try await change("not the old one", "a new long sentence") == "proof-wrong")
            #expect(try await change(TestPerson.password, "zhang123") == "value-not-possible")
            #expect(try await test.identify(other) != nil)
            let session = try await ChangePassword(accounts: test.accounts)(
                from: TestPerson.password, to: "a new long sentence", of: mine, as: caller)
            for token in [other, mine] { #expect(try await test.identify(token) == nil) }
            #expect(try await test.identify(session.token) != nil)
            #expect(try await test.refusal { _ = try await test.signIn("zhang") } == "sign-in-failed")
            _ = try await test.signIn("zhang", password: "a new long sentence")
        }
    }

    @Test func `no secret stands anywhere in the database`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person(roles: [.staff()])
            let session = try await test.signIn("zhang")
            let (seed, result) = try await test.addSecondFactor(to: session)
            let caller = try await test.caller(result.session.token)
            let program = try await CreateOwnToken(accounts: test.accounts)(
                ApiTokenDraft(name: "sync", holding: test.holding(of: person), scopes: ["read"], days: 30), as: caller)
            let invitation = try await RenewInvitation(accounts: test.accounts)(
                person.account, secondFactorLost: true, as: .localOperator)
            let everything = try await test.wholeDatabase()
            #expect(everything.contains("zhang"), "the rows were read")
            let secrets =
                [session.token, result.session.token, program.secret, invitation.token].map(\.text)
                + [TestPerson.password, seed.base32, seed.bytes.hexadecimal] + result.recoveryCodes.map(\.text)
            for secret in secrets { #expect(!everything.contains(secret)) }
        }
    }
}

extension TestRegistry {
    /// The newest role of somebody.
    func holding(of person: TestPerson) async throws -> Int64 {
        try #require(try await ShowUserAccount(accounts: accounts)(person.account, as: .localOperator).holdings.first).number
    }

    /// Every row of every table as text.
    func wholeDatabase() async throws -> String {
        let names = try await pool.query(
            "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        ).map { try $0.decode(as: String.self) }
        var text = ""
        for name in names {
            for row in try await pool.query("SELECT to_jsonb(t)::text FROM \(identifier: name) t") {
                text += try row.decode(as: String.self) + "\n"
            }
        }
        return text
    }
}
