import Foundation
import Testing
import Values

@testable import Appraisal

/// Estimates beside what happened: intervals, alarms, lifts, differences and the picture.
@Suite struct ReliabilityTests {
    /// Garwood's limits as printed in tables of the Poisson distribution.
    @Test(arguments: [
        (0, 0.0, 3.689), (1, 0.0253, 5.572), (5, 1.623, 11.668), (10, 4.795, 18.390), (50, 37.111, 65.919), (100, 81.364, 121.627),
    ])
    func `the interval of a count is the exact one`(count: Int, lowest: Double, highest: Double) {
        let interval = PoissonInterval(count: count)
        #expect(abs(interval.lowest - lowest) < 0.001 && abs(interval.highest - highest) < 0.001)
        guard count >= 50 else { return }
        let byar = PoissonInterval.byar(Double(count))
        #expect(abs(byar.lowest / interval.lowest - 1) < 0.001 && abs(byar.highest / interval.highest - 1) < 0.001)
    }

    @Test(arguments: [
        (10.0, 10, "none"), (10.0, 5, "possible"), (30.0, 10, "certain"), (10.0, 30, "certain"), (2.0, 0, "none"), (9.0, 0, "certain"),
    ])
    func `an alarm tells chance from more than chance`(expected: Double, observed: Int, alarm: String) {
        let balance = ExpectedAndObserved(cases: 100, expected: expected, observed: observed)
        #expect(balance.alarm.rawValue == alarm)
        if let ratio = balance.ratio { #expect(balance.interval.contains(ratio)) }
    }

    @Test func `a flag that tells exits apart has lift, and one that does not has none`() throws {
        let appraiser = Appraiser(try SharedFiles.pooledRubric())
        let reserve = try #require(appraiser.rubric.indicators.firstIndex { $0.code == "FN-01" })
        let rule = try #require(appraiser.rubric.flags.firstIndex { $0.code == "FIN-RESERVE-NEG" })
        var random = SeededGenerator(seed: 2)
        var (readings, exits) = ([[IndicatorReading]](), [Bool]())
        for number in 0..<1000 {
            var row = appraiser.rubric.indicators.map { _ in IndicatorReading.notApplicable }
            let isBad = number.isMultiple(of: 5)
            row[reserve] = number < 100 ? .dueButMissing : .observed(isBad ? -1 : 20)
            readings.append(row)
            exits.append(Double.random(in: 0..<1, using: &random) < (isBad ? 0.3 : 0.1))
        }
        var (first, second) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1))
        let organizations = readings.indices.map { $0 / 2 }
        let lifts = FlagLift.all(
            of: appraiser, readings: readings, exits: exits, organizations: organizations, samples: 60, using: &first)
        #expect(
            lifts
                == FlagLift.all(
                    of: appraiser, readings: readings, exits: exits, organizations: organizations, samples: 60, using: &second))
        let found = lifts[rule]
        #expect(found.cases == 900 && found.raised == 180)
        let (lift, interval) = (try #require(found.lift), try #require(found.interval))
        #expect((1.7...2.7).contains(lift) && interval.contains(lift) && interval.lowerBound > 1)
        for other in lifts where other.raised > 0 {
            #expect(appraiser.rubric.flags[other.rule].conditions.contains { $0.indicator == reserve })
        }
    }

    @Test func `groups divide the cases, each with its own balance`() throws {
        let appraiser = Appraiser(try SharedFiles.pooledRubric())
        let asOf = Day(daysSince1970: 17_000) ?? .earliest
        var maker = RandomEvidence(seed: 11)
        let all = (0..<300).map { _ in maker.organization() }
        var builder = CohortIndex.Builder(asOf: asOf)
        for evidence in all { builder.add(evidence) }
        let cohorts = builder.build()
        let evaluations = all.map { appraiser.evaluate($0, asOf: asOf, cohorts: cohorts) }
        let exits = all.indices.map { $0.isMultiple(of: 7) }
        let groups = GroupDifference.all(evaluations, exits: exits, rubric: appraiser.rubric, horizon: .months24)
        for dimension in GroupDifference.Dimension.allCases {
            let mine = groups.filter { $0.dimension == dimension }
            #expect(mine.reduce(0) { $0 + $1.balance.cases } == 300)
            #expect(mine.reduce(0) { $0 + $1.balance.observed } == exits.count { $0 })
        }
        #expect(groups.filter { $0.dimension == .age }.count >= 2)
    }

    @Test(arguments: [Language.english, .simplifiedChinese])
    func `the picture is well-formed, named, described, and has a table that says the same`(language: Language) throws {
        var random = SeededGenerator(seed: 5)
        let logits = (0..<800).map { _ in Double.random(in: -5 ... -1, using: &random) }
        let exits = logits.map { Double.random(in: 0..<1, using: &random) < Exponential.logistic($0) }
        let title = BilingualText(zh: "甲<乙>&丙", en: "<a> & b")
        let diagram = ReliabilityDiagram(title: title, logits: logits, exits: exits)
        let svg = diagram.svg(in: language, identifier: "x")
        let seen = Elements(in: svg)
        #expect(seen.isWellFormed)
        #expect(seen.count["title"] == 1 && seen.count["desc"] == 1 && seen.count["circle"] == 10)
        #expect(svg.contains("aria-labelledby=\"x-title x-desc\"") && svg.contains("id=\"x-title\"") && svg.contains("id=\"x-desc\""))
        #expect(!svg.contains("style=") && !svg.contains("<script"))
        let table = diagram.htmlTable(in: language)
        let cells = Elements(in: table)
        #expect(cells.isWellFormed && cells.count["tr"] == 11 && cells.count["caption"] == 1)
        for row in diagram.rows { #expect(row.allSatisfy { table.contains(">\($0)<") }) }
        #expect(diagram.points.reduce(0) { $0 + $1.cases } == 800)
        #expect(ReliabilityDiagram(title: title, logits: [], exits: []).svg(in: language).contains("<desc"))
    }

    /// Counts elements and sees that every one is closed in its place.
    private struct Elements {
        private(set) var count: [String: Int] = [:]
        private(set) var isWellFormed = true

        init(in text: String) {
            var open: [Substring] = []
            for part in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
                guard let end = part.firstIndex(of: ">") else {
                    isWellFormed = false
                    return
                }
                let name = part[..<end].prefix { !" /".contains($0) || $0 == part.first }
                if part.hasPrefix("/") {
                    if open.popLast() != name.dropFirst() { isWellFormed = false }
                } else {
                    count[String(name), default: 0] += 1
                    if !part[..<end].hasSuffix("/") { open.append(name) }
                }
            }
            if !open.isEmpty { isWellFormed = false }
        }
    }
}
