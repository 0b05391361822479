import SeededRandom
import Testing
import Values

@testable import Appraisal

/// The quick way to an appraisal's numbers and the long one that explains them are the same.
struct WorksheetTests {
    private let asOf = Day(daysSince1970: 17_000) ?? .earliest

    /// Organizations of which many have no records of some kinds, and the index of their cohort.
    private func organizations(seed: UInt64, by rubric: Rubric) -> ([Evidence], CohortIndex) {
        var maker = RandomEvidence(seed: seed)
        var random = Seed(seed)
        let all = (0..<60).map { number in
            var evidence = maker.organization(population: rubric.populations[number % rubric.populations.count].code)
            for kind in 0..<14 where Int.random(in: 0..<3, using: &random) == 0 { evidence = evidence.keeping(.all.subtracting([kind])) }
            if number % 9 == 0, let profile = evidence.profile.first {
                let founded = asOf.adding(days: -Int.random(in: 0...900, using: &random))
                evidence.profile = [ProfileRecord(record: profile.record, foundedOn: founded, legalStanding: true)]
            }
            if number % 7 == 0, let mark = evidence.moneyControls.first?.record {
                let code = rubric.indicators[number % rubric.indicators.count].code
                evidence.observations = [Observation(record: mark, indicator: code, observedOn: asOf, value: Double(number) / 4)]
            }
            return evidence
        }
        var builder = CohortIndex.Builder(asOf: asOf)
        for evidence in all { builder.add(evidence) }
        return (all, builder.build())
    }

    @Test(arguments: 1...12) func `one sheet for all comes to what each appraisal by itself explains`(seed: UInt64) throws {
        var maker = RandomRubric(seed: seed)
        // With so many points, sums are not packed.
        let wide = try Rubric(reading: SharedFiles.document("sql/reference/rubrics/pooled-2.json").multiplyingPoints(by: 100))
        #expect(Appraiser(wide).table.packedParts == nil)
        for rubric in [try SharedFiles.pooledRubric(), try maker.rubric(), wide] {
            let appraiser = Appraiser(rubric)
            let (all, cohorts) = organizations(seed: seed, by: rubric)
            var sheet = Worksheet(appraiser, asOf: asOf, cohorts: cohorts)
            let batch = EvidenceBatch(all[...], asOf: asOf)
            sheet.assess(all.indices, of: batch)
            for (place, evidence) in all.enumerated() {
                let outcome = sheet.outcome(at: place)
                let alone = appraiser.evaluate(evidence, asOf: asOf, cohorts: cohorts)
                #expect(outcome.totalPoints == alone.totalPoints && outcome.totalPoints == alone.points.reduce(0, +))
                #expect(outcome.flagCount == alone.flags.count && outcome.status == alone.status)
                #expect(outcome.coverage == alone.coverage && outcome.coverageClass == alone.coverageClass)
                #expect(appraiser.highest(of: outcome, horizon: .months24) == alone.probabilities.months24.highest)
                let found = sheet.evaluation(at: place)
                let explained = try #require(found)
                #expect(Findings(explained, by: rubric).bytes == Findings(alone, by: rubric).bytes)
                #expect(explained.flags == alone.flags && explained.organization == evidence.organization)
            }
        }
    }

    @Test(arguments: 1...4) func `many with accounts alone, of several cohorts and populations, come to what each comes to by itself`(
        seed: UInt64
    ) throws {
        var (maker, random) = (RandomEvidence(seed: seed), Seed(seed))
        let rubric = try SharedFiles.pooledRubric()
        let appraiser = Appraiser(rubric)
        let all = (0..<1300).map { number in
            var evidence = maker.organization(population: rubric.populations[number / 500 % 2].code).keeping([.profile, .accounts])
            evidence.cohort = CohortKey(type: Int64(number / 120), area: 7)
            if number % 11 == 0 { evidence.accounts = [] }
            if number % 13 == 0 { evidence.profile = [] }
            if number % 17 == 0, let mark = evidence.accounts.first?.record {
                evidence.annualReports = [
                    AnnualReportRecord(record: mark, periodEnd: asOf.adding(days: -900), dueOn: asOf.adding(days: -700))
                ]
            }
            let isNew = Int.random(in: 0..<4, using: &random) == 0
            if isNew, let profile = evidence.profile.first {
                let founded = asOf.adding(days: -Int.random(in: -30...900, using: &random))
                evidence.profile = [ProfileRecord(record: profile.record, foundedOn: founded, legalStanding: nil)]
            }
            return evidence
        }
        let batch = EvidenceBatch(all[...], asOf: asOf)
        var builder = CohortIndex.Builder(asOf: asOf)
        builder.add(batch)
        let cohorts = builder.build()
        var sheet = Worksheet(appraiser, asOf: asOf, cohorts: cohorts)
        let before = sheet.evaluation(at: 0)
        #expect(before?.organization == nil)
        for part in batch.parts + [3..<700] {
            sheet.assess(part, of: batch)
            for place in part {
                let alone = appraiser.evaluate(all[place], asOf: asOf, cohorts: cohorts)
                let found = sheet.evaluation(at: place)
                let explained = try #require(found)
                #expect(Findings(explained, by: rubric).bytes == Findings(alone, by: rubric).bytes)
                let outcome = sheet.outcome(at: place)
                #expect(outcome.totalPoints == alone.totalPoints && outcome.status == alone.status && explained.status == alone.status)
                #expect(explained.flags == alone.flags && explained.coverage == alone.coverage)
            }
        }
    }

