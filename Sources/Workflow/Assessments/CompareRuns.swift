import Access
package import Appraisal
package import Incubation
import Postgres
import Store
import Values

/// What became different about an organization between two runs.
package struct AssessmentChange: Hashable, Sendable {
    /// A reading that is not what it was, and the record that decided it.
    package struct Cause: Hashable, Sendable {
        /// The indicator's code.
        package let indicator: String
        /// nil where the indicator meant nothing for the organization.
        package let before: AssessmentDetail.Reading?
        package let after: AssessmentDetail.Reading?
        /// Whether the record, the same accounts as before, came in once more in between.
        fileprivate(set) var isReceivedAgain = false

        /// The record that the newer value was read from; the older one's where the newer has none.
        package var record: String? { after?.source ?? before?.source }
        /// Whether a record that was not looked at before decided it, rather than the same one in the course of time.
        package var isNewRecord: Bool { after?.source != nil && (after?.source != before?.source || isReceivedAgain) }
    }

    package let organization: OrganizationNumber
    package let name: String
    package let englishName: String?
    /// nil where the run does not hold the organization.
    package let statusBefore: String?
    package let statusAfter: String?
    package let pointsBefore: Int32?
    package let pointsAfter: Int32?
    package let probabilityBefore: Double?
    package let probabilityAfter: Double?
    /// Codes, in the order of the newer run.
    package let flagsRaised: [String]
    /// Codes, in the order of the older run. A flag that a worse one took the place of is none of them.
    package let flagsCleared: [String]
    /// The readings that moved the points or a flag, in the order in which they are stored.
    package fileprivate(set) var causes: [Cause]
}

/// Compares two runs: which organizations changed their status or a flag, and because of which record.
package struct CompareRuns: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Returns: both runs, and a page of the organizations that changed, in the order of their numbers. A page may hold fewer than asked for.
    /// - Throws: ``Refusal/notFound(_:_:)`` for a run that there is not or that was cut short.
    package func callAsFunction(
        _ first: Int64, _ second: Int64, page: PageRequest, as caller: Caller
    ) async throws -> (before: AssessmentRun, after: AssessmentRun, page: Page<AssessmentChange>) {
        let behind = try page.key { OrganizationNumber($0) }
        let admission = try await registry.admit(caller, to: .reading(.compareRuns), at: .anywhere)
        return try await registry.longTransaction(as: admission) { transaction in
            let before = try await transaction.assessmentRun(first)
            let after = try await transaction.assessmentRun(second)
            let rules = FlagIndicators([
                try await transaction.rubric(withHash: before.rubricHash)?.rubric,
                try await transaction.rubric(withHash: after.rubricHash)?.rubric,
            ])
            let rows = try await transaction.all(
                SelectComparedAssessments(
                    before: first, after: second, behind: (behind?.district.rawValue ?? 0, behind?.serial ?? 0), limit: page.size))
            let changes = try await transaction.changes(of: rows, from: first, to: second, rules)
            // Some that differ may show no change, so the next page begins behind the last row and not behind the last change.
            return (before, after, Page(items: changes, next: rows.count < page.size ? nil : rows.last?.organization.description))
        }
    }
}

extension PostgresTransaction {
    fileprivate func changes(
        of rows: [ComparedAssessmentRow], from first: Int64, to second: Int64, _ rules: FlagIndicators
    ) async throws -> [AssessmentChange] {
        func side(_ run: Int64, _ rows: [ComparedAssessmentRow]) async throws -> [OrganizationNumber: StoredAssessment] {
            let found = try await read(try await all(SelectAssessments(of: rows.map(\.organization), run: run)))
            return Dictionary(uniqueKeysWithValues: found.map { ($0.organization, $0) })
        }
        let before = try await side(first, rows.filter(\.isInFirst))
        let after = try await side(second, rows.filter(\.isInSecond))
        let changes = rows.compactMap { AssessmentChange(before[$0.organization], after[$0.organization], rules) }
        guard let earlier = before.values.first?.asOf, let later = after.values.first?.asOf else { return changes }
        return try await noticingReceipts(in: changes, after: earlier, through: later)
    }

    /// Tells accounts that came in again: their year is the same, so that nothing else shows that they are new evidence.
    fileprivate func noticingReceipts(
        in changes: [AssessmentChange], after earlier: Day, through later: Day
    ) async throws -> [AssessmentChange] {
        let numbers = changes.filter { !$0.causes.isEmpty }.map(\.organization)
        guard earlier < later, !numbers.isEmpty else { return changes }
        let receipts = Set(try await all(SelectAccountsReceived(by: numbers, after: earlier, through: later)))
        return changes.map { change in
            var change = change
            for place in change.causes.indices {
                guard let record = change.causes[place].after?.source.flatMap(SourceReference.init(description:)) else { continue }
                let receipt = ReceivedAccounts(organization: change.organization, record: record)
                change.causes[place].isReceivedAgain = receipts.contains(receipt)
            }
            return change
        }
    }
}

