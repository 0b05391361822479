import Testing
import Values

@testable import Appraisal

/// Records that are odd or wrong give defined readings, never a crash and never a good mark.
@Suite struct BadInputTests {
    let appraiser: Appraiser
    let asOf = Day(daysSince1970: 17_000) ?? .earliest

    init() throws {
        appraiser = Appraiser(try SharedFiles.pooledRubric())
    }

    private func reading(_ code: String, _ change: (inout AccountsRecord) -> Void) throws -> IndicatorReading {
        let mark = RecordMark(source: SourceReference(kind: .accounts, id: 1), knownOn: asOf.adding(days: -10))
        var accounts = AccountsRecord(record: mark, periodEnd: asOf.adding(days: -200))
        change(&accounts)
        var evidence = Evidence(organization: 1, population: "community", cohort: CohortKey(type: 1, area: 2))
        evidence.accounts = [accounts]
        let index = try #require(appraiser.rubric.indicators.firstIndex { $0.code == code })
        return appraiser.evaluate(evidence, asOf: asOf, cohorts: CohortIndex(asOf: asOf)).readings[index]
    }

    @Test(arguments: [(5, 1200.0), (-5, -1200.0), (0, 0.0)])
    func `reserves without any spending are held at the end`(net: Int64, months: Double) throws {
        let found = try reading("FN-01") { ($0.income, $0.spending, $0.netAssets) = (.zero, .zero, Money(minorUnits: net)) }
        #expect(found.value == months)
    }

    @Test func `negative spending is no figure, and missing`() throws {
        let found = try reading("FN-01") { ($0.spending, $0.netAssets) = (Money(minorUnits: -1), Money(minorUnits: 5)) }
        #expect(found.state == .dueButMissing)
    }

    @Test func `negative assets count as none`() throws {
        let found = try reading("FN-08") { ($0.assets, $0.liabilities) = (Money(minorUnits: -5), Money(minorUnits: 5)) }
        #expect(found.value == 100)
        let idle = try reading("FN-08") { ($0.assets, $0.liabilities) = (.zero, .zero) }
        #expect(idle.value == 0)
    }

    @Test(arguments: [Int64.max, Int64.min, 0]) func `the largest amounts do not overflow`(amount: Int64) throws {
        for indicator in appraiser.rubric.indicators {
            let found = try reading(indicator.code) {
                ($0.income, $0.spending, $0.surplus) = (Money(minorUnits: amount), Money(minorUnits: amount), Money(minorUnits: amount))
                ($0.netAssets, $0.assets, $0.liabilities) = (
                    Money(minorUnits: amount), Money(minorUnits: amount), Money(minorUnits: amount)
                )
                ($0.cash, $0.members, $0.staff) = (Money(minorUnits: amount), Int(amount), Int(amount))
                $0.incomeMix = IncomeMix([IncomeLine(amount: Money(minorUnits: amount), isPublicMoney: true, funder: 1)])
            }
            #expect(found.value?.isFinite ?? true)
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity]) func `a value that is no number is missing`(value: Double) throws {
        #expect(IndicatorReading.observed(value).state == .dueButMissing)
        var evidence = Evidence(organization: 1, population: "podling", cohort: CohortKey(type: 1, area: 2))
        let mark = RecordMark(source: SourceReference(kind: .observation, id: 1), knownOn: asOf)
        evidence.observations = [Observation(record: mark, indicator: "AP-01", observedOn: asOf, value: value)]
        let index = try #require(appraiser.rubric.indicators.firstIndex { $0.code == "AP-01" })
        #expect(appraiser.evaluate(evidence, asOf: asOf, cohorts: CohortIndex(asOf: asOf)).readings[index].value == nil)
    }

    @Test func `nobody is ranked among fewer than thirty`() throws {
        let index = try #require(appraiser.rubric.indicators.firstIndex { $0.code == "FN-11" })
        for count in [1, 29, 30] {
            var builder = CohortIndex.Builder(asOf: asOf)
            let all = (0..<count).map { number in
                let mark = RecordMark(source: SourceReference(kind: .accounts, id: Int64(number)), knownOn: asOf)
                var accounts = AccountsRecord(record: mark, periodEnd: asOf.adding(days: -200))
                accounts.income = Money(minorUnits: Int64(number))
                var evidence = Evidence(organization: Int64(number), population: "community", cohort: CohortKey(type: 1, area: 2))
                evidence.accounts = [accounts]
                return evidence
            }
            for evidence in all { builder.add(evidence) }
            let found = appraiser.evaluate(all[0], asOf: asOf, cohorts: builder.build()).readings[index]
            #expect(found.state == (count < 30 ? .notApplicable : .observed))
            #expect(found.value == (count < 30 ? nil : 0.5 / 30))
        }
    }

    @Test func `an organization of which nothing is known is incomplete, without a probability to show`() {
        let evidence = Evidence(organization: 1, population: "community", cohort: CohortKey(type: 1, area: 2))
        let evaluation = appraiser.evaluate(evidence, asOf: asOf, cohorts: CohortIndex(asOf: asOf))
        #expect(evaluation.status == .incomplete)
        #expect(!evaluation.showsProbability)
        #expect(evaluation.elements.count == 4)
        #expect(evaluation.probabilities.months24.lowest < evaluation.probabilities.months24.highest)
    }

    @Test func `readings of another length are taken as missing, not trusted`() {
        let evaluation = appraiser.evaluation(of: [], organization: 1, population: 0, asOf: asOf)
        #expect(evaluation.readings.allSatisfy { $0.state == .dueButMissing })
    }
}
