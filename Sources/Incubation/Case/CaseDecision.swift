package import Values

/// What somebody does for a decision. In one case a person has one duty for good: who recommends does not review, who reviews does not
/// approve, who approves does not pay out, and none of them verifies.
package enum Duty: String, CaseIterable, Hashable, Sendable {
    case recommend, review, approve, disburse, verify
}

/// A move of a case that takes several people, from the recommendation to the word of the authority.
package struct CaseDecision: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case recommended, reviewed, approved, returned

        package var isPending: Bool { self == .recommended || self == .reviewed }
    }

    /// What one person said, and when. People are known by the names that audit events have for them.
    package struct Word: Hashable, Sendable {
        package let by: String
        package let on: Day
        package let reason: String

        package init(by: String, on: Day, reason: String) {
            self.by = by
            self.on = on
            self.reason = reason
        }
    }

    /// From 1 up within the case.
    package let number: Int32
    package var version: Int64
    package let stage: CaseStage
    package var state: State
    package let recommendation: Word
    package var review: Word?
    /// Whether the reviewer found that the move is due; nil before the review.
    package var isEndorsed: Bool?
    package var decision: Word?

    package init(
        number: Int32, version: Int64 = 1, stage: CaseStage, state: State = .recommended, recommendation: Word, review: Word? = nil,
        isEndorsed: Bool? = nil, decision: Word? = nil
    ) {
        self.number = number
        self.version = version
        self.stage = stage
        self.state = state
        self.recommendation = recommendation
        self.review = review
        self.isEndorsed = isEndorsed
        self.decision = decision
    }
}

/// Why a duty cannot be done.
package enum DutyFault: Error, Hashable, Sendable {
    /// The person has another duty in the case already.
    case otherDuty(Duty)
    /// Whoever reviews or approves says first whether they have an interest in the organization.
    case notDeclared
    /// Who has an interest withdraws.
    case hasInterest
    /// A third step means a third person: the review is still to come.
    case reviewMissing
    /// Somebody else has recommended a move that is still to be decided.
    case alreadyPending
    /// There is nothing to be decided.
    case nothingPending
    /// The move does not need several people.
    case notNeeded(CaseStage)
    /// The move needs several people, so nobody makes it alone.
    case needed(CaseStage)
}

/// How a person stands to a case: what decides whether they may do a duty in it.
package struct Standing: Hashable, Sendable {
    /// The duty that the person has in the case; nil for none.
    package let duty: Duty?
    /// What the person declared; nil before they did.
    package let hasInterest: Bool?

    package init(duty: Duty?, hasInterest: Bool?) {
        self.duty = duty
        self.hasInterest = hasInterest
    }

    /// Checks whether the person may take on a duty (Government Procurement Law, article 12, for the interest).
    package func take(_ duty: Duty) throws(DutyFault) {
        if let other = self.duty, other != duty { throw .otherDuty(other) }
        if hasInterest == true { throw .hasInterest }
        if duty != .recommend, hasInterest == nil { throw .notDeclared }
    }
}

extension CaseDecision {
    /// The decision with a reviewer's word.
    package func reviewed(_ word: Word, isEndorsed: Bool, by standing: Standing) throws(DutyFault) -> CaseDecision {
        guard state == .recommended else { throw .nothingPending }
        try standing.take(.review)
        var next = self
        (next.state, next.review, next.isEndorsed) = (.reviewed, word, isEndorsed)
        return next
    }

    /// The decision with the authority's word.
    ///
    /// - Parameter steps: how many people the move takes, 2 or 3.
    package func decided(_ word: Word, isApproved: Bool, steps: Int32, by standing: Standing) throws(DutyFault) -> CaseDecision {
        guard state.isPending else { throw .nothingPending }
        try standing.take(.approve)
        // To send it back needs no review: what is plainly unfinished need not wait for one.
        if isApproved, steps > 2, review == nil { throw .reviewMissing }
        var next = self
        (next.state, next.decision) = (isApproved ? .approved : .returned, word)
        return next
    }
}
