import Appraisal
import Incubation
import Postgres
import Store
import TestDatabase
import Testing
import Values
import Workflow

/// What would change an assessment.
struct ExplanationTests {
    private func rubric() throws -> NamedRubric { try RubricLibrary.named(RubricLibrary.standard) }

    /// A co-operative with accounts whose reserves are gone, for which the four elements mean nothing, so that a probability is shown.
    private func troubled(_ test: TestRegistry) async throws -> OrganizationNumber {
        let number = try await test.organization("城东互助社")
        try await test.pool.withTransaction { transaction in
            _ = try await transaction.execute(
                """
                INSERT INTO organization_classifications (district, serial, scheme, code)
                VALUES (\(number.district), \(number.serial), 'population', 'cooperative')
                """)
        }
        for (year, income, net) in [(2015, 40_000_00, 5_000_00), (2016, 10_000_00, -2_000_00)] as [(Int, Int64, Int64)] {
            let accounts = YearlyAccounts(
                periodEnd: try test.day("\(year)-12-31"), receivedOn: try test.day("\(year + 6)-03-01"),
                income: Money(minorUnits: income), spending: Money(minorUnits: 17_000_00), netAssets: Money(minorUnits: net), members: 5)
            _ = try await RecordAccounts(registry: test.registry)(number, accounts, as: test.caller)
        }
        return number
    }

    private func settings(_ pairs: KeyValuePairs<String, String>) -> [IndicatorSetting] {
        pairs.map { IndicatorSetting(indicator: $0.key, value: $0.value) }
    }

    @Test func `an explanation says what clears each flag and which steps lower the estimate below the watch line`() async throws {
        try await TestRegistry.run { test in
            let number = try await troubled(test)
            let run = try await RunAssessment(registry: test.registry)(asOf: test.day("2026-06-30"), rubric: rubric(), as: test.caller)
            let found = try await ExplainAssessment(registry: test.registry)(number, run: nil, as: test.caller)
            #expect(found.run.run == run.run)
            let remedies = try #require(found.remedies)
            #expect(remedies.clearings.map(\.flag) == found.assessment.detail.flags.map(\.code))
            let reserves = try #require(remedies.clearings.first { $0.flag == "FIN-RESERVE-NEG" }?.change)
            #expect(reserves.amount == Money(minorUnits: 2_000_00))
            #expect(reserves.currency == "CNY")
            #expect(reserves.words.en.contains("+2,000.00 yuan at present spending"))
            #expect(remedies.clearings.first { $0.flag == "FIN-RESERVE-NEG" }?.wouldRaise == ["FIN-RESERVE-1M"])
            guard case .reachable(let lowering) = remedies.outlook else {
                Issue.record("\(remedies.outlook)")
                return
            }
            #expect(lowering.probability < remedies.watchLine)
            #expect(lowering.pointsBefore == Int(found.assessment.points))
            #expect(remedies.sentence.en.contains("would lower the estimate"))
            // The steps as a what-if come to what they promise.
            let steps = lowering.steps.map { IndicatorSetting(indicator: $0.indicator, value: "\($0.needed)") }
            let written = try steps.map { step in
                let indicator = try #require(try rubric().rubric.indicators.first { $0.code == step.indicator })
                return IndicatorSetting(
                    indicator: step.indicator, value: indicator.unit == .logRatio ? indicator.unit.words(for: 0).en : step.value)
            }
            let result = try await TryWhatIf(registry: test.registry)(
                number, settings: written, asOf: test.day("2026-06-30"), rubric: rubric(), as: test.caller)
            #expect(result.whatIf.before.totalPoints == lowering.pointsBefore)
            #expect(result.whatIf.after.probabilities.months24.probability < remedies.watchLine)
        }
    }

