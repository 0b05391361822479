extension Appraiser {
    /// The status once a person has confirmed one of the evaluation's critical flags; unchanged where it has none.
    package func statusAfterConfirmation(of evaluation: Evaluation) -> Status {
        guard evaluation.flags.contains(where: { rubric.flags[$0.rule].severity == .critical }) else { return evaluation.status }
        return outcomeRules[evaluation.population].status(
            probability: evaluation.probabilities.months24.probability, flags: evaluation.flags.reduce(0) { $0 | 1 << $1.rule },
            isIncomplete: evaluation.status == .incomplete, confirmedCritical: true
        )
    }
}

extension Status {
    /// The status to be shown after this evaluation's own: a change for the worse needs two evaluations in a row, unless a critical flag is raised.
    /// - Parameters:
    ///   - shown: what has been shown so far; nil before the first evaluation.
    ///   - previous: what the evaluation before this one amounted to by itself.
    package func settled(shown: Status?, previous: Status?, hasCriticalFlag: Bool) -> Status {
        guard let shown, let rank = badness, let shownRank = shown.badness, rank > shownRank, !hasCriticalFlag else { return self }
        guard let previousRank = previous?.badness, previousRank > shownRank else { return shown }
        return previousRank < rank ? previous ?? shown : self
    }

    /// 0 for stable and up; an incomplete evaluation is neither better nor worse.
    private var badness: Int? {
        switch self {
        case .stable: 0
        case .watch: 1
        case .unsustainable: 2
        case .incomplete: nil
        }
    }
}
