import Access
import Appraisal
import Foundation
import Incubation
import Postgres
import Store
import TestDatabase
import Testing
import Values
import Workflow

struct AssessmentTests {
    private func rubric() throws -> NamedRubric { try RubricLibrary.named(RubricLibrary.standard) }

    private func assess(_ test: TestRegistry, on day: String) async throws -> AssessmentRun {
        try await RunAssessment(registry: test.registry)(asOf: test.day(day), rubric: rubric(), as: test.caller)
    }

    /// An organization with accounts whose reserves are gone.
    private func troubled(_ test: TestRegistry) async throws -> OrganizationNumber {
        let number = try await test.organization("城东互助社")
        for (year, net) in [("2024", 5_000_00), ("2025", -2_000_00)] as [(String, Int64)] {
            let accounts = YearlyAccounts(
                periodEnd: try test.day("\(year)-12-31"), receivedOn: try test.day(year == "2024" ? "2025-03-01" : "2026-03-01"),
                income: Money(minorUnits: 10_000_00), spending: Money(minorUnits: 17_000_00), netAssets: Money(minorUnits: net))
            _ = try await RecordAccounts(registry: test.registry)(number, accounts, as: test.caller)
        }
        return number
    }

    @Test func `an organization whose reserves are gone is flagged with the record that says so`() async throws {
        try await TestRegistry.run { test in
            let number = try await troubled(test)
            let run = try await assess(test, on: "2026-06-30")
            #expect(run.organizations == 1)
            let found = try await ShowAssessment(registry: test.registry)(number, run: nil, as: test.caller)
            let flag = try #require(found.detail.flags.first { $0.code == "FIN-RESERVE-NEG" })
            #expect(flag.record == "accounts 20251231")
            #expect(!flag.reason.zh.isEmpty && !flag.reason.en.isEmpty)
            #expect(!flag.reason.zh.contains("{") && !flag.reason.en.contains("{"))
        }
    }

    @Test func `what became known later changes nothing about an earlier day`() async throws {
        try await TestRegistry.run { test in
            let number = try await troubled(test)
            let show = ShowAssessment(registry: test.registry)
            let before = try await show(number, run: try await assess(test, on: "2025-12-31").run, as: test.caller)
            #expect(!before.detail.flags.contains { $0.code == "FIN-RESERVE-NEG" })
            let correction = YearlyAccounts(
                periodEnd: try test.day("2024-12-31"), receivedOn: try test.day("2026-02-01"), income: Money(minorUnits: 1),
                spending: Money(minorUnits: 100), netAssets: Money(minorUnits: -1))
            _ = try await RecordAccounts(registry: test.registry)(number, correction, as: test.caller)
            _ = try await RecordActivity(registry: test.registry)(
                number, Activity(heldOn: try test.day("2026-05-01"), kind: .event, title: "汇演", participants: 40), as: test.caller)
            let after = try await show(number, run: try await assess(test, on: "2025-12-31").run, as: test.caller)
            #expect(after.detail == before.detail)
        }
    }

    @Test func `an organization is assessed from its first legal step to its end`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            #expect(try await assess(test, on: "2024-01-14").organizations == 0)
            #expect(try await assess(test, on: "2024-01-15").organizations == 1)
            let end = LegalStatusStep(status: .filingCancelled, since: try test.day("2025-03-01"))
            _ = try await RecordLegalStatus(registry: test.registry)(number, version: 1, step: end, as: test.caller)
            #expect(try await assess(test, on: "2025-02-28").organizations == 1)
            #expect(try await assess(test, on: "2025-03-01").organizations == 0)
        }
    }

    @Test func `the contributions add up to the estimate`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            // Of a population for which the four elements mean nothing, so that a probability is shown.
            try await test.pool.withTransaction { transaction in
                _ = try await transaction.execute(
                    """
                    INSERT INTO organization_classifications (district, serial, scheme, code)
                    VALUES (\(number.district), \(number.serial), 'population', 'cooperative')
                    """)
            }
            let accounts = YearlyAccounts(
                periodEnd: try test.day("2025-12-31"), receivedOn: try test.day("2026-03-01"), income: Money(minorUnits: 10_000_00),
                spending: Money(minorUnits: 17_000_00), netAssets: Money(minorUnits: -1), members: 5)
            _ = try await RecordAccounts(registry: test.registry)(number, accounts, as: test.caller)
            _ = try await assess(test, on: "2026-06-30")
            let found = try await ShowAssessment(registry: test.registry)(number, run: nil, as: test.caller)
            let estimate = try #require(found.detail.estimates.first { $0.months == 24 })
            let logit = found.detail.contributions.map(\.logOdds).reduce(0, +)
            #expect(abs(1 / (1 + exp(-logit)) - estimate.probability) < 1e-9)
            #expect(found.probability.map { abs($0 - estimate.probability) < 1e-12 } == true)
            #expect(estimate.lowest <= estimate.probability && estimate.probability <= estimate.highest)
        }
    }

    @Test func `the flagged list is worst first, and its pages follow each other`() async throws {
        try await TestRegistry.run { test in
            _ = try await troubled(test)
            for name in ["甲社", "乙社", "丙社", "丁社"] { _ = try await test.organization(name) }
            _ = try await assess(test, on: "2026-06-30")
            let list = ListFlagged(registry: test.registry)
            var seen: [StoredAssessment] = []
            var after: String?
            repeat {
                let page = try await list(run: nil, area: nil, page: PageRequest(size: 2, after: after), as: test.caller).page
                seen += page.items
                after = page.next
            } while after != nil
            #expect(seen.count == 5)
            let ranks = seen.map { $0.probability ?? -1 }
            #expect(ranks == ranks.sorted(by: >))
            #expect(Set(seen.map(\.organization)).count == 5)
        }
    }

    @Test func `without a run's number the newest one of one's own area is meant, not a later one of elsewhere`() async throws {
        try await TestRegistry.run { test in
            let number = try await troubled(test)
            let run = try await assess(test, on: "2026-06-30")
            let elsewhere = try await RunAssessment(registry: test.registry)(
                asOf: test.day("2026-06-30"), area: test.area("320602"), rubric: rubric(), as: test.caller)
            let list = ListFlagged(registry: test.registry)
            let own = try await list(run: nil, area: nil, page: PageRequest(size: 5), as: test.person(.hubStaff, 7))
            #expect(own.run.run == run.run && own.page.items.map(\.organization) == [number])
            let drawn = try await DrawVisits(registry: test.registry)(run: nil, area: nil, as: test.person(.hubStaff, 7))
            #expect(drawn.run.run == run.run)
            let all = try await list(run: nil, area: nil, page: PageRequest(size: 5), as: test.caller)
            #expect(all.run.run == elsewhere.run)
        }
    }

    @Test func `a day to come cannot be assessed`() async throws {
        try await TestRegistry.run { test in
            await #expect(throws: Refusal.self) { try await assess(test, on: "2026-07-01") }
        }
    }

    @Test func `the same register and rubric give the same bytes`() async throws {
        try await TestRegistry.run { test in
            _ = try await troubled(test)
            let first = try await assess(test, on: "2026-06-30").run
            let second = try await assess(test, on: "2026-06-30").run
            let rows = try await test.pool.query(
                """
                SELECT count(DISTINCT (findings, status, shown_status, points, coverage, probability, flags))
                  FROM assessments
                 WHERE run IN (\(first), \(second))
                 GROUP BY district, serial
                """)
            #expect(!rows.isEmpty)
            for row in rows { #expect(try row.decode(as: Int64.self) == 1) }
        }
    }
}
