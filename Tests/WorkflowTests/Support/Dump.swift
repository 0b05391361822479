import Postgres

/// What stands in every table of a register, to be compared before and after: of each table its rows as text, sorted.
struct Dump: Equatable, Sendable {
    let tables: [String: [String]]

    /// Jobs and findings of imports, events and counts of attempts are left out: they are written whatever becomes of an import or an act.
    private static let leftOut: Set<String> = [
        "audit_events", "audit_heads", "import_jobs", "import_findings", "import_progress", "rate_limits", "schema_migrations",
        "people_key_marks",
    ]
    /// What is to be assessed anew: single records are followed by that, a table by a run.
    private static let followed: Set<String> = ["assessments_due"]
    /// What differs between two registers of the same content: numbers given in turn, and times of recording.
    private static let givenInTurn = [
        "serial", "entry", "recorded_at", "new_serial", "job", "person", "hash", "wrapped_key", "state_since", "value",
        "value_hash",
    ]

    /// - Parameter comparable: leaves out what is never equal in two databases.
    init(of pool: PostgresPool, comparable: Bool = false) async throws {
        let names = try await pool.query(
            "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname"
        ).map { try $0.decode(as: String.self) }
        var tables: [String: [String]] = [:]
        for name in names where !Self.leftOut.contains(name) && !(comparable && Self.followed.contains(name)) {
            let without = comparable ? Self.givenInTurn + (name == "people" ? ["name"] : []) : []
            tables[name] = try await pool.query(
                "SELECT (to_jsonb(t) - \(without))::text AS line FROM \(identifier: name) AS t ORDER BY 1"
            ).map { try $0.decode(as: String.self) }
        }
        self.tables = tables
    }

    /// The tables that differ, with how many rows stand in them, for the message of a failing test.
    func difference(from other: Dump) -> [String] {
        Set(tables.keys).union(other.tables.keys).sorted().filter { tables[$0] != other.tables[$0] }.map {
            "\($0): \(tables[$0]?.count ?? 0) and \(other.tables[$0]?.count ?? 0) rows"
        }
    }
}

extension TestRegistry {
    func dump(comparable: Bool = false) async throws -> Dump {
        try await Dump(of: pool, comparable: comparable)
    }
}
