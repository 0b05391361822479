/// What local exits say about a rubric: intercepts, slopes and, when there are enough, points. It is data that a rubric is read with, never a rubric itself.
package struct LocalCalibration: Hashable, Sendable {
    /// One population's parameters. Populations without local exits are left as they are.
    package struct Part: Hashable, Sendable {
        /// Code of the population.
        package let population: String
        package let stage: CalibrationStage
        package let intercepts: Population.Intercepts
        package let slope: Double
        /// How far the newest twelve months' exits moved all intercepts, in log-odds.
        package let newestShift: Double
        /// Organizations that left, and landmarks with a known outcome.
        package let exits: Int
        package let cases: Int
    }

    /// Points of one indicator, fitted anew.
    package struct Points: Hashable, Sendable {
        /// Code of the indicator.
        package let indicator: String
        /// Where its bands meet, ascending, and the points of the bands: one more than there are cuts.
        package let cuts: [Double]
        package let points: [Int]
        package let missing: Int
        package let notYetDue: Int
    }

    package let parts: [Part]
    /// nil below the stage at which points are fitted; then what a point of them adds.
    package let points: FittedPoints?

    /// Points that take the place of the rubric's.
    package struct FittedPoints: Hashable, Sendable {
        package let logOddsPerPoint: Double
        /// Indicators that are not listed carry none.
        package let indicators: [Points]
    }

    /// The furthest stage of any population.
    package var stage: CalibrationStage { parts.map(\.stage).max() ?? .notCalibratedLocally }
}

extension Rubric {
    /// The rubric read with a calibration. Populations and indicators that it does not know are left out of account.
    package func calibrated(by calibration: LocalCalibration) -> Rubric {
        let refitted = calibration.points.map(carrying) ?? self
        let populations = refitted.populations.map { population in
            guard let part = calibration.parts.first(where: { $0.population == population.code }) else { return population }
            return population.calibrated(intercepts: part.intercepts, slope: part.slope, stage: part.stage)
        }
        return refitted.replacing(populations: populations)
    }

    private func carrying(_ fitted: LocalCalibration.FittedPoints) -> Rubric {
        var points: [String: LocalCalibration.Points] = [:]
        for entry in fitted.indicators { points[entry.indicator] = entry }
        let indicators = indicators.map { indicator in
            guard let entry = points[indicator.code] else { return indicator.carrying([], missing: 0, notYetDue: 0) }
            return indicator.carrying(
                Indicator.bands(cuts: entry.cuts, points: entry.points), missing: entry.missing, notYetDue: entry.notYetDue)
        }
        return replacing(indicators: indicators, logOddsPerPoint: fitted.logOddsPerPoint)
    }
}

extension Indicator {
    /// Bands that meet at the cuts.
    package static func bands(cuts: [Double], points: [Int]) -> [Band] {
        points.enumerated().map { number, points in
            let bounds = Bounds(atLeast: number == 0 ? nil : cuts[number - 1], below: number < cuts.count ? cuts[number] : nil)
            return Band(bounds: bounds, points: points)
        }
    }
}
