import Appraisal
import Foundation
package import Incubation
import Postgres
import Store
package import Values

/// What a run found about one organization.
package struct StoredAssessment: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let name: String
    package let englishName: String?
    package let run: Int64
    package let asOf: Day
    /// Hash of the rubric that the run was made by.
    package let rubricHash: String
    /// What is shown: `unsustainable`, `watch`, `stable` or `incomplete`. A change for the worse takes two evaluations in a row.
    package let status: String
    /// What the evaluation amounts to by itself.
    package let computedStatus: String
    /// Whole points; more is worse.
    package let points: Int32
    /// Share of what should be known that is, 0 to 1.
    package let coverage: Double
    package let coverageClass: String
    /// Within 24 months; nil where too little is known. The detail says how far it was calibrated locally.
    package let probability: Double?
    package let probabilityLow: Double?
    package let probabilityHigh: Double?
    package let detail: AssessmentDetail

    /// Number of the calibration that was used; nil for none.
    package let calibration: Int64?

    fileprivate init(_ row: StoredAssessmentRow, detail: AssessmentDetail) {
        organization = row.organization
        name = row.name
        englishName = row.englishName
        run = row.run
        asOf = row.asOf
        rubricHash = row.rubricHash
        status = row.shownStatus
        computedStatus = row.status
        points = row.points
        coverage = row.coverage
        coverageClass = row.coverageClass
        probability = row.probability
        probabilityLow = row.probabilityLow
        probabilityHigh = row.probabilityHigh
        calibration = row.calibration
        self.detail = detail
    }
}

extension PostgresTransaction {
    /// Stored assessments in words.
    ///
    /// - Throws: ``Refusal/rubricUnknown(_:)`` where a rubric is not at hand, which the register keeps of every run.
    func read(_ rows: [StoredAssessmentRow]) async throws -> [StoredAssessment] {
        var assessments: [StoredAssessment] = []
        for row in rows { assessments.append(StoredAssessment(row, detail: try await detail(of: row))) }
        return assessments
    }

    private func detail(of row: StoredAssessmentRow) async throws -> AssessmentDetail {
        guard let bytes = row.findings else {
            return try JSONDecoder().decode(AssessmentDetail.self, from: Data((row.detail ?? "").utf8))
        }
        guard let rubric = try await rubric(withHash: row.rubricHash) else { throw Refusal.rubricUnknown(row.rubricHash) }
        guard let findings = Findings(bytes: bytes) else {
            throw UnreadableFindings(run: row.run, organization: row.organization)
        }
        let since = Dictionary(zip(row.flags, row.flagsSince)) { first, _ in first }
        return AssessmentDetail(findings, by: rubric.rubric, since: since)
    }
}

/// Findings that are not in the form in which they are stored: damage, never anything that somebody typed.
struct UnreadableFindings: Error {
    let run: Int64
    let organization: OrganizationNumber
}