    @Test func `a day names the run of the latest day up to it`() async throws {
        try await TestRegistry.run { test in
            let number = try await troubled(test)
            let assess = RunAssessment(registry: test.registry)
            let late = try await assess(asOf: test.day("2026-06-30"), rubric: rubric(), as: test.caller).run
            let early = try await assess(asOf: test.day("2025-06-30"), rubric: rubric(), as: test.caller).run
            let explain = ExplainAssessment(registry: test.registry)
            #expect(try await explain(number, run: nil, as: test.caller).run.run == early, "the newest run, whatever its day")
            #expect(try await explain(number, run: nil, upTo: test.day("2026-06-30"), as: test.caller).run.run == late)
            #expect(try await explain(number, run: nil, upTo: test.day("2026-06-29"), as: test.caller).run.run == early)
            await #expect(throws: Refusal.notFound(.assessment, number.description)) {
                try await explain(number, run: nil, upTo: test.day("2025-06-29"), as: test.caller)
            }
        }
    }

    @Test func `a what-if changes what it is told and stores nothing`() async throws {
        try await TestRegistry.run { test in
            let number = try await troubled(test)
            let result = try await TryWhatIf(registry: test.registry)(
                number, settings: settings(["fn-01": "13", "AP-04": "unknown"]), asOf: test.day("2026-06-30"), rubric: rubric(),
                as: test.caller)
            let codes = result.whatIf.cleared.map { result.rubric.rubric.flags[$0.rule].code }
            #expect(codes.contains("FIN-RESERVE-NEG") && codes.contains("PART-LT-12"))
            #expect(result.changed.map { result.rubric.rubric.indicators[$0].code } == ["FN-01", "AP-04"])
            let runs = try await test.pool.query("SELECT count(*) FROM assessment_runs")
            #expect(try #require(runs.first).decode(as: Int64.self) == 0)
        }
    }

    @Test func `a setting that cannot be is refused with its indicator`() async throws {
        try await TestRegistry.run { test in
            let number = try await troubled(test)
            func refusal(_ pairs: KeyValuePairs<String, String>, on day: String = "2026-06-30") async throws -> Refusal? {
                do {
                    _ = try await TryWhatIf(registry: test.registry)(
                        number, settings: settings(pairs), asOf: test.day(day), rubric: rubric(), as: test.caller)
                    return nil
                } catch let refusal as Refusal {
                    return refusal
                }
            }
            #expect(try await refusal(["FN-1X": "1"]) == .unknownField("FN-1X", nearest: "FN-10"))
            #expect(try await refusal(["nothing": "1"]) == .unknownField("nothing", nearest: nil))
            if case .malformed(let field, let value, let expected) = try await refusal(["FN-01": "lots"]) {
                #expect(field == "FN-01" && value == "lots" && expected.en.contains("unknown"))
            } else {
                Issue.record("A value that cannot be read is refused.")
            }
            let twice = try await refusal(["FN-01": "1", "FN-01": "2"])
            #expect(twice?.slug == "value-not-possible")
            // The rubric leaves activities out for co-operatives.
            if case .notPossible(let field, _) = try await refusal(["AP-01": "10"]) {
                #expect(field == "AP-01")
            } else {
                Issue.record("An indicator that does not apply is refused.")
            }
            #expect(try await refusal(["FN-01": "1"], on: "2023-06-30")?.slug == "value-not-possible")
            #expect(try await refusal(["FN-01": "1"], on: "2026-07-01")?.slug == "value-not-possible")
        }
    }

    @Test func `the register keeps the rubric of a run, and only that one explains it`() async throws {
        try await TestRegistry.run { test in
            let number = try await troubled(test)
            let own = try rubric(replacing: "\"author\": \"Incubator Registry\"", with: "\"author\": \"somebody else\"")
            _ = try await RunAssessment(registry: test.registry)(asOf: test.day("2026-06-30"), rubric: own, as: test.caller)
            let explain = ExplainAssessment(registry: test.registry)
            #expect(try await explain(number, run: nil, as: test.caller).remedies != nil)
            await #expect(throws: Refusal.self) { try await explain(number, run: nil, rubric: rubric(), as: test.caller) }
        }
    }

    private func rubric(replacing old: String, with new: String) throws -> NamedRubric {
        let document = try #require(EmbeddedRubrics.document(named: RubricLibrary.standard))
        let text = String(decoding: document, as: UTF8.self)
        return try NamedRubric(json: Array(text.replacing(old, with: new).utf8))
    }
}
