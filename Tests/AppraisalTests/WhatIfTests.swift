import Testing
import Values

@testable import Appraisal

@Suite struct WhatIfTests {
    let appraiser: Appraiser
    let asOf = Day(daysSince1970: 17_000) ?? .earliest

    init() throws {
        appraiser = Appraiser(try SharedFiles.pooledRubric())
    }

    @Test(arguments: 1...4) func `what is said to clear a flag clears it`(seed: UInt64) {
        var maker = RandomEvidence(seed: seed)
        for _ in 0..<60 {
            let evidence = maker.organization()
            let before = appraiser.evaluate(evidence, asOf: asOf, cohorts: CohortIndex(asOf: asOf))
            for flag in before.flags {
                guard let clearance = appraiser.clearance(of: flag, evidence: evidence, asOf: asOf) else { continue }
                var readings = before.readings
                readings[clearance.indicator] = .observed(clearance.needed)
                let after = appraiser.evaluation(of: readings, organization: 1, population: before.population, asOf: asOf)
                #expect(!after.flags.contains { $0.rule == flag.rule })
                #expect(after.totalPoints <= before.totalPoints)
            }
        }
    }

    @Test(arguments: 1...4) func `the steps that are said to bring it below the line do so, and no smaller set would`(seed: UInt64) {
        var maker = RandomEvidence(seed: seed)
        var found = 0
        for _ in 0..<40 {
            let before = appraiser.evaluate(maker.organization(), asOf: asOf, cohorts: CohortIndex(asOf: asOf))
            let line = before.probabilities.months24.probability * 0.8
            guard let improvement = appraiser.improvement(of: before, below: line) else { continue }
            found += 1
            let after = appraiser.evaluation(before, after: improvement.steps)
            #expect(after.probabilities.months24.probability < line)
            #expect(after.probabilities.months24.probability == improvement.probability)
            for left in improvement.steps.indices {
                var fewer = improvement.steps
                fewer.remove(at: left)
                #expect(appraiser.evaluation(before, after: fewer).probabilities.months24.probability >= line)
            }
            for step in improvement.steps { #expect(appraiser.rubric.indicators[step.indicator].isChangeable) }
        }
        #expect(found > 0)
    }

    @Test func `reserves that fall short are told in money at present spending`() throws {
        let mark = RecordMark(source: SourceReference(kind: .accounts, id: 7), knownOn: asOf.adding(days: -100))
        var accounts = AccountsRecord(record: mark, periodEnd: asOf.adding(days: -200))
        accounts.income = Money(minorUnits: 12_000_00)
        accounts.spending = Money(minorUnits: 12_000_00)
        accounts.netAssets = Money(minorUnits: 1_500_00)
        var evidence = Evidence(organization: 1, population: "community", cohort: CohortKey(type: 1, area: 2))
        evidence.accounts = [accounts]
        let evaluation = appraiser.evaluate(evidence, asOf: asOf, cohorts: CohortIndex(asOf: asOf))
        let flag = try #require(evaluation.flags.first { appraiser.rubric.flags[$0.rule].code == "FIN-RESERVE-3M" })
        #expect(flag.source == mark.source)
        let clearance = try #require(appraiser.clearance(of: flag, evidence: evidence, asOf: asOf))
        #expect(clearance.amount == Money(minorUnits: 1_500_00))
        #expect(flag.reason(by: appraiser.rubric).en == "Reserves last 1.5 months, less than 3 months.")
        #expect(flag.reason(by: appraiser.rubric).zh == "净资产可支撑1.5 个月，不足3 个月。")
    }

    @Test func `what has to change is said in units that people use`() throws {
        let mark = RecordMark(source: SourceReference(kind: .accounts, id: 7), knownOn: asOf.adding(days: -800))
        var accounts = AccountsRecord(record: mark, periodEnd: try #require(Day(iso: "2014-06-30")))
        accounts.spending = Money(minorUnits: 12_000_00)
        accounts.netAssets = Money(minorUnits: 1_500_00)
        var evidence = Evidence(organization: 1, population: "community", cohort: CohortKey(type: 1, area: 2))
        evidence.accounts = [accounts]
        evidence.incubationStages = [
            IncubationStageRecord(record: mark, stage: "admitted", isIncubation: true, enteredOn: asOf.adding(days: -800))
        ]
        // Had a mentor and has none any more: that nobody wrote one down would not be known to be none.
        evidence.mentors = [
            MentorAssignment(record: mark, mentor: 1, since: asOf.adding(days: -800), until: asOf.adding(days: -400))
        ]
        let evaluation = appraiser.evaluate(evidence, asOf: asOf, cohorts: CohortIndex(asOf: asOf))
        func words(_ code: String) throws -> BilingualText {
            let flag = try #require(evaluation.flags.first { appraiser.rubric.flags[$0.rule].code.hasPrefix(code) })
            let change = try #require(appraiser.change(clearing: flag, evidence: evidence, asOf: asOf))
            return change.words(by: appraiser.rubric, currency: "CNY")
        }
        #expect(try words("FIN-RESERVE").en.hasSuffix(": from 1.5 months to at least 3 months (+1,500.00 yuan at present spending)"))
        #expect(try words("FIN-RESERVE").zh.hasSuffix("：由 1.5 个月到至少 3 个月（按目前支出为 +1,500.00 元）"))
        #expect(try words("LEAD-MENTOR").en.hasSuffix(": from 0 people to at least 2 people (+2 people)"))
        #expect(try words("RPT-OVERDUE").en.hasSuffix("file the report of the year to 2015-06-30)"))
        #expect(try words("CHA-MISSING").en.hasSuffix(": put it on record as yes"))
        #expect(try words("CHA-MISSING").zh.hasSuffix("：补登为“是”"))
    }

    /// Whether all conditions of a rule hold, worked out anew.
    private func holds(_ rule: FlagRule, _ readings: [IndicatorReading]) -> Bool {
        rule.conditions.allSatisfy { condition in
            let reading = readings[condition.indicator]
            return condition.states.contains(reading.state)
                && (reading.value.map { condition.comparison.holds($0, condition.threshold) } ?? true)
        }
    }

    @Test(arguments: 1...6) func `a what-if that says cleared clears it, and loses no flag`(seed: UInt64) {
        var maker = RandomEvidence(seed: seed)
        var seen = (cleared: 0, raised: 0)
        for _ in 0..<60 {
            let evidence = maker.organization()
            let before = appraiser.evaluate(evidence, asOf: asOf, cohorts: CohortIndex(asOf: asOf))
            var changes: [Int: IndicatorReading] = [:]
            for index in before.readings.indices where before.readings[index].state != .notApplicable {
                guard Int.random(in: 0..<4, using: &maker.random) == 0 else { continue }
                let near = appraiser.rubric.flags.flatMap(\.conditions).filter { $0.indicator == index }.map(\.threshold)
                let value = (near.randomElement(using: &maker.random) ?? 1) + Double(Int.random(in: -2...2, using: &maker.random))
                changes[index] = Bool.random(using: &maker.random) ? .observed(value) : .dueButMissing
            }
            let result = appraiser.whatIf(before, changing: changes)
            let shown = Set(result.after.flags.map(\.rule))
            for flag in result.cleared {
                #expect(!holds(appraiser.rubric.flags[flag.rule], result.after.readings) && !shown.contains(flag.rule))
            }
            for flag in result.covered {
                #expect(holds(appraiser.rubric.flags[flag.rule], result.after.readings) && !shown.contains(flag.rule))
                #expect(shown.contains { appraiser.rubric.flags[$0].supersedes.contains(flag.rule) })
            }
            for flag in result.raised {
                #expect(shown.contains(flag.rule) && !before.flags.contains { $0.rule == flag.rule })
            }
            let told = Set((result.cleared + result.covered).map(\.rule))
            #expect(Set(before.flags.map(\.rule)).subtracting(shown) == told)
            #expect(result.after.elements.map(\.quality) == before.elements.map(\.quality))
            seen = (seen.cleared + result.cleared.count, seen.raised + result.raised.count)
        }
        #expect(seen.cleared > 0 && seen.raised > 0)
    }

    @Test(arguments: 1...4) func `what is not on record is a step too, and asks for a value that lowers the estimate`(seed: UInt64) throws {
        var maker = RandomEvidence(seed: seed)
        var found = 0
        for _ in 0..<60 {
            var evidence = maker.organization()
            evidence.accounts = []
            let before = appraiser.evaluate(evidence, asOf: asOf, cohorts: CohortIndex(asOf: asOf))
            let line = before.probabilities.months24.probability * 0.7
            guard let improvement = appraiser.improvement(of: before, below: line) else { continue }
            for step in improvement.steps where step.from == nil {
                found += 1
                #expect(before.readings[step.indicator].state == .dueButMissing)
                let points = appraiser.rubric.indicators[step.indicator].points(for: step.to)
                #expect(points == before.points[step.indicator] - step.pointsSaved)
                #expect(appraiser.amount(of: step, evidence: evidence, asOf: asOf) == nil)
            }
        }
        #expect(found > 0)
    }

    @Test func `values are read as people write them, and nothing else is`() {
        #expect(Indicator.Unit.share.value(written: "12%") == 0.12)
        #expect(Indicator.Unit.share.value(written: "-0.1") == -0.1)
        #expect(Indicator.Unit.months.value(written: " 1.5 ") == 1.5)
        #expect(Indicator.Unit.yesNo.value(written: "是") == 1)
        #expect(Indicator.Unit.amount.value(written: "1200.50") == 120_050)
        let change = Indicator.Unit.logRatio.value(written: "-10%")
        #expect(change.map { abs($0 - Logarithm.natural(0.9)) < 1e-12 } == true)
        #expect(change.map { Indicator.Unit.logRatio.words(for: $0).en } == "-10%")
        for unit in Indicator.Unit.allCases {
            for wrong in ["", "abc", "inf", "nan", "1e5", "--1", "1.2.3", "½", "1,5", "+-1", "yes!", "99999999999999999999999"] {
                #expect(unit.value(written: wrong) == nil, "\(unit) \(wrong)")
            }
        }
        #expect(Indicator.Unit.people.value(written: "-1") == nil)
        #expect(Indicator.Unit.count.value(written: "1.5") == nil)
        #expect(Indicator.Unit.percentile.value(written: "101%") == nil)
        #expect(Indicator.Unit.logRatio.value(written: "-100%") == nil)
        #expect(Indicator.Unit.grade.value(written: "5") == nil)
    }
}
