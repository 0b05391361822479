package import Postgres

/// What the retention job removes when it has been kept as long as a rule says. The names are those of the rules.
package enum RetainedSubject: String, CaseIterable, Hashable, Sendable {
    case idempotencyKeys = "idempotency-keys"
    /// Rows of imports that nobody went on with.
    case importStaging = "import-staging"
    /// What was wrong with rows that an import refused, with their values.
    case rejectedRows = "rejected-rows"
    /// What imports warned of.
    case importFindings = "import-findings"
    case sessions
    case signInPlaces = "sign-in-places"
    case invitations
    case rateLimits = "rate-limits"

    /// The tables, each with the condition under which a row of it is past its time; `limit` stands for the moment.
    private var tables: [(name: String, isPast: String)] {
        switch self {
        case .idempotencyKeys: [("idempotency_keys", "t.created_at < limit")]
        case .importStaging:
            ["staged_organizations", "staged_records"].map { ($0, Self.ofJob("j.state = 'staging' AND j.started_at < limit")) }
        case .rejectedRows: [("import_findings", "t.severity = 'error' AND " + Self.ofJob("j.finished_at < limit"))]
        case .importFindings: [("import_findings", "t.severity = 'warning' AND " + Self.ofJob("j.finished_at < limit"))]
        case .sessions: [("sessions", "t.last_seen_at < limit")]
        case .signInPlaces: [("sign_in_places", "t.seen_at < limit")]
        case .invitations: [("invitations", "t.expires_at < limit")]
        case .rateLimits: [("rate_limits", "t.full_at < limit")]
        }
    }

    private static func ofJob(_ condition: String) -> String {
        "EXISTS (SELECT FROM import_jobs j WHERE j.job = t.job AND \(condition))"
    }

    /// What a transaction must say before it sees all of the rows.
    package static let duty: SQL = "SELECT set_config('incubator.duty', 'administration', true)"

    /// How many rows are past their time, in each table that this register has.
    package func count(in tables: Set<String>) -> SQL {
        let counts = self.tables.filter { tables.contains($0.name) }.map {
            "(SELECT count(*) FROM \($0.name) t WHERE \(limited($0.isPast)))"
        }
        return SQL(trusted: "SELECT " + (["0::bigint"] + counts).joined(separator: " + "))
    }

    /// Removes at most so many of them, none that anybody is working on.
    package func removals(in tables: Set<String>, limit: Int) -> [SQL] {
        self.tables.filter { tables.contains($0.name) }.map { table in
            """
            DELETE FROM \(identifier: table.name)
             WHERE ctid = ANY (ARRAY(
                    SELECT t.ctid
                      FROM \(identifier: table.name) t
                     WHERE \(fragment: SQL(trusted: limited(table.isPast)))
                     LIMIT \(limit)
                       FOR UPDATE SKIP LOCKED))
            """
        }
    }

    private func limited(_ condition: String) -> String {
        condition.replacing(
            "limit",
            with: "(SELECT now() - days * interval '1 day' FROM retention_periods WHERE subject = '\(rawValue)' AND keeps = 'at-most')")
    }

    /// Every table that any of the subjects is about.
    package static var tableNames: [String] { allCases.flatMap { $0.tables.map(\.name) } }
}

/// Which of some tables the database has: parts of the register that are not there yet have nothing to be removed.
package struct SelectExistingTables: Statement {
    let names: [String]

    package init(among names: [String]) {
        self.names = names
    }

    package var sql: SQL {
        "SELECT DISTINCT n.name FROM unnest(\(names)) AS n (name) WHERE to_regclass('public.' || n.name) IS NOT NULL"
    }

    package func decode(_ row: Row) throws(PostgresError) -> String {
        try row.decode(as: String.self)
    }
}
