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
        var evidence = Evidence(organization: 1, population: "community", cohort: CohortKey(type: "a", area: "b"))
        evidence.accounts = [accounts]
        let evaluation = appraiser.evaluate(evidence, asOf: asOf, cohorts: CohortIndex(asOf: asOf))
        let flag = try #require(evaluation.flags.first { appraiser.rubric.flags[$0.rule].code == "FIN-RESERVE-3M" })
        #expect(flag.source == mark.source)
        let clearance = try #require(appraiser.clearance(of: flag, evidence: evidence, asOf: asOf))
        #expect(clearance.amount == Money(minorUnits: 1_500_00))
        #expect(flag.reason(by: appraiser.rubric).en == "Reserves last 1.5 months, less than 3 months.")
        #expect(flag.reason(by: appraiser.rubric).zh == "净资产可支撑1.5 个月，不足3 个月。")
    }
}
