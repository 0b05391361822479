import Foundation
package import Incubation
import Store

/// What a run found about one organization.
package struct StoredAssessment: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let name: String
    package let englishName: String?
    package let run: Int64
    /// `unsustainable`, `watch`, `stable` or `incomplete`.
    package let status: String
    /// Whole points; more is worse.
    package let points: Int32
    /// Share of what should be known that is, 0 to 1.
    package let coverage: Double
    package let coverageClass: String
    /// Within 24 months; nil where too little is known. Not calibrated locally.
    package let probability: Double?
    package let probabilityLow: Double?
    package let probabilityHigh: Double?
    package let detail: AssessmentDetail

    init(_ row: StoredAssessmentRow) throws {
        organization = row.organization
        name = row.name
        englishName = row.englishName
        run = row.run
        status = row.status
        points = row.points
        coverage = row.coverage
        coverageClass = row.coverageClass
        probability = row.probability
        probabilityLow = row.probabilityLow
        probabilityHigh = row.probabilityHigh
        detail = try JSONDecoder().decode(AssessmentDetail.self, from: Data(row.detail.utf8))
    }
}
