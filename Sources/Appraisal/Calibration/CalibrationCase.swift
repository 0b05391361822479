package import Values

/// An organization as it stood on a day in the past, and what became of it: what a calibration learns from.
package struct CalibrationCase: Sendable {
    /// Tells organizations apart; the same number for all days of one organization.
    package let organization: Int64
    package let day: Day
    /// Position in the rubric.
    package let population: Int
    /// In the order of the rubric's indicators.
    package let readings: [IndicatorReading]
    package let outcomes: BacktestData.Outcomes

    package init(organization: Int64, day: Day, population: Int, readings: [IndicatorReading], outcomes: BacktestData.Outcomes) {
        self.organization = organization
        self.day = day
        self.population = population
        self.readings = readings
        self.outcomes = outcomes
    }

    /// Whether what happened within the horizon was known on a day.
    func isKnown(_ horizon: Horizon, on today: Day) -> Bool {
        outcomes[horizon] != nil && day.adding(months: horizon.rawValue) <= today
    }
}

extension BacktestData {
    /// The landmarks of a task as cases.
    package func calibrationCases(task: Int, readings: [[IndicatorReading]], rubric: Rubric) -> [CalibrationCase] {
        let population = rubric.populations.firstIndex { $0.code == layout.tasks[task].population } ?? 0
        return landmarks.indices.filter { landmarks[$0].task == task }.map { index in
            let landmark = landmarks[index]
            return CalibrationCase(
                organization: Int64(landmark.organization), day: landmark.day, population: population, readings: readings[index],
                outcomes: landmark.outcomes)
        }
    }
}
