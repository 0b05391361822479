import Incubation
import Postgres
import SeededRandom
import Store
import TestDatabase
import Testing
import Values

/// What is written is read back the same, to the ends of what can be written.
struct CodecTests {
    private static func roundTrip<Value: PostgresCodable & Sendable>(_ values: [Value]) async throws -> [Value] {
        try await TestDatabase.run { pool in
            var read: [Value] = []
            for value in values { read.append(try await pool.query("SELECT \(value)")[0].decode(as: Value.self)) }
            return read
        }
    }

    @Test func `days from the first to the last come back, and mean the same to the server`() async throws {
        var chance = Seed(7)
        var days = [Day.earliest, .latest]
        for text in ["1969-12-31", "1970-01-01", "1999-12-31", "2000-01-01", "2000-02-29", "2024-02-29", "1582-10-15"] {
            days.append(try #require(Day(iso: text)))
        }
        for _ in 1...200 {
            let count = Int.random(in: Int(Day.earliest.daysSince1970)...Int(Day.latest.daysSince1970), using: &chance)
            days.append(try #require(Day(daysSince1970: count)))
        }
        #expect(try await Self.roundTrip(days) == days)
        try await TestDatabase.run { pool in
            for day in days {
                let text = try await pool.query("SELECT to_char(\(day), 'YYYY-MM-DD') AS text")[0].decode(as: String.self)
                #expect(text == day.iso)
            }
        }
    }

    @Test(arguments: ["infinity", "-infinity", "4000-01-01 BC", "10000-01-01"])
    func `a date that no day can be is told and not bent`(text: String) async throws {
        try await TestDatabase.run { pool in
            let row = try await pool.query("SELECT \(text)::text::date AS day")[0]
            #expect(throws: PostgresError.self) { try row.decode(as: Day.self) }
        }
    }

    @Test func `moments come back to the microsecond`() async throws {
        let moments = [0, -1, 1 as Int64, 946_684_800_000_000, 946_684_799_999_999, 253_402_300_799_999_999, -62_135_596_800_000_000, .max]
            .map { Instant(microsecondsSince1970: $0) }
        #expect(try await Self.roundTrip(moments) == moments)
    }

    @Test(arguments: [Int64.min, Int64.min + 1])
    func `a moment beyond what the server can hold is refused, not stored as another`(microseconds: Int64) async throws {
        try await TestDatabase.run { pool in
            let moment = Instant(microsecondsSince1970: microseconds)
            await #expect(throws: PostgresError.self) {
                let row = try await pool.query("SELECT \(moment)")[0]
                _ = try row.decode(as: Instant.self)
            }
        }
    }

    @Test(arguments: ["infinity", "-infinity"])
    func `an infinite moment is no moment`(text: String) async throws {
        try await TestDatabase.run { pool in
            let row = try await pool.query("SELECT \(text)::text::timestamptz AS moment")[0]
            #expect(throws: PostgresError.self) { try row.decode(as: Instant.self) }
        }
    }

    @Test func `money comes back to the last fen`() async throws {
        let amounts = [Int64.min, -1, 0, 1, .max].map { Money(minorUnits: $0) }
        #expect(try await Self.roundTrip(amounts) == amounts)
    }

    @Test func `area codes and credit codes come back`() async throws {
        let areas = try ["32", "3206", "320613", "320613001", "320613001001", "320613001001-A1", "320613001001-ABCDEFGHIJKL"].map {
            try #require(AreaCode($0))
        }
        #expect(try await Self.roundTrip(areas) == areas)
        let codes = [try UnifiedSocialCreditCode("52320613MJ0123456L"), try UnifiedSocialCreditCode(overridden: "52320613MJ0123456M")]
        #expect(try await Self.roundTrip(codes) == codes, "a code that was vouched for is read as it was recorded")
    }

    @Test func `text that is no code is told and not taken`() async throws {
        try await TestDatabase.run { pool in
            let row = try await pool.query("SELECT 'abc'::text AS text")[0]
            #expect(throws: PostgresError.self) { try row.decode(as: AreaCode.self) }
            #expect(throws: PostgresError.self) { try row.decode(as: UnifiedSocialCreditCode.self) }
            #expect(throws: PostgresError.self) { try row.decode(as: LegalStatus.self) }
        }
    }

    @Test func `every value of a closed list is one that its table takes`() async throws {
        try await TestDatabase.run { pool in
            let checks = try await pool.query(
                "SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'c' AND conname = ANY(\(Self.lists.map(\.0)))"
            ).map { try $0.decode(as: String.self) }.joined(separator: "\n")
            #expect(checks.split(separator: "\n").count == Self.lists.count)
            for value in Self.lists.flatMap(\.1) { #expect(checks.contains("'\(value)'"), "\(value)") }
        }
    }

    private static let lists: [(String, [String])] = [
        ("areas_level_known", AreaLevel.allCases.map(\.rawValue)),
        ("organizations_category_known", OrganizationCategory.allCases.map(\.rawValue)),
        ("organizations_legal_form_known", LegalForm.allCases.map(\.rawValue)),
        ("organizations_legal_status_known", LegalStatus.allCases.map(\.rawValue)),
        ("legal_status_steps_status_known", LegalStatus.allCases.map(\.rawValue)),
        ("organization_contacts_kind_known", ContactKind.allCases.map(\.rawValue)),
        ("leadership_posts_post_known", PostKind.allCases.map(\.rawValue)),
        ("leadership_posts_chosen_by_known", SelectionMethod.allCases.map(\.rawValue)),
        ("charters_clauses_known", CharterClause.allCases.map(\.rawValue)),
        ("governance_bodies_kind_known", GovernanceBodyKind.allCases.map(\.rawValue)),
        ("governance_meetings_body_known", GovernanceBodyKind.allCases.map(\.rawValue)),
        ("activities_kind_known", ActivityKind.allCases.map(\.rawValue)),
        ("annual_reports_result_known", InspectionResult.allCases.map(\.rawValue)),
        ("incubation_cases_stage_known", CaseStage.allCases.map(\.rawValue)),
        ("case_steps_stage_known", CaseStage.allCases.map(\.rawValue)),
        ("people_state_known", PersonState.allCases.map(\.rawValue)),
    ]

    @Test func `arrays of any text come through their text form`() async throws {
        var chance = Seed(11)
        let alphabet: [Character] = ["\"", "\\", ",", "{", "}", " ", "\n", "\t", "N", "U", "L", "'", "团", "é", "\u{1F600}", "a"]
        var arrays: [[String?]] = [[], [nil], ["NULL"], ["null", nil, ""], ["\"", "\\", ",", "{}"], ["a,b", "c\"d", "e\\f", "{g}"]]
        for _ in 1...100 {
            arrays.append(
                (0..<Int.random(in: 0...4, using: &chance)).map { _ in
                    if Int.random(in: 0...5, using: &chance) == 0 { return nil }
                    return String((0..<Int.random(in: 0...6, using: &chance)).map { _ in alphabet.randomElement(using: &chance) ?? "a" })
                })
        }
        try await TestDatabase.run { pool in
            for array in arrays {
                let read = try await pool.query("SELECT \(ArrayText.of(array))::text::text[] AS list")[0].decode(as: [String?].self)
                #expect(read == array)
            }
        }
    }
}
