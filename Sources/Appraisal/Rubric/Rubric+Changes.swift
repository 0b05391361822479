extension Rubric {
    /// The same rubric with fitted points, which need no slope.
    func replacing(indicators: [Indicator], logOddsPerPoint: Double, missingAtWorst: Bool) -> Rubric {
        changed(
            indicators: indicators, populations: populations.map { $0.calibrated(intercepts: $0.intercepts, slope: 1, stage: $0.stage) },
            logOddsPerPoint: logOddsPerPoint, missingAtWorst: missingAtWorst)
    }

    func replacing(populations: [Population]) -> Rubric {
        changed(indicators: indicators, populations: populations, logOddsPerPoint: logOddsPerPoint, missingAtWorst: missingAtWorst)
    }

    /// The same rubric with other points, each worth so much, those of combinations kept in log-odds.
    func replacing(indicators: [Indicator], logOddsPerPoint: Double) -> Rubric {
        let scale = self.logOddsPerPoint / logOddsPerPoint
        return changed(
            indicators: indicators, populations: populations, logOddsPerPoint: logOddsPerPoint, missingAtWorst: missingAtWorst,
            combinations: combinations.map { $0.carrying(Int((Double($0.points) * scale).rounded())) })
    }

    private func changed(
        indicators: [Indicator], populations: [Population], logOddsPerPoint: Double, missingAtWorst: Bool,
        combinations: [Combination]? = nil
    ) -> Rubric {
        Rubric(
            id: id, title: title, validFrom: validFrom, validThrough: validThrough, author: author, notes: notes,
            logOddsPerPoint: logOddsPerPoint, reportDueMonths: reportDueMonths, missingAtWorst: missingAtWorst,
            cohortMinimum: cohortMinimum,
            families: families, indicators: indicators, combinations: combinations ?? self.combinations, populations: populations,
            flags: flags,
            lines: lines, coverageLines: coverageLines, elementFamilies: elementFamilies, requirements: requirements
        )
    }

    /// The same rubric with intercepts of one horizon that fit the outcomes: for every population among the cases.
    package func recalibrated(to cases: [RubricFit.Case], horizon: Horizon) -> Rubric {
        let appraiser = Appraiser(self)
        var (logits, exits) = (populations.map { _ in [Double]() }, populations.map { _ in [Bool]() })
        for item in cases {
            logits[item.population].append(logOdds(ofPoints: appraiser.totalPoints(of: item.readings), in: populations[item.population]))
            exits[item.population].append(item.exit)
        }
        let recalibrated = populations.enumerated().map { index, population in
            let left = exits[index].count { $0 }
            guard left > 0, left < exits[index].count else { return population }
            var intercepts = population.intercepts
            let start = Logarithm.natural(Double(left) / Double(exits[index].count - left))
            let shift = LogisticLine.shift(of: logits[index].map { $0 + start }, exits: exits[index], priorDeviation: 100)
            intercepts[horizon] = start + shift
            return population.calibrated(intercepts: intercepts, slope: population.slope, stage: population.stage)
        }
        return changed(
            indicators: indicators, populations: recalibrated, logOddsPerPoint: logOddsPerPoint, missingAtWorst: missingAtWorst
        )
    }

    /// The same rubric in which every population has the base risk and slope of the first: what is assumed where nothing is known yet.
    package var knowingNoPopulation: Rubric {
        guard let first = populations.first else { return self }
        return replacing(populations: populations.map { $0.calibrated(intercepts: first.intercepts, slope: first.slope, stage: $0.stage) })
    }

    /// The same rubric in which the families named carry no points, as for a comparison without reporting behaviour.
    package func withoutPoints(ofFamilies codes: Set<String>) -> Rubric {
        let silenced = indicators.map { indicator in
            codes.contains(families[indicator.family].code) ? indicator.carrying([], missing: 0, notYetDue: 0) : indicator
        }
        return changed(
            indicators: silenced, populations: populations, logOddsPerPoint: logOddsPerPoint, missingAtWorst: missingAtWorst,
            combinations: combinations.filter { combination in
                !combination.conditions.contains { codes.contains(families[indicators[$0.indicator].family].code) }
            }
        )
    }
}

extension Population {
    /// The same population with other parameters of calibration.
    func calibrated(intercepts: Intercepts, slope: Double, stage: CalibrationStage) -> Population {
        Population(
            code: code, name: name, applies: applies, intercepts: intercepts, slope: slope, stage: stage, basis: basis)
    }
}

extension Population.Intercepts {
    package subscript(_ horizon: Horizon) -> Double {
        get {
            switch horizon {
            case .months12: months12
            case .months24: months24
            case .months36: months36
            }
        }
        set {
            switch horizon {
            case .months12: months12 = newValue
            case .months24: months24 = newValue
            case .months36: months36 = newValue
            }
        }
    }
}
