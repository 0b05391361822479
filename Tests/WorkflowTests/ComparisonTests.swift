import Appraisal
import EmbeddedFiles
import Foundation
import Incubation
import Postgres
import Store
import TestDatabase
import Testing
import Values
import Workflow

/// Runs beside each other, and rubrics beside each other.
struct ComparisonTests {
    private func rubric() throws -> NamedRubric { try RubricLibrary.named(RubricLibrary.standard) }

    /// The standard rubric with its document's text changed.
    private func rubric(replacing old: String, with new: String) throws -> NamedRubric {
        let document = try #require(EmbeddedRubrics.document(named: RubricLibrary.standard))
        let text = String(decoding: document, as: UTF8.self)
        let changed = text.replacingOccurrences(of: old, with: new)
        try #require(changed != text)
        return try NamedRubric(json: Array(changed.utf8))
    }

    private func cooperative(_ name: String, _ test: TestRegistry) async throws -> OrganizationNumber {
        let number = try await test.organization(name)
        try await test.pool.withTransaction { transaction in
            _ = try await transaction.execute(
                """
                INSERT INTO organization_classifications (district, serial, scheme, code)
                VALUES (\(number.district), \(number.serial), 'population', 'cooperative')
                """)
        }
        return number
    }

    private func record(
        _ year: Int, net: Int64, received: String? = nil, of number: OrganizationNumber, _ test: TestRegistry
    ) async throws {
        let accounts = YearlyAccounts(
            periodEnd: try test.day("\(year)-12-31"), receivedOn: try test.day(received ?? "\(year + 1)-03-01"),
            income: Money(minorUnits: 17_000_00), spending: Money(minorUnits: 17_000_00), netAssets: Money(minorUnits: net), members: 50)
        _ = try await RecordAccounts(registry: test.registry)(number, accounts, as: test.caller)
    }

    private func changes(_ first: AssessmentRun, _ second: AssessmentRun, _ test: TestRegistry) async throws -> [AssessmentChange] {
        try await CompareRuns(registry: test.registry)(first.run, second.run, page: PageRequest(), as: test.caller).page.items
    }

    @Test func `two runs differ by the organizations that changed, each with the record that caused it`() async throws {
        try await TestRegistry.run { test in
            let (changed, steady) = (try await cooperative("甲社", test), try await cooperative("乙社", test))
            for number in [changed, steady] { try await record(2023, net: 90_000_00, of: number, test) }
            try await record(2024, net: -5_000_00, of: changed, test)
            try await record(2024, net: 90_000_00, of: steady, test)
            let assess = RunAssessment(registry: test.registry)
            let first = try await assess(asOf: test.day("2024-12-31"), rubric: rubric(), as: test.caller)
            let second = try await assess(asOf: test.day("2025-03-31"), rubric: rubric(), as: test.caller)
            let found = try await changes(first, second, test)
            #expect(found.map(\.organization) == [changed])
            let change = try #require(found.first)
            #expect(change.flagsRaised.contains("FIN-RESERVE-NEG"))
            #expect(change.pointsBefore.map { $0 < change.pointsAfter ?? 0 } == true)
            let cause = try #require(change.causes.first { $0.indicator == "FN-01" })
            #expect(cause.record == "accounts 20241231" && cause.isNewRecord)
            #expect(cause.before?.source == "accounts 20231231")
            let back = try await changes(second, first, test)
            #expect(back.first?.flagsCleared == change.flagsRaised && back.first?.flagsRaised == change.flagsCleared)
            #expect(try await changes(first, first, test).isEmpty)
        }
    }

    @Test func `accounts of the same year that came in again are a new record, and the course of time is none`() async throws {
        try await TestRegistry.run { test in
            let (number, silent) = (try await cooperative("甲社", test), try await cooperative("乙社", test))
            try await record(2024, net: 90_000_00, of: number, test)
            try await record(2024, net: -5_000_00, received: "2025-05-01", of: number, test)
            try await record(2023, net: 90_000_00, of: silent, test)
            let assess = RunAssessment(registry: test.registry)
            var runs: [AssessmentRun] = []
            for day in ["2025-03-31", "2025-06-30", "2026-06-30"] {
                runs.append(try await assess(asOf: test.day(day), rubric: rubric(), as: test.caller))
            }
            let changed = try #require(try await changes(runs[0], runs[1], test).first { $0.organization == number })
            let cause = try #require(changed.causes.first { $0.indicator == "FN-01" })
            #expect(cause.before?.source == cause.after?.source && cause.record == "accounts 20241231" && cause.isNewRecord)
            let overdue = try #require(try await changes(runs[1], runs[2], test).first { $0.organization == silent })
            #expect(overdue.causes.contains { $0.record == "accounts 20231231" } && !overdue.causes.contains(where: \.isNewRecord))
            let steps = try await ShowTrend(registry: test.registry).steps(number, page: PageRequest(), as: test.caller).items
            #expect(steps.map { $0.change?.causes.contains(where: \.isNewRecord) ?? false } == [false, true, false])
        }
    }

