import Access
import Incubation
import Testing
import Values

@testable import Workflow

struct ApiTokenTests {
    private static func draft(_ holding: Int64, _ scopes: [String], days: Int = 30) -> ApiTokenDraft {
        ApiTokenDraft(name: "数据同步", holding: holding, scopes: scopes, days: days)
    }

    private static func identify(_ test: TestRegistry, _ token: NewApiToken) async throws -> Caller? {
        try await IdentifyCaller(accounts: test.accounts).apiToken(token.secret)
    }

    @Test func `a token does what it was made for and nothing else`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person(roles: [.staff()])
            let number = try await test.organization()
            let caller = try await test.caller(test.signIn("zhang").token)
            let holding = try await test.holding(of: person)
            let reads = try await CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["read"]), as: caller)
            let writes = try await CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["record-activity"]), as: caller)
            let (reader, writer) = (try #require(try await Self.identify(test, reads)), try #require(try await Self.identify(test, writes)))
            func write(_ caller: Caller) async throws -> String? {
                try await test.refusal {
                    let visit = Activity(heldOn: test.registry.today, kind: .visit, title: "走访")
                    _ = try await RecordActivity(registry: test.registry)(number, visit, as: caller)
                }
            }
            func show(_ caller: Caller) async throws -> String? {
                try await test.refusal { _ = try await ListActivities(registry: test.registry)(number, page: PageRequest(), as: caller) }
            }
            #expect(try await write(reader) == "not-permitted")
            #expect(try await show(writer) == "not-permitted")
            #expect(try await write(writer) == nil)
            #expect(try await show(reader) == nil)
        }
    }

    @Test func `no token reaches accounts`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person(roles: [.staff()])
            let caller = try await test.caller(test.signIn("zhang").token)
            let holding = try await test.holding(of: person)
            for scope in ["sign-in", "grant-role", "create-own-token", "show-own-account", "everything", "Read", ""] {
                #expect(
                    try await test.refusal {
                        _ = try await CreateOwnToken(accounts: test.accounts)(Self.draft(holding, [scope]), as: caller)
                    }
                        == "malformed-value", "\(scope)")
            }
            #expect(
                try await test.refusal { _ = try await CreateOwnToken(accounts: test.accounts)(Self.draft(holding, []), as: caller) }
                    == "missing-value")
            let token = try await CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["read"]), as: caller)
            let program = try #require(try await Self.identify(test, token))
            #expect(try await test.refusal { _ = try await ShowOwnAccount(accounts: test.accounts)(as: program) } == "not-permitted")
            #expect(try await test.refusal { _ = try await ListOwnSessions(accounts: test.accounts)(as: program) } == "not-permitted")
            #expect(
                try await test.refusal { _ = try await CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["read"]), as: program) }
                    == "not-permitted")
        }
    }

    @Test func `every use case about accounts is kept from tokens, and every other can be named`() throws {
        for useCase in UseCase.all {
            let scopes = try? TokenScopes(new: [useCase.name])
            #expect((scopes == nil) == useCase.isAboutAccounts, "\(useCase.name)")
        }
    }

    @Test func `a token ends on its day, with its role, or when it is revoked`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person(roles: [.staff()])
            let caller = try await test.caller(test.signIn("zhang").token)
            let holding = try await test.holding(of: person)
            let tokens = try await [
                CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["read"], days: 1), as: caller),
                CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["read"], days: 366), as: caller),
                CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["read"]), as: caller),
            ]
            #expect(try await Self.identify(test.later(86_399), tokens[0]) != nil)
            #expect(try await Self.identify(test.later(86_400), tokens[0]) == nil)
            try await RevokeOwnToken(accounts: test.accounts)(tokens[2].token.number, as: caller)
            #expect(try await Self.identify(test, tokens[2]) == nil)
            await #expect(throws: Refusal.notFound(.apiToken, String(tokens[2].token.number))) {
                try await RevokeOwnToken(accounts: test.accounts)(tokens[2].token.number, as: caller)
            }
            #expect(try await Self.identify(test, tokens[1]) != nil)
            _ = try await EndRole(accounts: test.accounts)(holding, of: person.account, last: nil, as: .localOperator)
            #expect(try await Self.identify(test, tokens[1]) == nil)
            for days in [0, -1, 367, .max] {
                #expect(
                    try await test.refusal {
                        _ = try await CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["read"], days: days), as: caller)
                    } == "value-not-possible")
            }
        }
    }

    @Test func `nobody makes a token of somebody else's role or revokes somebody else's token`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person("zhang", roles: [.staff()])
            _ = try await test.person("li", roles: [.staff()])
            let (mine, theirs) = (try await test.caller(test.signIn("zhang").token), try await test.caller(test.signIn("li").token))
            let holding = try await test.holding(of: person)
            #expect(
                try await test.refusal { _ = try await CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["read"]), as: theirs) }
                    == "role-holding-not-found")
            let token = try await CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["read"]), as: mine)
            #expect(
                try await test.refusal { try await RevokeOwnToken(accounts: test.accounts)(token.token.number, as: theirs) }
                    == "api-token-not-found")
            #expect(try await Self.identify(test, token) != nil)
        }
    }

    @Test func `a role that needs two factors gives no token without them`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person(roles: [.official()])
            let holding = try await test.holding(of: person)
            let session = try await test.signIn("zhang")
            let half = try await test.caller(session.token)
            #expect(
                try await test.refusal { _ = try await CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["read"]), as: half) }
                    == "second-factor-needed")
            #expect(
                try await test.refusal {
                    _ = try await CreateAccountToken(accounts: test.accounts)(
                        Self.draft(holding, ["read"]), for: person.account, as: .localOperator)
                } == "second-factor-needed", "not even at the machine")
            let (_, result) = try await test.addSecondFactor(to: session)
            let whole = try await test.caller(result.session.token)
            _ = try await CreateOwnToken(accounts: test.accounts)(Self.draft(holding, ["read"]), as: whole)
        }
    }
}
