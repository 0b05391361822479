import Values

extension BacktestData {
    /// Readings of every landmark by a rubric, each as of its own day.
    ///
    /// Ranks are taken among the organizations that have a landmark of the same task on the same day, so that nobody's later fate decides who is compared.
    package func readings(by appraiser: Appraiser) -> [[IndicatorReading]] {
        var indexes: [CohortMoment: CohortIndex] = [:]
        for (moment, members) in Dictionary(grouping: landmarks.indices, by: { CohortMoment(landmarks[$0]) }) {
            var builder = CohortIndex.Builder(asOf: moment.day)
            for member in members { builder.add(evidence(of: landmarks[member])) }
            indexes[moment] = builder.build()
        }
        return landmarks.map { landmark in
            let evidence = evidence(of: landmark)
            return appraiser.readings(
                of: evidence, population: appraiser.population(of: evidence), asOf: landmark.day,
                cohorts: indexes[CohortMoment(landmark)] ?? CohortIndex(asOf: landmark.day)
            )
        }
    }

    /// The evaluation of every landmark from its readings.
    package func evaluations(of readings: [[IndicatorReading]], by appraiser: Appraiser) -> [Evaluation] {
        zip(landmarks, readings).map { landmark, readings in
            let evidence = evidence(of: landmark)
            return appraiser.evaluation(
                of: readings, organization: evidence.organization, population: appraiser.population(of: evidence), asOf: landmark.day
            )
        }
    }

    private func evidence(of landmark: Landmark) -> Evidence {
        var evidence = evidence[landmark.organization]
        evidence.population = layout.tasks[landmark.task].population
        evidence.cohort.type = Int64(landmark.task)
        return evidence
    }

    private struct CohortMoment: Hashable {
        let task: Int
        let day: Day

        init(_ landmark: Landmark) {
            task = landmark.task
            day = landmark.day
        }
    }
}
