import Incubation
import Postgres
import Store
import Values

extension PostgresTransaction {
    /// A case's decisions, the newest first.
    func decisions(of number: OrganizationNumber) async throws -> [CaseDecision] {
        let (decisions, words) = try await together(SelectCaseDecisions(of: number), SelectDecisionWords(of: number))
        return Self.decisions(decisions, words)
    }

    /// The same of a case that there is.
    ///
    /// - Throws: ``Refusal/caseNotOpen(_:)``.
    func decisions(ofCase number: OrganizationNumber) async throws -> [CaseDecision] {
        let (steps, decisions, words) = try await together(
            SelectCaseSteps(of: number), SelectCaseDecisions(of: number), SelectDecisionWords(of: number))
        _ = try IncubationCase(steps, of: number)
        return Self.decisions(decisions, words)
    }

    private static func decisions(_ decisions: [CaseDecision], _ words: [SelectDecisionWords.Output]) -> [CaseDecision] {
        var decisions = decisions
        for (decision, duty, word) in words {
            guard let index = decisions.firstIndex(where: { $0.number == decision }) else { continue }
            if duty == .review { decisions[index].review = word } else { decisions[index].decision = word }
        }
        return decisions
    }

    /// The decision that waits.
    ///
    /// - Throws: ``Refusal/duty(_:)`` when none does, ``Refusal/versionStale(current:)``.
    func pendingDecision(of number: OrganizationNumber, version: Int64) async throws -> CaseDecision {
        guard let last = try await decisions(of: number).first else { throw Refusal.duty(.nothingPending) }
        guard last.version == version else { throw Refusal.versionStale(current: last.version) }
        guard last.state.isPending else { throw Refusal.duty(.nothingPending) }
        return last
    }

    func standing(of caller: Caller, to number: OrganizationNumber) async throws -> Standing {
        try await first(FindStanding(of: caller.name, to: number)) ?? Standing(duty: nil, hasInterest: nil)
    }

    /// Writes down whether the caller has an interest.
    ///
    /// - Throws: ``Refusal/alreadyRecorded(_:)`` when the caller has said so before.
    func declare(hasInterest: Bool, _ caller: Caller, to number: OrganizationNumber) async throws {
        do {
            try await run(InsertDeclaration(by: caller.name, on: number, hasInterest: hasInterest))
        } catch let error as PostgresError where error.constraint == "case_declarations_pkey" {
            throw Refusal.alreadyRecorded(.declaration)
        }
    }

    /// Gives the caller a duty in a case, unless they have it already.
    ///
    /// - Throws: ``Refusal/duty(_:)`` for whoever has another one, has an interest, or has not declared.
    func take(_ duty: Duty, in number: OrganizationNumber, as caller: Caller) async throws {
        let standing = try await standing(of: caller, to: number)
        try Refusal.ofDuty { () throws(DutyFault) in try standing.take(duty) }
        if standing.duty == nil { try await run(InsertDuty(duty, for: caller.name, in: number)) }
    }

    /// - Throws: ``Refusal/versionStale(current:)`` when somebody else has said something meanwhile.
    func keep(_ decision: CaseDecision, of number: OrganizationNumber) async throws -> CaseDecision {
        guard try await run(UpdateDecision(decision, for: number)) == 1 else {
            throw Refusal.versionStale(current: decision.version + 1)
        }
        var kept = decision
        kept.version += 1
        return kept
    }

    /// Moves a case whose row is locked, and settles what waited for that.
    ///
    /// - Throws: ``Refusal/caseMove(_:)``.
    func move(
        _ current: IncubationCase, of number: OrganizationNumber, to stage: CaseStage, on day: Day, reason: String?, at moment: Instant,
        by caller: Caller
    ) async throws {
        let moves = CaseMoves(Set(try await all(SelectCaseMoves())))
        do throws(CaseFault) {
            _ = try moves.advance(current, to: stage, on: day, reason: reason)
        } catch {
            throw Refusal.caseMove(error)
        }
        try await run(InsertCaseStep(CaseStep(stage: stage, enteredOn: day, reason: reason), for: number))
        try await run(UpdateCaseStage(number, version: current.version, stage: stage))
        try await settlePending(of: number, at: moment, by: caller)
    }
}

extension Refusal {
    /// Does what the rules of duties may refuse.
    static func ofDuty<Result>(_ body: () throws(DutyFault) -> Result) throws(Refusal) -> Result {
        do throws(DutyFault) {
            return try body()
        } catch {
            throw .duty(error)
        }
    }
}
