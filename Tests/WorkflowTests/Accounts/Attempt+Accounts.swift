import Access
import OpenID
import Postgres
import Store
import Testing
import Values

@testable import Workflow

/// The account that belongs to an attempt, whose login is the attempt's mark.
extension Attempt {
    /// A token that can be made again, of a session, an invitation or a program.
    var token: SecretToken {
        get throws { try #require(SecretToken(bytes: [UInt8(number >> 8 & 255), UInt8(number & 255)] + Array(repeating: 7, count: 30))) }
    }

    var address: String { "10.0.\(number >> 8 & 255).\(number & 255)" }
    var seed: OneTimeSeed { OneTimeSeed(algorithm: .sha1, bytes: Array(repeating: UInt8(number & 255), count: 20)) }

    func account(in test: TestRegistry) async throws -> AccountNumber {
        try #require(try await test.registry.findingOut(FindCredentials(ofFoldedLogin: mark.lowercased())).first).account
    }

    /// The attempt's account as a caller, acting by the test's request.
    func owner(in test: TestRegistry, isTwoFactor: Bool = false) async throws -> Caller {
        let caller = Caller(
            account: try await account(in: test), holdings: [], isTwoFactor: isTwoFactor, confirmedAt: test.registry.now())
        return test.caller.request.map { caller.by($0) } ?? caller
    }

    /// A caller who has not come in, acting by the test's request.
    func visitor(in test: TestRegistry) -> Caller {
        test.caller.request.map { Caller.visitor.by($0) } ?? .visitor
    }

    /// Makes an account that is in use, with a password.
    func makeAccount(in test: TestRegistry) async throws {
        let password = try PasswordHash(try #require(NormalizedPassword(TestPerson.password)), .cheap).text
        try await change(in: test) { transaction, _ in
            _ = try await transaction.first(InsertAccount(login: mark, foldedLogin: mark.lowercased(), displayName: "张三"))
        }
        try await change(in: test) { transaction, account in
            try await transaction.run(UpdatePassword(of: account, hash: password))
            try await transaction.run(UpdateAccountState(account, .active))
        }
    }

    func makeRole(in test: TestRegistry) async throws {
        let area = try test.area()
        let contract = try await test.commissionHub()
        try await change(in: test) { transaction, account in
            try await transaction.run(ClaimDuty(.business, for: account))
            _ = try await transaction.first(
                InsertHolding(
                    of: account, role: .hubStaff, scope: .area(area), from: test.registry.today, until: nil, contract: contract,
                    grantedBy: nil))
        }
    }

    /// A session that began five minutes ago.
    func makeSession(_ token: SecretToken, in test: TestRegistry) async throws {
        let began = test.registry.now().adding(seconds: -300)
        try await change(in: test) { transaction, account in
            try await transaction.run(
                InsertSession(
                    tokenHash: token.hash, csrfSecret: token.hash, account: account, at: began, isTwoFactor: false, device: nil))
        }
    }

    func makeApiToken(in test: TestRegistry) async throws {
        let (token, now) = (try token, test.registry.now())
        try await change(in: test) { transaction, account in
            let holding = try #require(try await transaction.first(SelectHoldings(of: account))).number
            _ = try await transaction.first(
                InsertApiToken(
                    tokenHash: token.hash, for: account, holding: holding, name: "同步", scopes: ["read"], at: now,
                    until: now.adding(seconds: 86_400), on: test.registry.today))
        }
    }

    /// Whom a provider vouches for, and with what the browser came back.
    var identity: ProvidedIdentity { ProvidedIdentity(issuer: "https://login.example", subject: mark, isTwoFactor: false) }

    func answer() throws -> ProviderAnswer {
        ProviderAnswer(state: nil, browser: nil, code: nil, address: address, session: try token)
    }

    func makeIdentity(in test: TestRegistry) async throws {
        let (identity, now) = (ExternalIdentity(issuer: identity.issuer, subject: identity.subject), test.registry.now())
        try await change(in: test) { transaction, account in
            try await transaction.run(InsertExternalIdentity(identity, of: account, at: now))
        }
    }

    /// An invitation by ``token`` that lasts a minute.
    func makeInvitation(in test: TestRegistry) async throws {
        let (token, now) = (try token, test.registry.now())
        try await change(in: test) { transaction, account in
            try await transaction.run(
                InsertInvitation(
                    tokenHash: token.hash, to: account, at: now, until: now.adding(seconds: 60), keepsSecondFactor: false))
        }
    }

    /// A seed that was offered, and put in use when it was confirmed.
    func makeSecondFactor(isConfirmed: Bool, in test: TestRegistry) async throws {
        try await change(in: test) { transaction, account in
            try await transaction.run(KeepOfferedSecondFactor(TestRegistry.seal.seal(seed, of: account.rawValue), to: account))
            if isConfirmed { try await transaction.run(AdoptSecondFactor(of: account, step: 1)) }
        }
    }

    /// Changes the attempt's account as the database's owner.
    func change(in test: TestRegistry, _ body: (PostgresTransaction, AccountNumber) async throws -> Void) async throws {
        try await test.pool.withTransaction { transaction in
            let known = try await transaction.first(FindCredentials(ofFoldedLogin: mark.lowercased()))?.account
            try await body(transaction, try known ?? #require(AccountNumber(rawValue: 1)))
        }
    }

    /// What stands of the attempt's account, without what differs between attempts.
    static let accountLines: SQL = """
        SELECT 'account ' || jsonb_build_object(
                   'state', a.state, 'duty', a.duty, 'version', a.version, 'password', a.password_hash IS NOT NULL,
                   'factor', a.second_factor IS NOT NULL, 'offered', a.new_second_factor IS NOT NULL, 'step', a.last_code_step,
                   'sessions', (SELECT jsonb_build_array(count(*), count(second_factor_at), max(confirmed_at)) FROM sessions s
                                 WHERE s.account = a.account),
                   'holdings', (SELECT jsonb_agg(jsonb_build_array(role, scope, until_day, ended_at)) FROM role_holdings h
                                 WHERE h.account = a.account),
                   'invitations', (SELECT jsonb_build_array(count(*), count(used_at), max(created_at)) FROM invitations i
                                    WHERE i.account = a.account),
                   'codes', (SELECT jsonb_build_array(count(*), count(used_at)) FROM recovery_codes c WHERE c.account = a.account),
                   'tokens', (SELECT jsonb_build_array(count(*), count(revoked_at)) FROM api_tokens t WHERE t.account = a.account),
                   'identities', (SELECT count(*) FROM external_identities e WHERE e.account = a.account),
                   'places', (SELECT count(*) FROM sign_in_places p WHERE p.account = a.account))::text
          FROM accounts a
        """
}
