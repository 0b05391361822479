import Testing
import Values

@testable import Appraisal

/// What local exits teach, and when.
@Suite struct CalibrationTests {
    let rubric: Rubric
    let appraiser: Appraiser
    let today = Day(iso: "2024-12-31") ?? .earliest

    init() throws {
        rubric = try SharedFiles.pooledRubric()
        appraiser = Appraiser(rubric)
    }

    /// Organizations made up from a seed, of which as many leave as the rubric says, moved by so much and with points that count so many times.
    private func district(
        _ count: Int, seed: UInt64, shift: Double, slope: Double = 1, from: Int = 2015, years: Int = 5, ignoring: Set<String> = []
    ) -> [CalibrationCase] {
        var random = SeededGenerator(seed: seed)
        let silent = Appraiser(rubric.withoutPoints(ofFamilies: ignoring))
        return (0..<count).flatMap { organization in
            (0..<years).compactMap { number -> CalibrationCase? in
                let readings = rubric.indicators.map { indicator -> IndicatorReading in
                    guard let cut = indicator.bands.dropFirst().randomElement(using: &random)?.bounds.atLeast else { return .notApplicable }
                    return .observed(Bool.random(using: &random) ? cut : cut - 1)
                }
                let points = silent.totalPoints(of: readings)
                let base = rubric.populations[0]
                let logit = base.intercepts.months24 + shift + slope * rubric.logOdds(ofPoints: points, in: base)
                let left = Double.random(in: 0..<1, using: &random) < Exponential.logistic(logit)
                let early = left && Double.random(in: 0..<1, using: &random) < 0.5
                return CalibrationCase(
                    organization: Int64(organization * years + number), day: Day(year: from + number, month: 12, day: 31) ?? .earliest,
                    population: 0, readings: readings, outcomes: BacktestData.Outcomes(months12: early, months24: left, months36: nil))
            }
        }
    }

    @Test(arguments: [
        (0, CalibrationStage.notCalibratedLocally), (4, .notCalibratedLocally), (5, .intercept), (19, .intercept), (20, .slope),
        (49, .slope), (50, .weights),
    ])
    func `five exits move the base, twenty the slope, fifty the points`(exits: Int, stage: CalibrationStage) {
        #expect(CalibrationStage(exits: exits) == stage)
    }

    @Test func `nothing is learned from exits that were not known yet, nor from four`() {
        let cases = district(200, seed: 1, shift: -3)
        #expect(CalibrationFit(rubric).fitted(to: cases, on: Day(iso: "2015-12-30") ?? .earliest).parts.isEmpty)
        let four = Array(cases.filter { $0.outcomes.months24 == true }.prefix(4)) + cases.filter { $0.outcomes.months24 == false }
        let calibration = CalibrationFit(rubric).fitted(to: four, on: today)
        #expect(calibration.stage == .notCalibratedLocally)
        #expect(rubric.calibrated(by: calibration).populations[0].intercepts == rubric.populations[0].intercepts)
    }

    @Test(arguments: 1...3) func `base and slope are found, drawn a little towards what was assumed`(seed: UInt64) throws {
        let cases = district(1500, seed: seed, shift: -3.5, slope: 0.6)
        let calibration = CalibrationFit(rubric).fitted(to: cases, on: today, atMost: .slope)
        let part = try #require(calibration.parts.first)
        #expect(part.stage == .slope)
        #expect((0.5...0.75).contains(part.slope))
        let calibrated = rubric.calibrated(by: calibration)
        let test = district(1500, seed: seed + 100, shift: -3.5, slope: 0.6)
        let logits = test.map {
            calibrated.logit(points: appraiser.totalPoints(of: $0.readings), in: calibrated.populations[0], horizon: .months24)
        }
        let balance = ExpectedAndObserved(logits: logits, exits: test.map { $0.outcomes.months24 == true })
        #expect(balance.alarm == .none)
        let plain = test.map { rubric.logit(points: appraiser.totalPoints(of: $0.readings), in: rubric.populations[0], horizon: .months24) }
        #expect(ExpectedAndObserved(logits: plain, exits: test.map { $0.outcomes.months24 == true }).alarm == .certain)
    }

