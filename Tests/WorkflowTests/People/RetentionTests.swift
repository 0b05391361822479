import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// What is past its time goes, what is not stays.
struct RetentionTests {
    @Test func `every rule that the job applies stands in the table, and none that says at least`() async throws {
        try await TestRegistry.run { test in
            let periods = try await ListRetention(registry: test.registry)(as: test.caller)
            let applied = Set(periods.filter { $0.keeps == .atMost && $0.keeper == .register }.map(\.subject))
            #expect(applied == Set(RetainedSubject.allCases.map(\.rawValue)))
            for period in periods where period.keeps == .atLeast { #expect(RetainedSubject(rawValue: period.subject) == nil) }
            #expect(periods.first { $0.subject == "access-log" }?.days ?? 0 >= 183)
            #expect(periods.first { $0.subject == "impact-assessments" }?.days ?? 0 >= 3 * 365)
            #expect(periods.allSatisfy { !$0.source.zh.isEmpty && !$0.source.en.isEmpty })
        }
    }

    /// Rows on both sides of each limit.
    private func fill(_ test: TestRegistry) async throws {
        let pool = test.pool
        for days in [1, 8, 100] {
            _ = try await pool.query(
                """
                INSERT INTO idempotency_keys (caller, key, act, request_hash, created_at)
                SELECT 'visitor', n || '-' || \(Int32(days)), 'x', sha256(''), now() - \(Int32(days)) * interval '1 day'
                  FROM generate_series(1, 7) AS n
                """)
        }
        _ = try await pool.query(
            """
            INSERT INTO import_jobs (job, kind, file_name, file_fingerprint, mapping_hash, skip_bad_rows, rehearsal, state, started_at, finished_at)
            VALUES (901, 'leadership', 'a', 'a', 'a', false, false, 'staging', now() - interval '8 days', NULL),
                   (902, 'leadership', 'b', 'b', 'b', false, false, 'staging', now() - interval '1 day', NULL),
                   (903, 'leadership', 'c', 'c', 'c', false, false, 'refused', now() - interval '40 days', now() - interval '40 days'),
                   (904, 'leadership', 'd', 'd', 'd', false, false, 'applied', now() - interval '200 days', now() - interval '200 days')
            """)
        _ = try await pool.query("INSERT INTO staged_records (job, row_number, part, fields) VALUES (901, 1, 0, '{a}'), (902, 1, 0, '{a}')")
        _ = try await pool.query(
            """
            INSERT INTO import_findings (job, row_number, code, message_chinese, message_english, remedy_chinese, remedy_english, severity, value)
            SELECT job, 1, 'x', '', '', '', '', severity, '王'
              FROM unnest(ARRAY[903, 904]) AS j (job), unnest(ARRAY['error', 'warning']) AS s (severity)
            """)
    }

    @Test func `what is past its time is counted, then removed in batches, each with its event, and then nothing is left to do`()
        async throws
    {
        try await TestRegistry.run { test in
            try await fill(test)
            let apply = ApplyRetention(registry: test.registry, batch: 3)
            let expected = ["idempotency-keys": 14, "import-staging": 1, "rejected-rows": 2, "import-findings": 1] as [String: Int64]
            func due(_ results: [ApplyRetention.Result]) -> [String: Int64] {
                Dictionary(uniqueKeysWithValues: results.filter { $0.due > 0 }.map { ($0.subject, $0.due) })
            }
            let before = try await test.dump()
            let rehearsed = try await apply(isRehearsal: true, as: test.caller)
            #expect(due(rehearsed) == expected)
            #expect(rehearsed.allSatisfy { $0.removed == 0 })
            #expect(try await test.dump() == before)

            let done = try await apply(isRehearsal: false, as: test.caller)
            #expect(due(done) == expected)
            #expect(done.allSatisfy { $0.removed == $0.due })
            let events = try await test.events().filter { $0.entry.act == "apply-retention" }
            #expect(events.map(\.entry.rowCount) == [3, 3, 3, 3, 2, 1, 2, 1])
            #expect(Set(events.map(\.entry.purpose)) == Set(expected.keys))
            #expect(try await test.pool.query("SELECT FROM idempotency_keys").count == 7)
            #expect(try await test.pool.query("SELECT FROM staged_records").count == 1)
            #expect(try await test.pool.query("SELECT FROM import_findings WHERE job = 903 AND severity = 'warning'").count == 1)

            let again = try await apply(isRehearsal: false, as: test.caller)
            #expect(again.allSatisfy { $0.due == 0 })
            #expect(try await test.events().filter { $0.entry.act == "apply-retention" }.count == events.count)
        }
    }

    @Test func `whom a law kept until a day that is past is erased`() async throws {
        try await PeopleBench.run { bench in
            let (test, people) = (bench.test, try await bench.people())
            for (person, until) in zip(people, ["2026-06-30", "2026-07-01", "2030-01-01"]) {
                _ = try await RestrictPerson(registry: test.registry)(
                    person.person, of: bench.organization, on: .legalRetention, until: test.day(until), as: test.caller)
            }
            // The day after, in China.
            let tomorrow = Registry(
                pool: test.registry.pool, folding: .standard, people: test.registry.people,
                now: { Instant(microsecondsSince1970: TestRegistry.now.microsecondsSince1970 + 86_400_000_000) })
            let results = try await ApplyRetention(registry: tomorrow)(isRehearsal: false, as: test.caller)
            #expect(results.last == ApplyRetention.Result(subject: ApplyRetention.endedRestrictions, due: 1, removed: 1))
            #expect(try await bench.people().map(\.state) == [.erased, .restricted, .restricted, .active])
            #expect(bench.noted.all.map(\.basis) == [.retentionEnded])
        }
    }
}