extension PostgresTransaction {
    /// What became different about one organization between two assessments of it; nil where neither the status nor any flag did.
    func change(from before: StoredAssessment, to after: StoredAssessment) async throws -> AssessmentChange? {
        let rules = FlagIndicators([
            try await rubric(withHash: before.rubricHash)?.rubric, try await rubric(withHash: after.rubricHash)?.rubric,
        ])
        let changes = [AssessmentChange(before, after, rules)].compactMap(\.self)
        return try await noticingReceipts(in: changes, after: before.asOf, through: after.asOf).first
    }
}

/// Which indicators flags rest on and which flags they make superfluous, as far as the rubrics are at hand.
private struct FlagIndicators {
    private(set) var indicators: [String: Set<String>] = [:]
    private(set) var supersedes: [String: Set<String>] = [:]
    /// Whether a rubric is missing, so that any reading may have been the cause.
    let isIncomplete: Bool

    init(_ rubrics: [Rubric?]) {
        isIncomplete = rubrics.contains { $0 == nil }
        for rubric in rubrics.compactMap(\.self) {
            for rule in rubric.flags {
                indicators[rule.code, default: []].formUnion(rule.conditions.map { rubric.indicators[$0.indicator].code })
                supersedes[rule.code, default: []].formUnion(rule.supersedes.map { rubric.flags[$0].code })
            }
        }
    }
}

extension AssessmentChange {
    /// nil where neither the status nor any flag is another one.
    fileprivate init?(_ before: StoredAssessment?, _ after: StoredAssessment?, _ rules: FlagIndicators) {
        guard let either = after ?? before else { return nil }
        let (first, second) = (before?.detail.flags.map(\.code) ?? [], after?.detail.flags.map(\.code) ?? [])
        let raised = second.filter { !first.contains($0) }
        // Of an organization that is no longer assessed nothing was cleared.
        let cleared = first.filter { code in
            after != nil && !second.contains(code) && !second.contains { rules.supersedes[$0]?.contains(code) ?? false }
        }
        guard before?.status != after?.status || !raised.isEmpty || !cleared.isEmpty else { return nil }
        organization = either.organization
        (name, englishName) = (either.name, either.englishName)
        (statusBefore, statusAfter) = (before?.status, after?.status)
        (pointsBefore, pointsAfter) = (before?.points, after?.points)
        (probabilityBefore, probabilityAfter) = (before?.probability, after?.probability)
        (flagsRaised, flagsCleared) = (raised, cleared)
        let flags = Set(raised + cleared).reduce(into: Set<String>()) { $0.formUnion(rules.indicators[$1] ?? []) }
        causes =
            if let before, let after {
                before.detail.causes(
                    of: after.detail, countsStates: statusBefore != statusAfter && [statusBefore, statusAfter].contains("incomplete")
                ) {
                    rules.isIncomplete || flags.contains($0)
                }
            } else {
                []
            }
    }
}

extension AssessmentDetail {
    /// The readings that differ and moved the points, or that the condition picks.
    /// - Parameter countsStates: whether a reading that is there no more, or now is, counts by itself: it decides whether enough is known.
    fileprivate func causes(
        of later: AssessmentDetail, countsStates: Bool, where isCause: (String) -> Bool
    ) -> [AssessmentChange.Cause] {
        let (mine, theirs) = (byIndicator, later.byIndicator)
        let (points, laterPoints) = (pointsByPart, later.pointsByPart)
        let codes = readings.map(\.indicator) + later.readings.map(\.indicator).filter { mine[$0] == nil }
        return codes.compactMap { code in
            let (before, after) = (mine[code], theirs[code])
            guard before?.state != after?.state || before?.value != after?.value else { return nil }
            let isMoved = points[code] != laterPoints[code] || (countsStates && before?.state != after?.state)
            return isMoved || isCause(code) ? AssessmentChange.Cause(indicator: code, before: before, after: after) : nil
        }
    }

    private var byIndicator: [String: Reading] {
        readings.reduce(into: [:]) { $0[$1.indicator] = $1 }
    }

    private var pointsByPart: [String: Int] {
        contributions.reduce(into: [:]) { $0[$1.part] = $1.points }
    }
}
