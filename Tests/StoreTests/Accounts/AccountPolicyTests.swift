import Postgres
import Store
import TestDatabase
import Testing

/// What the service's role sees and changes of accounts: its own caller's rows, and everybody's only when it says that it is on duty.
struct AccountPolicyTests {
    private static let tables = [
        "accounts", "role_holdings", "sessions", "invitations", "recovery_codes", "api_tokens", "external_identities", "sign_in_places",
    ]
    private static let dutyTables = ["provider_sign_ins", "rate_limits"]

    /// Two accounts with a row in every table, made by the owner; the first has the number 1 and the second 2.
    private static let rows: [SQL] = [
        "INSERT INTO accounts (login, folded_login, display_name, state) VALUES ('zh', 'zh', '甲', 'active'), ('li', 'li', '乙', 'active')",
        "UPDATE accounts SET duty = 'business'",
        """
        INSERT INTO role_holdings (account, duty, role, scope, from_day)
        SELECT account, 'business', 'auditor', 'nation', '2024-01-01' FROM accounts
        """,
        """
        INSERT INTO sessions (token_hash, account, created_at, last_seen_at, confirmed_at, csrf_secret)
        SELECT sha256(account::text::bytea), account, now(), now(), now(), sha256('x') FROM accounts
        """,
        "INSERT INTO invitations SELECT sha256(account::text::bytea), account, now(), now() + interval '1 day' FROM accounts",
        "INSERT INTO recovery_codes (account, code_hash) SELECT account, sha256('x') FROM accounts",
        """
        INSERT INTO api_tokens (token_hash, account, holding, name, scopes, created_at, expires_at)
        SELECT sha256(account::text::bytea), account, holding, 'x', '{read}', now(), now() + interval '1 day' FROM role_holdings
        """,
        "INSERT INTO external_identities SELECT 'https://id.example', account::text, account, now() FROM accounts",
        "INSERT INTO sign_in_places SELECT account, sha256('x'), now() FROM accounts",
        "INSERT INTO provider_sign_ins VALUES (sha256('x'), 'n', 'v', now(), sha256('y'), 'sign-in', NULL, NULL, '/')",
        "INSERT INTO rate_limits VALUES ('x', sha256('x'), now())",
    ]

    private static func run(_ body: (_ service: PostgresPool, _ superuser: PostgresPool) async throws -> Void) async throws {
        try await TestDatabase.runAsService { service, superuser in
            for row in rows { _ = try await superuser.query(row) }
            try await body(service, superuser)
        }
    }

    private static func within(
        _ service: PostgresPool, _ context: SessionContext, _ body: (PostgresTransaction) async throws -> Void
    ) async throws {
        try await service.withTransaction(context: context, retries: 0, body)
    }

    private static func accounts(_ table: String, _ transaction: PostgresTransaction) async throws -> Set<Int64> {
        Set(try await transaction.query("SELECT account FROM \(identifier: table)").map { try $0.decode(as: Int64.self) })
    }

    @Test(
        arguments: [
            [:], ["incubator.account": ""], ["incubator.duty": ""], ["incubator.account": "", "incubator.duty": ""],
            ["incubator.account": "3"],
            ["incubator.duty": "reading"], ["incubator.duty": "SIGN-IN"],
        ] as [SessionContext])
    func `without an account of its own and off duty nothing is seen or changed`(context: SessionContext) async throws {
        try await Self.run { service, _ in
            try await Self.within(service, context) { (transaction) async throws in
                for table in Self.tables + Self.dutyTables {
                    #expect(try await transaction.query("SELECT FROM \(identifier: table)").isEmpty, "\(table)")
                }
                for table in ["sessions", "invitations", "recovery_codes", "rate_limits", "provider_sign_ins"] {
                    #expect(try await transaction.execute("DELETE FROM \(identifier: table)") == 0, "\(table)")
                }
                #expect(try await transaction.execute("UPDATE accounts SET state = 'disabled'") == 0)
                #expect(try await transaction.execute("UPDATE role_holdings SET until_day = '2030-01-01'") == 0)
            }
        }
    }

