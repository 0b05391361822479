import Access
package import Appraisal
package import Incubation
import Postgres
import Store
package import Values

/// An organization whose status another rubric would change, and why.
package struct StatusChange: Sendable {
    /// A part of the log-odds that differs; `intercept`, or the code of an indicator or combination.
    package struct Cause: Hashable, Sendable {
        package let part: String
        /// Log-odds by the one and by the other rubric.
        package let before: Double
        package let after: Double
    }

    package let organization: OrganizationNumber
    package fileprivate(set) var name: String
    package let before: Evaluation
    package let after: Evaluation
    /// The largest difference first.
    package let causes: [Cause]
    /// Codes of the flags that only the other rubric raises, and of those that it does not.
    package let flagsRaised: [String]
    package let flagsCleared: [String]
}

/// What came of trying a rubric.
package struct RubricTrial: Sendable {
    /// From one status to another.
    package struct Move: Hashable, Sendable {
        package let before: Status
        package let after: Status
    }

    package internal(set) var organizations: Int64 = 0
    /// How many moved, by from where to where; those that stay are counted too.
    package internal(set) var moves: [Move: Int64] = [:]

    package var changed: Int64 { moves.reduce(0) { $0 + ($1.key.before == $1.key.after ? 0 : $1.value) } }
}

/// Appraises the register by two rubrics side by side, each by itself and without regard to earlier runs. Nothing is stored.
package struct TryRubric: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter found: takes the organizations that would change, page by page.
    /// - Throws: ``Refusal/areaUnknown(_:)``; ``Refusal/notPossible(field:_:)`` for a day to come.
    package func callAsFunction(
        _ other: NamedRubric, beside standard: NamedRubric, asOf: Day, area: AreaCode? = nil, as caller: Caller,
        progress: @Sendable (Int64) -> Void = { _ in }, found: ([StatusChange]) throws -> Void
    ) async throws -> RubricTrial {
        try registry.refuseFuture(asOf, field: "asOf")
        let admission = try await registry.admit(caller, to: .reading(.tryRubric), at: area.map { .area($0) } ?? .nation)
        var trial = RubricTrial()
        let pair = RubricPair(before: Appraiser(standard.rubric), after: Appraiser(other.rubric))
        try await registry.compare(pair, asOf: asOf, area: area, as: admission, counting: &trial) { changes, trial in
            if !changes.isEmpty { try found(changes) }
            progress(trial.organizations)
        }
        return trial
    }
}

extension Registry {
    /// Appraises an area's organizations by two rubrics, part by part, and counts what becomes of them.
    func compare(
        _ pair: RubricPair, asOf: Day, area: AreaCode?, as admission: Admission, counting trial: inout RubricTrial,
        _ body: ([StatusChange], RubricTrial) async throws -> Void
    ) async throws {
        let roots = try await areaRoots(area, as: admission)
        let isWhole = area.map { $0.digitCount <= 6 } ?? true
        let parts = try await longTransaction(as: admission) { try await $0.parts(in: roots, holdsWholeDistricts: isWhole) }
        let keeper = CohortKeeper(registry: self, asOf: asOf, as: admission.forCohorts(of: area.map(\.cohortArea)))
        for part in parts {
            let page = try await longTransaction(as: admission) { transaction in
                try await EvidenceReader(asOf: asOf).page(part.range, areas: roots, in: transaction)
            }
            let cohorts = try await keeper.index(of: Set(page.organizations.map(\.district)))
            let changes = zip(page.organizations, page.evidence).compactMap { organization, evidence in
                trial.count(pair.evaluations(of: evidence, asOf: asOf, cohorts: cohorts)).map { pair.change($0, of: organization) }
            }
            try await body(try await named(changes, as: admission), trial)
        }
    }

    /// The changes with the organizations' names, which an appraisal does not read.
    private func named(_ changes: [StatusChange], as admission: Admission) async throws -> [StatusChange] {
        guard !changes.isEmpty else { return [] }
        let names = try await all(SelectNames(of: changes.map(\.organization)), as: admission)
        let byNumber = Dictionary(uniqueKeysWithValues: names.map { ($0.number, $0.name) })
        return changes.map { change in
            var change = change
            change.name = byNumber[change.organization] ?? ""
            return change
        }
    }
}

extension RubricTrial {
    /// Counts an organization, and hands it back where its status differs.
    fileprivate mutating func count(_ pair: (before: Evaluation, after: Evaluation)) -> (before: Evaluation, after: Evaluation)? {
        organizations += 1
        moves[Move(before: pair.before.status, after: pair.after.status), default: 0] += 1
        return pair.before.status == pair.after.status ? nil : pair
    }
}

/// Two rubrics side by side.
struct RubricPair: Sendable {
    let before: Appraiser
    let after: Appraiser

    func evaluations(of evidence: Evidence, asOf: Day, cohorts: CohortIndex) -> (before: Evaluation, after: Evaluation) {
        (before.evaluate(evidence, asOf: asOf, cohorts: cohorts), after.evaluate(evidence, asOf: asOf, cohorts: cohorts))
    }

    func change(_ pair: (before: Evaluation, after: Evaluation), of organization: AssessedOrganization) -> StatusChange {
        let left = pair.before.contributions(by: before.rubric, horizon: .months24).byPart(of: before.rubric)
        let right = pair.after.contributions(by: after.rubric, horizon: .months24).byPart(of: after.rubric)
        let causes = Set(left.keys).union(right.keys)
            .map { StatusChange.Cause(part: $0, before: left[$0] ?? 0, after: right[$0] ?? 0) }
            .filter { $0.before != $0.after }
            .sorted { ($1.size, $0.part) < ($0.size, $1.part) }
        let (first, second) = (codes(pair.before, before.rubric), codes(pair.after, after.rubric))
        return StatusChange(
            organization: organization.number, name: "",
            before: pair.before, after: pair.after, causes: causes, flagsRaised: second.filter { !first.contains($0) },
            flagsCleared: first.filter { !second.contains($0) })
    }

    private func codes(_ evaluation: Evaluation, _ rubric: Rubric) -> [String] {
        evaluation.flags.map { rubric.flags[$0.rule].code }
    }
}

extension StatusChange.Cause {
    fileprivate var size: Double { (after - before).magnitude }
}

extension [Contribution] {
    /// Log-odds by the name of the part.
    fileprivate func byPart(of rubric: Rubric) -> [String: Double] {
        var parts: [String: Double] = [:]
        for contribution in self { parts[contribution.part.code(in: rubric)] = contribution.logOdds }
        return parts
    }
}
