import Access
import Appraisal
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// What is shown from run to run: status, flags since when, trend, comparison, and what new evidence changes.
struct StandingTests {
    @Test func `a change for the worse is shown when two evaluations in a row say so`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.cooperative("城东合作社")
            try await test.record(2023, net: 90_000_00, of: number)
            _ = try await test.assess("2025-02-01")
            let before = try await test.assessment(of: number)
            #expect(before.status == "stable" && before.computedStatus == "stable")
            try await test.record(2024, net: -2_000_00, of: number)
            _ = try await test.assess("2025-04-01")
            let first = try await test.assessment(of: number)
            #expect(first.computedStatus == "watch" && first.status == "stable")
            // The same day again is not a second evaluation.
            _ = try await test.assess("2025-04-01")
            #expect(try await test.assessment(of: number).status == "stable")
            _ = try await test.assess("2025-04-02")
            #expect(try await test.assessment(of: number).status == "watch")
            try await test.record(2025, net: 90_000_00, of: number)
            _ = try await test.assess("2026-06-30")
            // For the better at once.
            #expect(try await test.assessment(of: number).status == "stable")
        }
    }

    @Test func `a flag keeps the day since which it has been raised`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.cooperative("城东合作社")
            try await test.record(2024, net: -2_000_00, of: number)
            for day in ["2025-04-01", "2025-05-01", "2025-06-01"] { _ = try await test.assess(day) }
            func since(_ code: String) async throws -> String? {
                try await test.assessment(of: number).detail.flags.first { $0.code == code }?.since
            }
            #expect(try await since("FIN-RESERVE-NEG") == "2025-04-01")
            try await test.record(2025, net: 90_000_00, of: number)
            _ = try await test.assess("2026-04-01")
            #expect(try await since("FIN-RESERVE-NEG") == nil)
            let trend = try await ShowTrend(registry: test.registry)(number, page: PageRequest(size: 3), as: test.caller)
            #expect(trend.items.map(\.asOf.iso) == ["2026-04-01", "2025-06-01", "2025-05-01"])
            let rest = try await ShowTrend(registry: test.registry)(
                number, page: PageRequest(size: 3, after: trend.next), as: test.caller)
            #expect(rest.items.map(\.asOf.iso) == ["2025-04-01"] && rest.next == nil)
        }
    }

    @Test func `an organization whose evidence changed is assessed anew, and nobody else`() async throws {
        try await TestRegistry.run { test in
            try await test.fill(60)
            let number = try await test.cooperative("城东合作社")
            try await test.record(2024, net: 90_000_00, of: number)
            let refresh = RefreshAssessments(registry: test.registry)
            _ = try await refresh(as: test.caller)
            let nightly = try await RunNightlyAssessment(registry: test.registry)(as: test.caller)
            #expect(try await refresh(as: test.caller).isEmpty)
            try await test.record(2025, net: -2_000_00, of: number)
            let runs = try await refresh(as: test.caller)
            #expect(runs.map(\.organizations) == [1] && runs.first?.kind == .refresh)
            #expect(try await refresh(as: test.caller).isEmpty)
            let now = try await test.assessment(of: number)
            #expect(now.run == runs.first?.run && now.detail.flags.contains { $0.code == "FIN-RESERVE-NEG" })
            // The list shows it as it is now, once; the night's run shows it as it was.
            let list = ListFlagged(registry: test.registry)
            func flags(_ run: Int64?) async throws -> [[String]] {
                try await list(run: run, area: nil, page: PageRequest(size: 500), as: test.caller).page.items
                    .filter { $0.organization == number }.map { $0.detail.flags.map(\.code) }
            }
            #expect(try await flags(nil).map { $0.contains("FIN-RESERVE-NEG") } == [true])
            #expect(try await flags(nightly.run.run).allSatisfy { !$0.contains("FIN-RESERVE-NEG") })
            // What a whole run of the day finds is the same.
            let whole = try await RunAssessment(registry: test.registry)(asOf: test.registry.today, as: test.caller)
            #expect(try await test.assessment(of: number, run: whole.run).detail == now.detail)
        }
    }

    @Test func `an area counts what the list of its flagged organizations shows, also after somebody was assessed anew`() async throws {
        try await TestRegistry.run { test in
            try await test.fill(30)
            let number = try await test.cooperative("城东合作社")
            for year in [2023, 2024] { try await test.record(year, net: 90_000_00, of: number) }
            let night = try await RunNightlyAssessment(registry: test.registry)(as: test.caller).run
            let new = try await test.organization("新团")
            try await test.record(2025, net: -2_000_00, of: number)
            _ = try await RefreshAssessments(registry: test.registry)(as: test.caller)
            let (summarize, list) = (SummarizeArea(registry: test.registry), ListFlagged(registry: test.registry))
            for run in [nil, night.run] {
                let summary = try await summarize(test.area("320613"), run: run, as: test.caller)
                let shown = try await list(run: run, area: test.area("320613"), page: PageRequest(size: 500), as: test.caller).page.items
                #expect(shown.contains { $0.organization == new } == (run == nil))
                for status in Status.allCases {
                    let counted = (summary.statuses[status] ?? 0) - (status == .stable ? (summary.severities[nil] ?? 0) : 0)
                    #expect(counted == Int64(shown.count { $0.status == status.rawValue }), "\(status) in \(run ?? 0)")
                }
                #expect(summary.severities.reduce(0) { $0 + ($1.key == nil ? 0 : $1.value) } == Int64(shown.count))
                let most = Dictionary(grouping: shown.flatMap(\.detail.flags), by: \.code).mapValues { Int64($0.count) }
                #expect(summary.flags.allSatisfy { most[$0.code] == $0.count } && !summary.flags.isEmpty)
                let parts = summary.parts.reduce(0) { $0 + $1.unsustainable + $1.watch + $1.stable + $1.incomplete }
                #expect(parts <= summary.statuses.values.reduce(0, +))
            }
        }
    }

    @Test func `a new organization is assessed without waiting for the night`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization("新团")
            let runs = try await RefreshAssessments(registry: test.registry)(as: test.caller)
            #expect(runs.map(\.organizations) == [1])
            #expect(try await test.assessment(of: number).run == runs.first?.run)
        }
    }

    @Test func `every page of the flagged list holds everybody once`() async throws {
        try await TestRegistry.run { test in
            try await test.fill(40)
            _ = try await RunNightlyAssessment(registry: test.registry)(as: test.caller)
            let rows = try await test.pool.query("SELECT district, serial FROM organizations WHERE serial % 3 = 0")
            for row in rows {
                let (district, serial) = try row.decode(as: Int64.self, Int64.self)
                let number = OrganizationNumber(district: try #require(District(rawValue: district)), serial: serial)
                try await test.record(2025, net: -serial * 100, of: number)
            }
            _ = try await RefreshAssessments(registry: test.registry)(as: test.caller)
            var (seen, next) = ([StoredAssessment](), String?.none)
            repeat {
                let found = try await ListFlagged(registry: test.registry)(
                    run: nil, area: nil, page: PageRequest(size: 7, after: next), as: test.caller)
                seen += found.page.items
                next = found.page.next
            } while next != nil
            #expect(Set(seen.map(\.organization)).count == seen.count)
            let flagged = try await test.pool.query(
                """
                SELECT count(*) FROM (
                    SELECT DISTINCT ON (district, serial) flag_count FROM assessments ORDER BY district, serial, run DESC) newest
                 WHERE flag_count > 0
                """)
            #expect(try flagged[0].decode(as: Int64.self) == Int64(seen.count))
        }
    }

    @Test func `an organization is held against its own kind, and no other is named`() async throws {
        try await TestRegistry.run { test in
            try await test.fill(99)
            let number = try await test.organization("城东互助社")
            try await test.record(2024, net: -1_000_00, of: number)
            _ = try await test.cooperative("另一类")
            _ = try await test.assess("2026-06-30")
            let found = try await CompareWithCohort(registry: test.registry)(number, run: nil, as: test.caller)
            #expect(found.cohort.organizations == 100)
            let all = found.cohort.unsustainable + found.cohort.watched + found.cohort.stable + found.cohort.incomplete
            #expect(all == 100)
            let below = try #require(found.cohort.pointsBelow)
            #expect((0...1).contains(below))
            #expect(found.cohort.pointQuarters?.count == 3)
            // A member of the organization sees the same, though nobody else's file.
            let member = try Self.member(of: number)
            #expect(try await CompareWithCohort(registry: test.registry)(number, run: nil, as: member).cohort == found.cohort)
        }
    }

    @Test func `visits to organizations without a flag are drawn by the run's own seed`() async throws {
        try await TestRegistry.run { test in
            for name in ["甲", "乙", "丙", "丁", "戊"] {
                let number = try await test.cooperative("合作社\(name)")
                try await test.record(2024, net: 90_000_00, of: number)
                try await test.record(2023, net: 90_000_00, of: number)
            }
            let bad = try await test.cooperative("难社")
            try await test.record(2024, net: -1_000_00, of: bad)
            _ = try await test.assess("2025-04-01")
            let draw = DrawVisits(registry: test.registry)
            let first = try await draw(run: nil, area: nil, as: test.caller)
            #expect(first.visits.count == 1 && first.visits.allSatisfy { $0.organization != bad })
            #expect(try await draw(run: first.run.run, area: nil, as: test.caller).visits == first.visits)
            let visited = try #require(first.visits.first).organization
            let visit = Intervention(
                kind: .visit, heldOn: try test.day("2025-05-01"), reason: .sample, run: first.run.run, result: "一切正常")
            let kept = try await RecordIntervention(registry: test.registry)(visited, visit, as: test.caller)
            #expect(kept.map(\.intervention) == [visit])
            await #expect(throws: Refusal.self) {
                let wrong = Intervention(kind: .visit, heldOn: try test.day("2025-05-01"), reason: .flag)
                _ = try await RecordIntervention(registry: test.registry)(visited, wrong, as: test.caller)
            }
        }
    }

    private static func member(of number: OrganizationNumber) throws -> Caller {
        let from = try #require(Day(iso: "2020-01-01"))
        let holding = Holding(number: 1, role: .organizationMember, scope: .organization(number), from: from, until: nil)
        return Caller(account: try #require(AccountNumber(rawValue: 31)), holdings: [holding], isTwoFactor: false)
    }
}