    @Test(arguments: 1...12) func `points, flags and elements are what the rules say of the readings one by one`(seed: UInt64) throws {
        var maker = RandomRubric(seed: seed)
        let rubric = try maker.rubric()
        let appraiser = Appraiser(rubric)
        let (all, cohorts) = organizations(seed: seed, by: rubric)
        for evidence in all {
            let found = appraiser.evaluate(evidence, asOf: asOf, cohorts: cohorts)
            for (index, reading) in found.readings.enumerated() {
                let indicator = rubric.indicators[index]
                let open = [.notYetDue: indicator.notYetDuePoints, .dueButMissing: indicator.missingPoints][reading.state] ?? 0
                #expect(found.points[index] == (reading.value.map { indicator.points(for: $0) } ?? open))
            }
            let raised = rubric.flags.indices.filter { rule in
                rubric.flags[rule].conditions.allSatisfy { $0.allows(found.readings[$0.indicator]) }
            }
            let hidden = Set(raised.flatMap { rubric.flags[$0].supersedes })
            #expect(Set(found.flags.map(\.rule)) == Set(raised).subtracting(hidden))
            for element in found.elements {
                let readings = rubric.requirements[element.family].map { ($0, found.readings[$0]) }
                #expect(element.required == readings.count { $0.1.state == .observed || $0.1.state == .dueButMissing })
                #expect(
                    element.met
                        == readings.count { index, reading in
                            reading.value.map { rubric.indicators[index].requirement?.contains($0) ?? false } ?? false
                        })
            }
        }
    }

    @Test(arguments: 1...8) func `a measure looks at records of the kinds that it names and at no others`(seed: UInt64) throws {
        let rubric = try SharedFiles.pooledRubric()
        let appraiser = Appraiser(rubric)
        let (all, cohorts) = organizations(seed: seed, by: rubric)
        for evidence in all {
            let full = appraiser.context(of: evidence, asOf: asOf, cohorts: cohorts)
            for measure in Measure.allCases {
                let kept = evidence.keeping(measure.kinds)
                let alone = appraiser.context(of: kept, asOf: asOf, cohorts: cohorts)
                #expect("\(full.finding(for: measure, in: evidence))" == "\(alone.finding(for: measure, in: kept))", "\(measure)")
            }
        }
    }

    @Test(arguments: 1...40) func `periods still last for exactly those that began too late`(seed: UInt64) {
        var random = Seed(seed)
        let months = (0..<4).map { _ in Int.random(in: 0...40, using: &random) }
        let asOf = Day(daysSince1970: Int.random(in: 15_000...15_800, using: &random)) ?? .earliest
        let periods = DuePeriods(months, asOf: asOf)
        for days in -1500...10 {
            let beginning = asOf.adding(days: days)
            #expect(periods.count(beginning: beginning) == Set(months).count { $0 > 0 && beginning.adding(months: $0) > asOf })
        }
        #expect(periods.count(beginning: nil) == 0)
        #expect(DuePeriods([12], asOf: .earliest).count(beginning: .earliest) == 1)
        #expect(DuePeriods([12], asOf: .latest).count(beginning: .latest) == 0)
    }
}

extension RubricValue {
    fileprivate func multiplyingPoints(by factor: Double) -> RubricValue {
        switch self {
        case .record(let fields):
            .record(
                Dictionary(
                    uniqueKeysWithValues: fields.map { name, value in
                        if case .number(let number) = value, ["points", "missingPoints", "notYetDuePoints"].contains(name) {
                            return (name, .number(number * factor))
                        }
                        return (name, value.multiplyingPoints(by: factor))
                    }))
        case .list(let items): .list(items.map { $0.multiplyingPoints(by: factor) })
        default: self
        }
    }
}

extension EvidenceKinds {
    fileprivate static let all = EvidenceKinds(rawValue: (1 << 14) - 1)

    fileprivate func subtracting(_ places: [Int]) -> EvidenceKinds {
        places.reduce(self) { $0.subtracting(EvidenceKinds(rawValue: 1 << UInt16($1))) }
    }
}

extension Evidence {
    /// The same without records of any other kind.
    fileprivate func keeping(_ kinds: EvidenceKinds) -> Evidence {
        var kept = self
        if !kinds.contains(.profile) { kept.profile = [] }
        if !kinds.contains(.accounts) { kept.accounts = [] }
        if !kinds.contains(.annualReports) { kept.annualReports = [] }
        if !kinds.contains(.activityMonths) { kept.activityMonths = [] }
        if !kinds.contains(.leadershipPosts) { kept.leadershipPosts = [] }
        if !kinds.contains(.charters) { kept.charters = [] }
        if !kinds.contains(.governanceBodies) { kept.governanceBodies = [] }
        if !kinds.contains(.meetings) { kept.meetings = [] }
        if !kinds.contains(.moneyControls) { kept.moneyControls = [] }
        if !kinds.contains(.serviceBoundaries) { kept.serviceBoundaries = [] }
        if !kinds.contains(.mentors) { kept.mentors = [] }
        if !kinds.contains(.incubationStages) { kept.incubationStages = [] }
        if !kinds.contains(.reviews) { kept.reviews = [] }
        if !kinds.contains(.observations) { kept.observations = [] }
        return kept
    }
}