    @Test func `a handful of exits moves the base only part of the way`() throws {
        let cases = district(60, seed: 4, shift: -7)
        let few = CalibrationFit(rubric).fitted(to: cases, on: today, atMost: .intercept)
        guard let part = few.parts.first else { return }
        #expect(part.slope == rubric.populations[0].slope)
        #expect(part.intercepts.months24 < rubric.populations[0].intercepts.months24)
    }

    @Test func `points fitted to local exits stay monotone, and silence pays no less than the worst`() throws {
        let cases = district(600, seed: 9, shift: -4, ignoring: ["reporting"])
        let calibration = CalibrationFit(rubric).fitted(to: cases, on: today)
        #expect(calibration.stage == .weights)
        let calibrated = rubric.calibrated(by: calibration)
        for (before, indicator) in zip(rubric.indicators, calibrated.indicators) where !indicator.bands.isEmpty {
            let points = indicator.bands.map(\.points)
            #expect(points == (indicator.worse == .lower ? points.sorted(by: >) : points.sorted()), "\(indicator.code)")
            #expect(points.allSatisfy { $0 >= 0 } && indicator.missingPoints >= points.max() ?? 0, "\(indicator.code)")
            #expect(indicator.bands.count == before.bands.count)
        }
        let reporting = try #require(rubric.families.firstIndex { $0.code == "reporting" })
        func weight(_ rubric: Rubric, _ family: Int) -> Double {
            rubric.indicators.filter { $0.family == family }.reduce(0) { $0 + Double($1.mostPoints) } * rubric.logOddsPerPoint
        }
        #expect(weight(calibrated, reporting) < 0.6 * weight(rubric, reporting))
    }

    @Test func `a calibration is a document that says the same when it is read again`() throws {
        let calibration = CalibrationFit(rubric).fitted(to: district(600, seed: 9, shift: -4), on: today)
        let read = try LocalCalibration(reading: calibration.document)
        #expect(read == calibration)
        #expect(read.document.canonicalBytes == calibration.document.canonicalBytes)
        let broken = calibration.document.replacing(["parts", 0, "slope"][...], with: .number(-1))
        #expect(throws: RubricFault.self) { try LocalCalibration(reading: broken) }
    }

    @Test func `estimates say how far they were calibrated`() throws {
        let calibration = CalibrationFit(rubric).fitted(to: district(600, seed: 9, shift: -4), on: today, atMost: .intercept)
        let evidence = Evidence(organization: 1, population: rubric.populations[0].code, cohort: CohortKey(type: 1, area: 2))
        let none = CohortIndex(asOf: today)
        #expect(appraiser.evaluate(evidence, asOf: today, cohorts: none).calibration == .notCalibratedLocally)
        let found = Appraiser(rubric.calibrated(by: calibration)).evaluate(evidence, asOf: today, cohorts: none)
        #expect(found.calibration == .intercept)
        let calibrated = rubric.calibrated(by: calibration)
        let sum = found.contributions(by: calibrated, horizon: .months24).reduce(0) { $0 + $1.logOdds }
        #expect(abs(sum - found.probabilities.months24.logit) <= 1e-9)
    }

    @Test func `a new district does better every year by what it learns`() {
        let cases = district(400, seed: 3, shift: -4, slope: 0.7, years: 7)
        let growth = GrowingCalibration(cases, rubric: rubric, horizon: .months24)
        #expect(growth.years.map(\.knownExits) == growth.years.map(\.knownExits).sorted())
        #expect(growth.years.first?.used == .notCalibratedLocally)
        for year in growth.years where year.used >= .slope {
            #expect((year.losses[year.used] ?? 1) < (year.losses[.notCalibratedLocally] ?? 0))
        }
        #expect(growth.logits.count == cases.count)
    }
}
