extension PendingKind {
    /// What a recommended move waits for, one after the other.
    package static let ofMoves: [PendingKind] = [.moveReview, .moveDecision]
}

extension CaseDecision {
    /// What the move waits for; nil once there was a last word.
    ///
    /// - Parameter steps: how many people the move takes, 2 or 3.
    package func waitsFor(steps: Int32) -> PendingKind? {
        switch state {
        case .recommended: steps > 2 ? .moveReview : .moveDecision
        case .reviewed: .moveDecision
        case .approved, .returned: nil
        }
    }
}
