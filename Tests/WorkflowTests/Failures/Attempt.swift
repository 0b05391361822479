import Incubation
import Postgres
import Testing
import Values
import Workflow

/// One attempt at a write, and what of the register belongs to it.
struct Attempt: Sendable {
    let number: Int
    let organization: OrganizationNumber
    /// What belonged to it before the write.
    private var before: Set<String> = []

    init(_ number: Int, of write: Write, in test: TestRegistry) async throws {
        self.number = number
        organization = try await test.organization("团T\(number)T")
        try await write.prepare(test, self)
        before = try await belongings(in: test)
    }

    /// Stands in every name that the attempt writes.
    var mark: String { "T\(number)T" }
    var creditCode: String { get throws { try TestCodes.code(number) } }
    /// The code of a community of the attempt's own.
    var area: String { "320613001" + String(String(1000 + number).dropFirst()) }

    /// A year of the attempt's own.
    var year: Int { 2100 + number }

    /// What the write has added, and what it has taken away.
    func effect(in test: TestRegistry) async throws -> Set<String> {
        let after = try await belongings(in: test)
        return after.subtracting(before).union(before.subtracting(after).map { "gone: " + $0 })
    }

    /// Rows of the attempt's organizations and areas, without what differs between attempts.
    private func belongings(in test: TestRegistry) async throws -> Set<String> {
        var query: SQL = """
            WITH mine AS (SELECT district, serial FROM organizations WHERE name LIKE \("%\(mark)%"))
            SELECT 'areas ' || (to_jsonb(t) - \(Self.varying))::text AS line
              FROM areas t
             WHERE name LIKE \("%\(mark)%")
            """
        query = """
            \(fragment: query)
            UNION ALL
            SELECT 'hub_contracts ' || (to_jsonb(t) - 'contract')::text FROM hub_contracts t WHERE hub LIKE \("\(mark)%")
            """
        query = """
            \(fragment: query)
            UNION ALL
            SELECT 'calendar ' || kind FROM working_calendar_days WHERE year = \(year)
            UNION ALL
            SELECT 'people ' || (to_jsonb(t) - \(Self.varying) - 'name')::text || (name IS NOT NULL)
              FROM people t
              JOIN mine ON mine.district = t.district AND mine.serial = t.serial
            UNION ALL
            SELECT 'idempotency_keys' FROM idempotency_keys WHERE key = \(mark)
            UNION ALL
            SELECT 'disclosures ' || (to_jsonb(t) - \(Self.varying))::text
              FROM disclosures t
              LEFT JOIN mine ON mine.district = t.district AND mine.serial = t.serial
             WHERE mine.serial IS NOT NULL OR t.note = \(mark)
            """
        for table in Self.tables {
            query = """
                \(fragment: query)
                UNION ALL
                SELECT \(table) || ' ' || (to_jsonb(t) - \(Self.varying))::text
                  FROM \(identifier: table) t
                  JOIN mine ON mine.district = t.district AND mine.serial = t.serial
                """
        }
        query = """
            \(fragment: query)
            UNION ALL
            SELECT 'assessment of ' || r.organizations || ' with ' || count(a.serial) || ' results'
              FROM assessment_runs r
              LEFT JOIN assessments a ON a.run = r.run
             WHERE r.area = \(area) AND r.finished_at IS NOT NULL
             GROUP BY r.run, r.organizations
            UNION ALL
            \(fragment: scoringLines)
            UNION ALL
            \(fragment: Self.accountLines) WHERE a.login = \(mark)
            """
        let code = try creditCode
        return Set(
            try await test.pool.query(query).map {
                try $0.decode(as: String.self).replacing(mark, with: "T").replacing(code, with: "CODE").replacing(area, with: "AREA")
            })
    }

    /// Ciphertext is never the same twice.
    private static let varying = [
        "serial", "entry", "item", "run", "at", "recorded_at", "declared_at", "taken_at", "contract", "folded_name", "name_bigrams",
        "person", "hash", "wrapped_key", "state_since", "value", "value_hash", "disclosure", "disclosed_at", "row_count",
        "document", "verification_number", "public_facts",
    ]
    private static let tables = [
        "organizations", "credit_codes", "legal_status_steps", "service_areas", "organization_contacts", "organization_classifications",
        "leadership_posts", "charters", "governance_bodies", "governance_meetings", "money_controls", "service_boundaries", "activities",
        "yearly_accounts", "annual_reports", "observations", "incubation_cases", "case_declarations", "case_duties", "case_decisions",
        "case_steps", "mentor_assignments", "pending_items", "pending_item_steps", "handled_flags", "handled_flag_steps", "interventions",
        "documents",
    ]
}
