import Postgres
import TestDatabase
import Testing

/// What the database itself refuses, whatever the program does.
struct RoleConstraintTests {
    private static func insert(
        _ role: String, duty: String, scope: String = "nation", area: String? = nil, district: Int64? = nil, serial: Int64? = nil,
        grantedBy: Int64? = nil
    ) -> SQL {
        """
        INSERT INTO role_holdings (account, duty, role, scope, area, organization_district, organization_serial, from_day, granted_by)
        VALUES (1, \(duty), \(role), \(scope), \(area), \(district), \(serial), '2024-01-01', \(grantedBy))
        """
    }

    private static func run(_ body: (PostgresPool) async throws -> Void) async throws {
        try await TestDatabase.run { pool in
            _ = try await pool.query("INSERT INTO areas (code, name, level) VALUES ('32', '江苏省', 'province')")
            _ = try await pool.query("INSERT INTO accounts (login, folded_login, display_name, duty) VALUES ('zh', 'zh', '甲', 'business')")
            try await body(pool)
        }
    }

    private static func constraint(_ pool: PostgresPool, _ statement: SQL) async throws -> String? {
        do {
            _ = try await pool.query(statement)
            return nil
        } catch let error as PostgresError {
            return error.constraint
        }
    }

    @Test func `a role is held where it fits`() async throws {
        try await Self.run { (pool) async throws in
            let refused: [(SQL, String)] = [
                (
                    Self.insert("official", duty: "business", scope: "organization", district: 320_613, serial: 1),
                    "role_holdings_scope_of_role"
                ),
                (Self.insert("organizationMember", duty: "business"), "role_holdings_scope_of_role"),
                (Self.insert("organizationMember", duty: "business", scope: "area", area: "32"), "role_holdings_scope_of_role"),
                (Self.insert("official", duty: "business", scope: "area"), "role_holdings_scope_whole"),
                (Self.insert("official", duty: "business", scope: "nation", area: "32"), "role_holdings_scope_whole"),
                (Self.insert("official", duty: "business", scope: "galaxy"), "role_holdings_scope_whole"),
                (Self.insert("emperor", duty: "business"), "role_holdings_role_known"),
                (Self.insert("official", duty: "business", grantedBy: 1), "role_holdings_not_from_oneself"),
                (Self.insert("official", duty: "business", scope: "area", area: "99"), "role_holdings_area_fkey"),
            ]
            for (statement, constraint) in refused { #expect(try await Self.constraint(pool, statement) == constraint) }
            #expect(try await Self.constraint(pool, Self.insert("official", duty: "business", scope: "area", area: "32")) == nil)
            #expect(
                try await Self.constraint(pool, Self.insert("official", duty: "business", scope: "area", area: "32"))
                    == "role_holdings_open_idx")
            #expect(
                try await Self.constraint(
                    pool, Self.insert("organizationMember", duty: "business", scope: "organization", district: 320_613, serial: 1)) == nil)
        }
    }

    @Test(arguments: ["systemAdministrator", "securityAdministrator", "auditAdministrator"])
    func `nobody administers and decides`(role: String) async throws {
        try await Self.run { (pool) async throws in
            let duty = String(role.dropLast("Administrator".count))
            #expect(
                try await Self.constraint(pool, Self.insert(role, duty: duty)) == "role_holdings_account_fkey",
                "the account is for business")
            #expect(try await Self.constraint(pool, Self.insert(role, duty: "business")) == "role_holdings_duty_of_role")
            #expect(try await Self.constraint(pool, Self.insert("fundingApprover", duty: "business")) == nil)
            let change = "UPDATE accounts SET duty = \(duty)" as SQL
            #expect(try await Self.constraint(pool, change) == "role_holdings_account_fkey", "while there is a holding")
        }
    }

    @Test func `a secret has the shape of a hash or is refused`() async throws {
        try await Self.run { (pool) async throws in
            let refused: [(SQL, String)] = [
                ("UPDATE accounts SET password_hash = 'correct horse battery'", "accounts_password_hash_shape"),
                ("INSERT INTO recovery_codes VALUES (1, 'ABCD-EFGH')", "recovery_codes_hash_whole"),
                ("INSERT INTO invitations VALUES ('token', 1, now(), now() + interval '1 day')", "invitations_token_hash_whole"),
                ("INSERT INTO invitations VALUES (sha256('x'), 1, now(), now())", "invitations_times_in_order"),
            ]
            for (statement, constraint) in refused { #expect(try await Self.constraint(pool, statement) == constraint) }
        }
    }
}
