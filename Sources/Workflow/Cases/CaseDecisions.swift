import Access
package import Incubation
import Postgres
import Store
import Values

/// Lists a case's decisions, the newest first.
package struct ListDecisions: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> [CaseDecision] {
        try await registry.reading(.listDecisions, of: .organization(number), as: caller) { transaction in
            try await transaction.decisions(ofCase: number)
        }
    }
}

/// Shows how the caller stands to a case: the duty that they have in it, and what they declared.
package struct ShowStanding: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(to number: OrganizationNumber, as caller: Caller) async throws -> Standing {
        try await registry.reading(.listDecisions, of: .organization(number), as: caller) { transaction in
            _ = try await transaction.incubationCase(of: number)
            return try await transaction.standing(of: caller, to: number)
        }
    }
}

/// Says whether the caller has an interest in an organization, before reviewing or approving. Said once: whoever has one withdraws, and
/// what waits for them goes back to the role that it is for.
package struct DeclareInterest: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, hasInterest: Bool, as caller: Caller) async throws -> Standing {
        try await registry.act(.declareInterest, on: .incubationCase(number), as: caller) {
        } doing: { transaction, _ in
            _ = try await transaction.incubationCase(of: number, lock: true)
            try await transaction.declare(hasInterest: hasInterest, caller, to: number)
            if hasInterest { try await transaction.withdraw(caller, from: number, at: registry.now()) }
            return try await transaction.standing(of: caller, to: number)
        }
    }
}

/// Recommends a move that takes several people.
package struct RecommendMove: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter version: the version of the case that the caller read.
    package func callAsFunction(
        _ number: OrganizationNumber, to stage: CaseStage, reason: String, version: Int64, as caller: Caller
    ) async throws -> CaseDecision {
        try await registry.act(.recommendMove, on: .incubationCase(number), as: caller) {
            try FieldRules.refuseParagraphs(reason, field: "reason", longest: 2000)
        } doing: { transaction, subject in
            let current = try await transaction.incubationCase(of: number, lock: true)
            guard current.version == version else { throw Refusal.versionStale(current: current.version) }
            try await transaction.take(.recommend, in: number, as: caller)
            let moves = CaseMoves(Set(try await transaction.all(SelectCaseMoves())))
            do throws(CaseFault) {
                _ = try moves.advance(current, to: stage, on: registry.today, reason: reason)
            } catch {
                throw Refusal.caseMove(error)
            }
            let steps = try await transaction.first(FindDecisionSteps(from: current.stage, to: stage)) ?? 0
            if steps == 0 { throw Refusal.duty(.notNeeded(stage)) }
            let last = try await transaction.decisions(of: number).first
            if last?.state.isPending == true { throw Refusal.duty(.alreadyPending) }
            let recommended = CaseDecision(
                number: (last?.number ?? 0) + 1, stage: stage,
                recommendation: CaseDecision.Word(by: caller.name, on: registry.today, reason: reason))
            try await transaction.run(InsertDecision(recommended, for: number))
            let next = recommended.waitsFor(steps: steps)
            try await transaction.passOn(to: next, of: number, on: registry.today, at: registry.now(), by: caller)
            (subject.versionBefore, subject.versionAfter) = (version, version)
            return recommended
        }
    }
}

/// Reviews a recommended move: whether it is due.
package struct ReviewMove: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - version: the version of the decision that the caller read.
    ///   - isDeclaring: whether the caller says with it that they have no interest in the organization, as whoever has not declared must. The
    ///     declaration and the word are done together or not at all.
    package func callAsFunction(
        _ number: OrganizationNumber, isEndorsed: Bool, reason: String, version: Int64, declaringNoInterest isDeclaring: Bool = false,
        as caller: Caller
    ) async throws -> CaseDecision {
        try await registry.act(.reviewMove, after: isDeclaring ? .declareInterest : nil, on: .incubationCase(number), as: caller) {
            try FieldRules.refuseParagraphs(reason, field: "reason", longest: 2000)
        } doing: { transaction, _ in
            _ = try await transaction.incubationCase(of: number, lock: true)
            let pending = try await transaction.pendingDecision(of: number, version: version)
            if isDeclaring { try await transaction.declare(hasInterest: false, caller, to: number) }
            let standing = try await transaction.standing(of: caller, to: number)
            let word = CaseDecision.Word(by: caller.name, on: registry.today, reason: reason)
            let reviewed = try Refusal.ofDuty { () throws(DutyFault) in try pending.reviewed(word, isEndorsed: isEndorsed, by: standing) }
            try await transaction.take(.review, in: number, as: caller)
            let kept = try await transaction.keep(reviewed, of: number)
            // Once it is reviewed, it waits for the same word, however many people the move takes.
            try await transaction.passOn(to: kept.waitsFor(steps: 3), of: number, on: registry.today, at: registry.now(), by: caller)
            return kept
        }
    }
}

/// Approves a recommended move, which is then made, or sends it back. The notice of it is issued with it, and the certificate of a graduation.
package struct DecideMove: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - version: the version of the decision that the caller read.
    ///   - isDeclaring: whether the caller says with it that they have no interest in the organization, as whoever has not declared must. The
    ///     declaration and the word are done together or not at all.
    package func callAsFunction(
        _ number: OrganizationNumber, isApproved: Bool, reason: String, version: Int64, declaringNoInterest isDeclaring: Bool = false,
        as caller: Caller
    ) async throws -> CaseDecision {
        try await registry.act(.decideMove, after: isDeclaring ? .declareInterest : nil, on: .incubationCase(number), as: caller) {
            try FieldRules.refuseParagraphs(reason, field: "reason", longest: 2000)
        } doing: { transaction, subject in
            let current = try await transaction.incubationCase(of: number, lock: true)
            let pending = try await transaction.pendingDecision(of: number, version: version)
            if isDeclaring { try await transaction.declare(hasInterest: false, caller, to: number) }
            let standing = try await transaction.standing(of: caller, to: number)
            let steps = try await transaction.first(FindDecisionSteps(from: current.stage, to: pending.stage)) ?? 3
            let word = CaseDecision.Word(by: caller.name, on: registry.today, reason: reason)
            let decided = try Refusal.ofDuty { () throws(DutyFault) in
                try pending.decided(word, isApproved: isApproved, steps: steps, by: standing)
            }
            try await transaction.take(.approve, in: number, as: caller)
            let kept = try await transaction.keep(decided, of: number)
            try await transaction.passOn(to: kept.waitsFor(steps: steps), of: number, on: registry.today, at: registry.now(), by: caller)
            if isApproved {
                try await transaction.move(
                    current, of: number, to: pending.stage, on: registry.today, reason: reason, at: registry.now(), by: caller)
                (subject.versionBefore, subject.versionAfter) = (current.version, current.version + 1)
            }
            try await transaction.issueDocuments(of: kept, to: number, on: registry.today, by: caller)
            return kept
        }
    }
}
