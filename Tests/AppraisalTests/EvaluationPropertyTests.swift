import SeededRandom
import Testing
import Values

@testable import Appraisal

/// What holds for every organization, whatever its records say.
@Suite struct EvaluationPropertyTests {
    let appraiser: Appraiser
    let asOf = Day(daysSince1970: 17_000) ?? .earliest

    init() throws {
        appraiser = Appraiser(try SharedFiles.pooledRubric())
    }

    private func cohort(seed: UInt64, count: Int = 40) -> ([Evidence], CohortIndex) {
        var maker = RandomEvidence(seed: seed)
        let all = (0..<count).map { _ in maker.organization() }
        var builder = CohortIndex.Builder(asOf: asOf)
        for evidence in all { builder.add(evidence) }
        return (all, builder.build())
    }

    @Test(arguments: 1...6) func `nothing that became known later has any influence`(seed: UInt64) throws {
        let (all, _) = cohort(seed: seed)
        let past = all.map { $0.known(by: asOf) }
        var (whole, part) = (CohortIndex.Builder(asOf: asOf), CohortIndex.Builder(asOf: asOf))
        for evidence in all { whole.add(evidence) }
        for evidence in past { part.add(evidence) }
        let (wholeCohorts, partCohorts) = (whole.build(), part.build())
        for (full, cut) in zip(all, past) {
            let left = appraiser.evaluate(full, asOf: asOf, cohorts: wholeCohorts)
            let right = appraiser.evaluate(cut, asOf: asOf, cohorts: partCohorts)
            #expect(left.readings == right.readings)
            #expect(left.flags == right.flags)
            #expect(left.elements == right.elements)
        }
    }

    @Test(arguments: 1...6) func `contributions add up to the logit`(seed: UInt64) {
        let (all, cohorts) = cohort(seed: seed)
        for evidence in all {
            let evaluation = appraiser.evaluate(evidence, asOf: asOf, cohorts: cohorts)
            for horizon in Horizon.allCases {
                let sum = evaluation.contributions(by: appraiser.rubric, horizon: horizon).reduce(0) { $0 + $1.logOdds }
                #expect(abs(sum - evaluation.probabilities[horizon].logit) <= 1e-9)
            }
        }
    }

    @Test(arguments: 1...6) func `a worse value never lowers the risk`(seed: UInt64) throws {
        let (all, cohorts) = cohort(seed: seed, count: 35)
        var random = Seed(seed)
        for evidence in all {
            let before = appraiser.evaluate(evidence, asOf: asOf, cohorts: cohorts)
            for (index, reading) in before.readings.enumerated() {
                guard let value = reading.value else { continue }
                let step = Double.random(in: 0...(abs(value) + 10), using: &random)
                let worse = appraiser.rubric.indicators[index].worse == .lower ? value - step : value + step
                let after = changed(before, at: index, to: .observed(worse))
                #expect(after.totalPoints >= before.totalPoints)
                #expect(after.probabilities.months24.probability >= before.probabilities.months24.probability)
            }
        }
    }

    @Test(arguments: 1...6) func `an unknown value widens the range and never lowers the risk`(seed: UInt64) {
        let (all, cohorts) = cohort(seed: seed, count: 35)
        for evidence in all {
            let before = appraiser.evaluate(evidence, asOf: asOf, cohorts: cohorts)
            for index in before.readings.indices where before.readings[index].state == .observed {
                let after = changed(before, at: index, to: .dueButMissing)
                for horizon in Horizon.allCases {
                    let (known, unknown) = (before.probabilities[horizon], after.probabilities[horizon])
                    #expect(unknown.probability >= known.probability)
                    #expect(unknown.lowest <= known.lowest && unknown.highest >= known.highest)
                    #expect(unknown.lowest <= unknown.probability && unknown.probability <= unknown.highest)
                }
                #expect(after.coverage <= before.coverage)
            }
        }
    }

    @Test(arguments: 1...4) func `blanking a figure of the newest accounts never lowers the risk`(seed: UInt64) {
        let (all, cohorts) = cohort(seed: seed)
        for evidence in all {
            let before = appraiser.evaluate(evidence, asOf: asOf, cohorts: cohorts)
            guard let newest = AccountsView(evidence.accounts, asOf: asOf).newest else { continue }
            for blank in [\AccountsRecord.income, \.spending, \.netAssets, \.assets, \.liabilities, \.cash] {
                var silent = evidence
                for index in silent.accounts.indices where silent.accounts[index].record.source == newest.source {
                    silent.accounts[index][keyPath: blank] = nil
                }
                let after = appraiser.evaluate(silent, asOf: asOf, cohorts: cohorts)
                #expect(after.probabilities.months24.probability >= before.probabilities.months24.probability)
            }
        }
    }

