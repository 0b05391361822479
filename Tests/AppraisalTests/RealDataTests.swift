import Foundation
import Testing

@testable import Appraisal

/// The shipped rubric on the development halves of real data, through evidence and evaluation as the register does it. These figures are not the proof of
/// the rubric, which was made on this half: they show that the arithmetic here is the arithmetic it was made with.
@Suite struct RealDataTests {
    private func area(_ folder: String, task: Int, horizon: Horizon, only: (BacktestData.Landmark) -> Bool = { _ in true }) throws -> Double
    {
        let data = try SharedFiles.backtest(folder)
        let appraiser = Appraiser(try SharedFiles.pooledRubric())
        let evaluations = data.evaluations(of: data.readings(by: appraiser), by: appraiser)
        var (scores, exits) = ([Double](), [Bool]())
        for (landmark, evaluation) in zip(data.landmarks, evaluations) where landmark.task == task && only(landmark) {
            guard let exit = landmark.outcomes[horizon] else { continue }
            scores.append(evaluation.probabilities[horizon].probability)
            exits.append(exit)
        }
        let area = try #require(Discrimination.areaUnderCurve(scores: scores, exits: exits))
        print("\(folder) task \(task) \(horizon.rawValue) months: \(scores.count) landmarks, \(exits.count { $0 }) exits, AUC \(area)")
        return area
    }

    @Test(.enabled(if: SharedFiles.hasData("coops_uk"), "the co-operatives' data are not here"))
    func `co-operatives that dissolve within two years are told apart`() throws {
        #expect(try area("coops_uk", task: 0, horizon: .months24) >= 0.77)
    }

    @Test(.enabled(if: SharedFiles.hasData("ca_charters"), "the charter schools' data are not here"))
    func `charter schools that close within two years are told apart`() throws {
        #expect(try area("ca_charters", task: 0, horizon: .months24) >= 0.80)
    }

    @Test(.enabled(if: SharedFiles.hasData("apache_incubator"), "the podlings' data are not here"))
    func `podlings that retire within a year are told apart`() throws {
        #expect(try area("apache_incubator", task: 0, horizon: .months12) >= 0.82)
    }

    @Test(.enabled(if: SharedFiles.hasData("apache_incubator"), "the podlings' data are not here"))
    func `podlings that will retire are told apart by a year of activity`() throws {
        #expect(try area("apache_incubator", task: 1, horizon: .months24, only: { $0.key == "12" }) >= 0.76)
    }

    @Test(
        .enabled(if: SharedFiles.hasData("coops_uk") && SharedFiles.hasData("ca_charters"), "the data with outcomes are not here"),
        arguments: [
            ("coops_uk", Horizon.months12), ("coops_uk", .months24), ("ca_charters", .months12), ("ca_charters", .months24),
            ("ca_charters", .months36), ("apache_incubator", .months12), ("apache_incubator", .months24),
        ])
    func `estimates agree with what happened, and a slope leaves the order alone`(folder: String, horizon: Horizon) throws {
        let data = try SharedFiles.backtest(folder)
        func measured(_ name: String) throws -> (area: Double?, check: CalibrationCheck) {
            let appraiser = Appraiser(try SharedFiles.shippedRubric(name))
            let evaluations = data.evaluations(of: data.readings(by: appraiser), by: appraiser)
            let members = data.measurable(task: 0, horizon: horizon)
            let logits = members.map { evaluations[$0].probabilities[horizon].logit }
            let exits = members.map { data.landmarks[$0].outcomes[horizon] == true }
            return (Discrimination.areaUnderCurve(scores: logits, exits: exits), CalibrationCheck(logits: logits, exits: exits))
        }
        let (before, after) = (try measured("pooled-1"), try measured("pooled-2"))
        #expect(before.area == after.area)
        #expect((0.85...1.15).contains(try #require(after.check.slope)))
        #expect((0.98...1.02).contains(after.check.expectedShare * Double(after.check.cases) / Double(after.check.exits)))
        #expect(after.check.brier < 1.002 * before.check.brier)
    }

    @Test(
        .enabled(if: SharedFiles.hasData("coops_uk") && SharedFiles.hasData("ca_charters"), "the data with outcomes by year are not here"))
    func `moving the intercept every year lowers the Brier score in eight years of ten`() throws {
        var (better, years) = (0, 0)
        for (folder, first) in [("coops_uk", 2013), ("ca_charters", 2007)] {
            let data = try SharedFiles.backtest(folder)
            let rubric = try SharedFiles.pooledRubric()
            let walk = WalkForward(
                data, readings: data.readings(by: Appraiser(rubric)), task: 0, rubric: rubric, settings: nil, horizon: .months24)
            let tried = walk.years.filter { $0.year >= first }
            years += tried.count
            better += tried.count { $0.movedBrier < $0.brier }
        }
        #expect(years == 10)
        #expect(better >= 8)
    }

    @Test(.enabled(if: SharedFiles.hasData("ca_charters"), "the charter schools' data are not here"))
    func `the rubric tells more than the published models on the same rows`() throws {
        let data = try SharedFiles.backtest("ca_charters")
        let members = data.measurable(task: 0, horizon: .months24)
        let exits = members.map { data.landmarks[$0].outcomes.months24 == true }
        let published = PublishedModels(data, landmarks: members)
        let rubric = try area("ca_charters", task: 0, horizon: .months24)
        #expect(rubric > (try #require(Discrimination.areaUnderCurve(scores: published.trusselLogits, exits: exits))))
        #expect(rubric > (try #require(Discrimination.areaUnderCurve(scores: published.tuckmanChangCounts, exits: exits))))
    }
}