    @Test func `an account sees and changes its own rows and nobody else's`() async throws {
        try await Self.run { service, superuser in
            try await Self.within(service, ["incubator.account": "1"]) { (transaction) async throws in
                for table in Self.tables { #expect(try await Self.accounts(table, transaction) == [1], "\(table)") }
                for table in Self.dutyTables { #expect(try await transaction.query("SELECT FROM \(identifier: table)").isEmpty) }
            }
            let planted: [SQL] = [
                """
                INSERT INTO sessions (token_hash, account, created_at, last_seen_at, confirmed_at, csrf_secret)
                VALUES (sha256('stolen'), 2, now(), now(), now(), sha256('x'))
                """,
                "UPDATE sessions SET account = 2",
                "INSERT INTO recovery_codes VALUES (2, sha256('stolen'))",
                "INSERT INTO external_identities VALUES ('https://id.example', 'me', 2, now())",
            ]
            for statement in planted {
                await #expect(throws: PostgresError.self, "\(statement.text)") {
                    try await Self.within(service, ["incubator.account": "1"]) { _ = try await $0.execute(statement) }
                }
            }
            try await Self.within(service, ["incubator.account": "1"]) { (transaction) async throws in
                #expect(try await transaction.execute("DELETE FROM sessions") == 1)
                #expect(try await transaction.execute("UPDATE accounts SET version = version + 1") == 1)
            }
            #expect(try await superuser.query("SELECT FROM sessions WHERE account = 2").count == 1)
        }
    }

    @Test(arguments: AccountDuty.allCases) func `on duty everything is seen`(duty: AccountDuty) async throws {
        try await Self.run { service, _ in
            try await Self.within(service, [AccountDuty.setting: duty.rawValue]) { (transaction) async throws in
                for table in Self.tables { #expect(try await Self.accounts(table, transaction) == [1, 2], "\(table)") }
                for table in Self.dutyTables { #expect(try await transaction.query("SELECT FROM \(identifier: table)").count == 1) }
            }
            try await Self.within(service, [:]) { (transaction) async throws in
                try await transaction.assume(duty)
                #expect(try await Self.accounts("accounts", transaction) == [1, 2])
            }
            try await Self.within(service, [:]) { (transaction) async throws in
                #expect(try await Self.accounts("accounts", transaction) == [], "a duty ends with its transaction")
            }
        }
    }

    @Test func `the service cannot rewrite what was granted`() async throws {
        try await Self.run { service, _ in
            let forbidden: [SQL] = [
                "UPDATE role_holdings SET role = 'official'", "UPDATE role_holdings SET account = 1", "DELETE FROM role_holdings",
                "UPDATE api_tokens SET scopes = '{read,sign-in}'", "UPDATE api_tokens SET expires_at = now()", "DELETE FROM api_tokens",
                "DELETE FROM accounts", "TRUNCATE sessions", "ALTER TABLE accounts DISABLE ROW LEVEL SECURITY",
                "DROP POLICY accounts_on_duty_or_own ON accounts",
            ]
            for statement in forbidden {
                do {
                    try await Self.within(service, [AccountDuty.setting: "administration"]) { _ = try await $0.query(statement) }
                    Issue.record("\(statement.text) was not refused")
                } catch let error as PostgresError {
                    #expect(error.sqlState == .insufficientPrivilege, "\(statement.text)")
                }
            }
        }
    }

    @Test func `every table that hangs on an account has a policy`() async throws {
        try await TestDatabase.run { pool in
            let open = try await pool.query(
                """
                SELECT DISTINCT c.relname::text
                  FROM pg_class c
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'account'
                 WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
                   AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
                """
            ).map { try $0.decode(as: String.self) }
            #expect(open == [])
        }
    }
}
