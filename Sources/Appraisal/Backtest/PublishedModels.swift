import Values

/// Two published formulas, for comparison only.
package struct PublishedModels: Sendable {
    /// The ratios that both are made of; nil where the accounts do not yield one.
    struct Ratios {
        let equity: Double?
        let concentration: Double?
        let administration: Double?
        let margin: Double?
        let debt: Double?
        let size: Double?
    }

    private let ratios: [Ratios]

    /// - Parameter landmarks: positions of the data's landmarks, in the order in which scores are wanted.
    package init(_ data: BacktestData, landmarks: [Int]) {
        ratios = landmarks.map { position in
            let landmark = data.landmarks[position]
            return Ratios(data.evidence[landmark.organization], asOf: landmark.day)
        }
    }

    /// Tuckman and Chang 1991: on how many of four ratios an organization is in the worst fifth of those given. Low equity, high concentration, low
    /// administrative cost, low margin.
    package var tuckmanChangCounts: [Double] {
        func fifth(_ values: [Double?], worstIsLow: Bool) -> [Bool] {
            let known = values.compactMap(\.self).sorted()
            guard !known.isEmpty else { return values.map { _ in false } }
            let limit = worstIsLow ? known[known.count / 5] : known[known.count - 1 - known.count / 5]
            return values.map { value in value.map { worstIsLow ? $0 < limit : $0 > limit } ?? false }
        }
        let risks = [
            fifth(ratios.map(\.equity), worstIsLow: true), fifth(ratios.map(\.concentration), worstIsLow: false),
            fifth(ratios.map(\.administration), worstIsLow: true), fifth(ratios.map(\.margin), worstIsLow: true),
        ]
        return ratios.indices.map { index in Double(risks.count { $0[index] }) }
    }

    /// Log-odds of Trussel, Greenlee and Brady 2002: 0.7754 + 0.9272 debt + 0.1496 concentration − 2.8419 margin + 0.1206 administration − 0.1665 ln
    /// assets. A ratio that is not known takes the middle value of the known ones; net assets stand in for assets where no accounts show assets.
    package var trusselLogits: [Double] {
        func filled(_ values: [Double?]) -> [Double] {
            let known = values.compactMap(\.self).sorted()
            let middle = known.isEmpty ? 0 : known[known.count / 2]
            return values.map { $0 ?? middle }
        }
        let (debt, concentration) = (filled(ratios.map(\.debt)), filled(ratios.map(\.concentration)))
        let (margin, administration) = (filled(ratios.map(\.margin)), filled(ratios.map(\.administration)))
        let size = filled(ratios.map(\.size))
        return ratios.indices.map { index in
            let money = 0.9272 * debt[index] + 0.1496 * concentration[index] - 2.8419 * margin[index]
            return 0.7754 + money + 0.1206 * administration[index] - 0.1665 * size[index]
        }
    }
}

extension PublishedModels.Ratios {
    fileprivate init(_ evidence: Evidence, asOf: Day) {
        let context = MeasureContext(
            evidence: evidence, asOf: asOf, cohorts: CohortIndex(asOf: asOf), reportDueMonths: 0, cohortMinimum: 1
        )
        func value(_ finding: Finding) -> Double? {
            if case .value(let value, _) = finding { value } else { nil }
        }
        let newest = context.accounts.newest
        let income = newest?.income
        equity = if let net = newest?.netAssets, let income, income > 0 { net / income } else { nil }
        concentration = value(context.incomeConcentration)
        administration = value(context.administrativeShare)
        margin = value(context.operatingMargin).map { $0.held(within: -1...1) }
        debt = value(context.debtRatio).map { $0.held(within: 0...5) }
        let whole = (newest?.assets ?? newest?.netAssets).map { $0 / 100 }
        size = whole.flatMap { $0 >= 1 ? Logarithm.natural($0) : nil }
    }
}
