package import Appraisal
package import Values

/// What would clear each flag of an assessment, and which steps would bring its estimate below the watch line.
///
/// It says what would lower the estimate. Nobody is promised to last.
package struct Remedies: Hashable, Sendable {
    /// What one indicator has to come to.
    package struct Change: Hashable, Sendable {
        /// The indicator's code.
        package let indicator: String
        package let words: BilingualText
        package let from: Double?
        package let needed: Double
        /// The money that makes up the change at present spending.
        package let amount: Money?
        package let currency: String?
    }

    /// What clears one flag.
    package struct Clearing: Hashable, Sendable {
        package let flag: String
        /// nil where the organization cannot change the indicator.
        package let change: Change?
        /// Milder flags that would then stand in its place.
        package let wouldRaise: [String]
    }

    /// The smallest set of steps found.
    package struct Lowering: Hashable, Sendable {
        package let steps: [Change]
        package let pointsBefore: Int
        package let pointsAfter: Int
        /// Within 24 months, after all steps.
        package let probability: Double
        package let status: Status
    }

    /// How the estimate stands to the watch line.
    package enum Outlook: Hashable, Sendable {
        /// Too little is known for an estimate.
        case unknown
        case below
        case reachable(Lowering)
        /// No three changes are enough.
        case outOfReach
    }

    /// The probability within 24 months from which an organization is watched.
    package let watchLine: Double
    /// In the order of the flags.
    package let clearings: [Clearing]
    package let outlook: Outlook
}

extension Remedies {
    /// - Parameter known: what was known of the organization on the evaluation's day; nil leaves out what takes its records, money and years.
    init(for evaluation: Evaluation, by appraiser: Appraiser, from known: OrganizationEvidence?) {
        let maker = RemedyMaker(evaluation: evaluation, appraiser: appraiser, known: known)
        watchLine = appraiser.rubric.lines.watch
        clearings = evaluation.flags.map(maker.clearing)
        outlook = maker.outlook
    }

    /// The outlook in one sentence.
    package var sentence: BilingualText {
        let line = Percent.words(watchLine)
        switch outlook {
        case .unknown:
            return text("已知情况太少，没有估计值可以降低。", "Too little is known for an estimate that could be lowered.")
        case .below:
            return text("估计值已低于关注线 \(line)。", "The estimate is below the watch line of \(line) already.")
        case .outOfReach:
            return text(
                "没有哪三项以内的改变能把估计值降到关注线 \(line) 以下。", "No three changes would lower the estimate below the watch line of \(line).")
        case .reachable(let lowering):
            let after = Percent.words(lowering.probability)
            return text(
                "以下改变会把估计值降到 \(after)，低于关注线 \(line)。",
                "These changes would lower the estimate to \(after), below the watch line of \(line).")
        }
    }
}

/// Works out remedies of one evaluation.
private struct RemedyMaker {
    let evaluation: Evaluation
    let appraiser: Appraiser
    let known: OrganizationEvidence?

    private var evidence: Evidence {
        known?.evidence ?? Evidence(organization: 0, population: "", cohort: CohortKey(type: 0, area: 0))
    }

    func clearing(_ flag: RaisedFlag) -> Remedies.Clearing {
        let rubric = appraiser.rubric
        let change = appraiser.change(clearing: flag, evidence: evidence, asOf: evaluation.asOf)
        let after = change.map { appraiser.whatIf(evaluation, changing: [$0.indicator: .observed($0.needed)]) }
        return Remedies.Clearing(
            flag: rubric.flags[flag.rule].code, change: change.map(words),
            wouldRaise: after?.raised.map { rubric.flags[$0.rule].code } ?? [])
    }

    var outlook: Remedies.Outlook {
        let line = appraiser.rubric.lines.watch
        guard evaluation.showsProbability else { return .unknown }
        guard evaluation.probabilities.months24.probability >= line else { return .below }
        guard let improvement = appraiser.improvement(of: evaluation, below: line) else { return .outOfReach }
        let after = appraiser.evaluation(evaluation, after: improvement.steps)
        return .reachable(
            Remedies.Lowering(
                steps: improvement.steps.map { words(appraiser.change(taking: $0, evidence: evidence, asOf: evaluation.asOf)) },
                pointsBefore: evaluation.totalPoints, pointsAfter: after.totalPoints, probability: improvement.probability,
                status: after.status))
    }

    private func words(_ change: NeededChange) -> Remedies.Change {
        Remedies.Change(
            indicator: appraiser.rubric.indicators[change.indicator].code,
            words: change.words(by: appraiser.rubric, currency: known?.currency), from: change.from, needed: change.needed,
            amount: change.amount, currency: change.amount == nil ? nil : known?.currency)
    }
}
