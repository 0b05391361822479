package import Values

/// Which stage may follow which. The table is data of the jurisdiction, so that the process people read and the one that runs are the same.
package struct CaseMoves: Hashable, Sendable {
    package struct Move: Hashable, Sendable {
        package let from: CaseStage
        package let to: CaseStage

        package init(from: CaseStage, to: CaseStage) {
            self.from = from
            self.to = to
        }
    }

    private let moves: Set<Move>

    package init(_ moves: Set<Move>) {
        self.moves = moves
    }

    /// What may follow, in the order of the stages.
    package func successors(of stage: CaseStage) -> [CaseStage] {
        CaseStage.allCases.filter { moves.contains(Move(from: stage, to: $0)) }
    }

    /// The case after a move.
    ///
    /// - Throws: ``CaseFault`` when the table lacks the move or the day lies before the last step.
    package func advance(_ current: IncubationCase, to stage: CaseStage, on day: Day, reason: String?) throws(CaseFault) -> IncubationCase {
        guard moves.contains(Move(from: current.stage, to: stage)) else {
            throw .notAllowed(from: current.stage, to: stage, allowed: successors(of: current.stage))
        }
        guard day >= current.stageSince else { throw .beforeLastStep(day, lastStep: current.stageSince) }
        var moved = current
        moved.history.append(CaseStep(stage: stage, enteredOn: day, reason: reason))
        return moved
    }
}

/// Why a case cannot move.
package enum CaseFault: Error, Hashable, Sendable {
    case notAllowed(from: CaseStage, to: CaseStage, allowed: [CaseStage])
    case beforeLastStep(Day, lastStep: Day)
}
