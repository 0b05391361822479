import Appraisal
import Foundation
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// Runs in parts: resumed, repeated, shared, and the same whatever happens in between.
struct RunTests {
    private func findings(_ run: Int64, _ test: TestRegistry) async throws -> [String] {
        try await test.pool.query(
            """
            SELECT serial || ' ' || status || ' ' || shown_status || ' ' || points || ' ' || encode(findings, 'hex')
              FROM assessments
             WHERE run = \(run)
             ORDER BY district, serial
            """
        ).map { try $0.decode(as: String.self) }
    }

    /// Makes a run look as if it had been cut short before some of its parts were stored.
    private func cut(_ run: Int64, parts: [Int32], _ test: TestRegistry) async throws {
        _ = try await test.pool.withTransaction { transaction in
            try await transaction.execute(
                """
                DELETE FROM assessments a
                 USING assessment_parts p
                 WHERE a.run = \(run) AND p.run = \(run) AND p.part = ANY (\(parts))
                   AND (a.district, a.serial) BETWEEN (p.first_district, p.first_serial) AND (p.last_district, p.last_serial)
                """)
            _ = try await transaction.execute("UPDATE assessment_runs SET finished_at = NULL WHERE run = \(run)")
            return try await transaction.execute(
                "UPDATE assessment_parts SET organizations = NULL WHERE run = \(run) AND part = ANY (\(parts))")
        }
    }

    @Test func `a run that was cut short goes on, and nobody is assessed twice or left out`() async throws {
        try await TestRegistry.run { test in
            try await test.fill(9_000)
            let run = try await test.assess("2026-06-30")
            #expect(run.organizations == 9_000)
            let whole = try await findings(run.run, test)
            #expect(whole.count == 9_000)
            try await cut(run.run, parts: [1, 3], test)
            let assess = RunAssessment(registry: test.registry)
            #expect(try await findings(run.run, test).count < 9_000)
            let resumed = try await assess.resume(run.run, as: test.caller)
            #expect(resumed.organizations == 9_000 && resumed.finishedAt != nil)
            #expect(try await findings(run.run, test) == whole)
            await #expect(throws: Refusal.self) { try await assess.resume(run.run, as: test.caller) }
            await #expect(throws: Refusal.self) { try await assess.resume(run.run + 99, as: test.caller) }
        }
    }

    @Test func `two who do the same run share it`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            try await test.fill(13_000)
            let run = try await test.assess("2026-06-30")
            let whole = try await findings(run.run, test)
            try await cut(run.run, parts: [1, 2, 3, 4], test)
            let assess = RunAssessment(registry: test.registry)
            async let first = assess.resume(run.run, as: test.caller)
            async let second = assess.resume(run.run, as: test.caller)
            let done = try await [first, second]
            #expect(done.allSatisfy { $0.organizations == 13_000 && $0.finishedAt != nil })
            #expect(try await findings(run.run, test) == whole)
        }
    }

    @Test func `a run that is cut short counts for nothing until it is finished`() async throws {
        try await TestRegistry.run { test in
            try await test.fill(50)
            let run = try await test.assess("2026-06-30")
            try await cut(run.run, parts: [1], test)
            await #expect(throws: Refusal.self) {
                try await ListFlagged(registry: test.registry)(run: run.run, area: nil, page: PageRequest(), as: test.caller)
            }
        }
    }

    @Test func `the night is assessed once, however often it is started`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            try await test.fill(200)
            let nightly = RunNightlyAssessment(registry: test.registry)
            async let one = nightly(as: test.caller)
            async let other = nightly(as: test.caller)
            let (first, second) = try await (one, other)
            #expect(first.run.run == second.run.run && first.run.kind == .nightly)
            let again = try await nightly(as: test.caller)
            #expect(again.wasFinished && again.run.run == first.run.run)
            try await cut(first.run.run, parts: [1], test)
            let resumed = try await nightly(as: test.caller)
            #expect(!resumed.wasFinished && resumed.run.run == first.run.run && resumed.run.organizations == 200)
            // A district's night is another one.
            let district = try await nightly(area: test.area("320613"), as: test.caller)
            #expect(district.run.run != first.run.run && !district.wasFinished)
            #expect(try await findings(district.run.run, test) == findings(first.run.run, test))
        }
    }

    @Test func `a part of a district is ranked among the whole district`() async throws {
        try await TestRegistry.run { test in
            try await test.fill(300)
            let number = try await test.organization("城东互助社")
            try await test.record(2024, net: 1_000_00, income: 150_000, of: number)
            let whole = try await test.assess("2026-06-30")
            let street = try await RunAssessment(registry: test.registry)(
                asOf: test.day("2026-06-30"), area: test.area("320613001"), as: test.caller)
            #expect(street.organizations == 1)
            let (first, second) = (
                try await test.assessment(of: number, run: whole.run), try await test.assessment(of: number, run: street.run)
            )
            #expect(first.detail.readings.contains { $0.indicator == "FN-11" && $0.value != nil })
            #expect(first.detail == second.detail)
        }
    }

    @Test func `a rubric is used only while it is valid`() async throws {
        try await TestRegistry.run { test in
            try await test.fill(1)
            await #expect(throws: Refusal.self) { try await test.assess("1999-12-31") }
            #expect(try await test.pool.query("SELECT FROM assessment_runs").isEmpty)
        }
    }
}