    @Test func `a flag that a worse one takes the place of is not cleared`() async throws {
        try await TestRegistry.run { test in
            let number = try await cooperative("甲社", test)
            try await record(2023, net: 2_000_00, of: number, test)
            try await record(2024, net: 500_00, of: number, test)
            let assess = RunAssessment(registry: test.registry)
            let first = try await assess(asOf: test.day("2024-12-31"), rubric: rubric(), as: test.caller)
            let second = try await assess(asOf: test.day("2025-03-31"), rubric: rubric(), as: test.caller)
            let change = try #require(try await changes(first, second, test).first)
            #expect(change.flagsRaised.contains("FIN-RESERVE-1M"))
            #expect(!change.flagsCleared.contains("FIN-RESERVE-3M"))
        }
    }

    @Test func `an organization that one run does not hold stands there without that side`() async throws {
        try await TestRegistry.run { test in
            let number = try await cooperative("甲社", test)
            let assess = RunAssessment(registry: test.registry)
            let first = try await assess(asOf: test.day("2024-01-14"), rubric: rubric(), as: test.caller)
            let second = try await assess(asOf: test.day("2024-01-15"), rubric: rubric(), as: test.caller)
            let change = try #require(try await changes(first, second, test).first)
            #expect(change.organization == number && change.statusBefore == nil && change.statusAfter != nil && change.causes.isEmpty)
            let gone = try #require(try await changes(second, first, test).first)
            #expect(gone.statusAfter == nil && gone.flagsCleared.isEmpty)
            await #expect(throws: Refusal.notFound(.assessmentRun, "99")) {
                _ = try await CompareRuns(registry: test.registry)(99, second.run, page: PageRequest(), as: test.caller)
            }
        }
    }

    @Test func `a rubric is tried beside another, and who would change status is told with the parts that differ`() async throws {
        try await TestRegistry.run { test in
            let number = try await cooperative("甲社", test)
            try await record(2023, net: 90_000_00, of: number, test)
            _ = try await cooperative("乙社", test)
            let stricter = try rubric(replacing: "-5.21", with: "1.5")
            #expect(stricter.hash != (try rubric().hash))
            var found: [StatusChange] = []
            let trial = try await TryRubric(registry: test.registry)(
                stricter, beside: rubric(), asOf: test.day("2024-12-31"), as: test.caller
            ) { found += $0 }
            #expect(trial.organizations == 2)
            #expect(Int64(found.count) == trial.changed)
            let change = try #require(found.first { $0.organization == number })
            #expect(change.before.status == .stable)
            #expect(change.causes.map(\.part) == ["intercept"])
            #expect(change.causes.first?.before == -5.21 && change.causes.first?.after == 1.5)
            var same: [StatusChange] = []
            let none = try await TryRubric(registry: test.registry)(
                rubric(), beside: rubric(), asOf: test.day("2024-12-31"), as: test.caller
            ) { same += $0 }
            #expect(same.isEmpty && none.changed == 0 && none.organizations == 2)
            let runs = try await test.pool.query("SELECT count(*) FROM assessment_runs")
            #expect(try #require(runs.first).decode(as: Int64.self) == 0)
        }
    }

    @Test func `a rubric that is not sound is refused with the place`() throws {
        let document = try #require(EmbeddedRubrics.document(named: RubricLibrary.standard))
        let text = String(decoding: document, as: UTF8.self)
        #expect(throws: Refusal.rubricInvalid(place: "rubric", BilingualText(zh: "不是有效的 JSON", en: "it is not valid JSON"))) {
            try NamedRubric(json: Array("{".utf8))
        }
        let wrong = text.replacingOccurrences(of: "\"measure\": \"reserveMonths\"", with: "\"measure\": \"reserves\"")
        do {
            _ = try NamedRubric(json: Array(wrong.utf8))
            Issue.record("An unknown measure is refused.")
        } catch let refusal as Refusal {
            guard case .rubricInvalid(let place, let words) = refusal else { throw refusal }
            #expect(place.hasSuffix(".measure") && words.en.contains("reserves") && words.zh.contains("reserves"))
        }
    }
}