    @Test(arguments: 1...4) func `the order of records does not matter`(seed: UInt64) {
        let (all, cohorts) = cohort(seed: seed)
        var random = Seed(seed)
        for evidence in all {
            var shuffled = evidence
            shuffled.accounts.shuffle(using: &random)
            shuffled.activityMonths.shuffle(using: &random)
            shuffled.annualReports.shuffle(using: &random)
            shuffled.reviews.shuffle(using: &random)
            let left = appraiser.evaluate(evidence, asOf: asOf, cohorts: cohorts)
            let right = appraiser.evaluate(shuffled, asOf: asOf, cohorts: cohorts)
            #expect(left.readings.map(\.value) == right.readings.map(\.value))
            #expect(left.probabilities == right.probabilities)
        }
    }

    @Test func `threads make no difference`() async {
        let (all, cohorts) = cohort(seed: 7, count: 200)
        let alone = all.map { appraiser.evaluate($0, asOf: asOf, cohorts: cohorts) }
        let together = await withTaskGroup(of: (Int, Evaluation).self) { group in
            for (index, evidence) in all.enumerated() {
                group.addTask { [appraiser, asOf] in (index, appraiser.evaluate(evidence, asOf: asOf, cohorts: cohorts)) }
            }
            return await group.reduce(into: [Int: Evaluation]()) { $0[$1.0] = $1.1 }
        }
        for (index, evaluation) in alone.enumerated() {
            #expect(together[index]?.probabilities == evaluation.probabilities)
            #expect(together[index]?.flags == evaluation.flags)
            #expect(together[index]?.readings == evaluation.readings)
        }
    }

    @Test(arguments: 1...4) func `a flag that is raised is past its threshold, in the direction of worsening, and points at a record`(
        seed: UInt64
    ) {
        let (all, cohorts) = cohort(seed: seed)
        for evidence in all {
            for flag in appraiser.evaluate(evidence, asOf: asOf, cohorts: cohorts).flags {
                let rule = appraiser.rubric.flags[flag.rule]
                let condition = rule.conditions[0]
                if let value = flag.value {
                    #expect(condition.comparison.holds(value, condition.threshold))
                    #expect(flag.source != nil)
                }
                let indicator = appraiser.rubric.indicators[condition.indicator]
                #expect(indicator.worse == .context || indicator.worse == condition.comparison.catches)
                #expect(!flag.reason(by: appraiser.rubric).zh.contains("{") && !flag.reason(by: appraiser.rubric).en.contains("{"))
            }
        }
    }

    private func changed(_ evaluation: Evaluation, at index: Int, to reading: IndicatorReading) -> Evaluation {
        var readings = evaluation.readings
        readings[index] = reading
        return appraiser.evaluation(
            of: readings, organization: evaluation.organization, population: evaluation.population, asOf: evaluation.asOf)
    }
}

extension Evidence {
    /// Only what the register held on the day, with what happens later cut off.
    fileprivate func known(by day: Day) -> Evidence {
        var past = self
        func cut<Item: RecordedEvidence>(_ items: ArraySlice<Item>) -> ArraySlice<Item> {
            items.filter { $0.record.knownOn <= day }[...]
        }
        past.profile = cut(profile)
        past.accounts = cut(accounts)
        past.annualReports = cut(annualReports)
        past.activityMonths = cut(activityMonths)
        past.leadershipPosts = cut(leadershipPosts)
        past.charters = cut(charters)
        past.governanceBodies = cut(governanceBodies)
        past.meetings = cut(meetings)
        past.moneyControls = cut(moneyControls)
        past.serviceBoundaries = cut(serviceBoundaries)
        past.mentors = cut(mentors)
        past.incubationStages = cut(incubationStages)
        past.reviews = cut(reviews)
        for index in past.annualReports.indices {
            if let received = past.annualReports[index].receivedOn, received > day { past.annualReports[index].receivedOn = nil }
        }
        return past
    }
}
