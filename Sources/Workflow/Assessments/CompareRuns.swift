import Access
package import Appraisal
import Foundation
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

        /// The record that the newer value was read from; the older one's where the newer has none.
        package var record: String? { after?.source ?? before?.source }
        /// Whether a record that was not looked at before decided it, rather than the same one in the course of time.
        package var isNewRecord: Bool { after?.source != nil && after?.source != before?.source }
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
    package let causes: [Cause]
}

/// Compares two runs: which organizations changed their status or a flag, and because of which record.
package struct CompareRuns: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    private static let pageSize = 500

    /// - Parameter found: takes the organizations that changed, page by page, in the order of their numbers.
    /// - Returns: both runs.
    /// - Throws: ``Refusal/notFound(_:_:)`` for a run that there is not or that was cut short.
    package func callAsFunction(
        _ first: Int64, _ second: Int64, as caller: Caller, found: ([AssessmentChange]) throws -> Void
    ) async throws -> (before: AssessmentRun, after: AssessmentRun) {
        let admission = try await registry.admit(caller, to: .reading(.compareRuns), at: .anywhere)
        let runs = try await registry.transaction(as: admission) { transaction in
            (before: try await transaction.assessmentRun(first), after: try await transaction.assessmentRun(second))
        }
        let rules = FlagIndicators(
            try [runs.before, runs.after].map { try RubricLibrary.withHash($0.rubricHash)?.rubric })
        var behind: (district: Int64, serial: Int64) = (0, 0)
        while true {
            let from = behind
            let rows = try await registry.longTransaction(as: admission) { transaction in
                try await transaction.all(SelectComparedAssessments(before: first, after: second, behind: from, limit: Self.pageSize))
            }
            let changes = try rows.compactMap { try AssessmentChange($0, rules) }
            if !changes.isEmpty { try found(changes) }
            guard rows.count == Self.pageSize, let last = rows.last else { return runs }
            behind = (last.organization.district.rawValue, last.organization.serial)
        }
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
    fileprivate init?(_ row: ComparedAssessmentRow, _ rules: FlagIndicators) throws {
        let before = try row.before.map { try JSONDecoder().decode(AssessmentDetail.self, from: Data($0.detail.utf8)) }
        let after = try row.after.map { try JSONDecoder().decode(AssessmentDetail.self, from: Data($0.detail.utf8)) }
        let (first, second) = (before?.flags.map(\.code) ?? [], after?.flags.map(\.code) ?? [])
        let raised = second.filter { !first.contains($0) }
        // Of an organization that is no longer assessed nothing was cleared.
        let cleared = first.filter { code in
            after != nil && !second.contains(code) && !second.contains { rules.supersedes[$0]?.contains(code) ?? false }
        }
        guard row.before?.status != row.after?.status || !raised.isEmpty || !cleared.isEmpty else { return nil }
        organization = row.organization
        (name, englishName) = (row.name, row.englishName)
        (statusBefore, statusAfter) = (row.before?.status, row.after?.status)
        (pointsBefore, pointsAfter) = (row.before?.points, row.after?.points)
        (probabilityBefore, probabilityAfter) = (row.before?.probability, row.after?.probability)
        (flagsRaised, flagsCleared) = (raised, cleared)
        let flags = Set(raised + cleared).reduce(into: Set<String>()) { $0.formUnion(rules.indicators[$1] ?? []) }
        causes =
            if let before, let after {
                before.causes(of: after, countsStates: statusBefore != statusAfter && [statusBefore, statusAfter].contains("incomplete")) {
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
