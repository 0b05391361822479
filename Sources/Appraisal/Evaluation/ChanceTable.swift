/// The probability for every number of points, worked out once: points are whole, and the exponential function costs more than the rest of an appraisal.
struct ChanceTable: Sendable {
    private let chances: [Double]
    private let most: Int

    init(_ rubric: Rubric) {
        let indicators = rubric.indicators.reduce(0) { $0 + $1.mostPoints }
        most = rubric.combinations.reduce(indicators) { $0 + $1.points }
        var chances: [Double] = []
        chances.reserveCapacity(rubric.populations.count * Horizon.allCases.count * (most + 1))
        for population in rubric.populations {
            for horizon in Horizon.allCases {
                for points in 0...most {
                    chances.append(Exponential.logistic(rubric.logit(points: points, in: population, horizon: horizon)))
                }
            }
        }
        self.chances = chances
    }

    /// - Parameter points: no more than the rubric has.
    func chance(of points: Int, population: Int, horizon: Horizon) -> Double {
        chances[start(population, horizon) + points]
    }

    /// The probabilities of all numbers of points.
    func chances(population: Int, horizon: Horizon) -> [Double] {
        let start = start(population, horizon)
        return Array(chances[start...start + most])
    }

    private func start(_ population: Int, _ horizon: Horizon) -> Int {
        (population * Horizon.places + horizon.place) * (most + 1)
    }
}

extension Horizon {
    fileprivate static let places = 3

    /// Its place among all.
    fileprivate var place: Int {
        switch self {
        case .months12: 0
        case .months24: 1
        case .months36: 2
        }
    }
}
