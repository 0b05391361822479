import Access
import Foundation
package import Incubation
import Store
package import Values

/// What a run found about an organization, as a point of a line through time.
package struct TrendPoint: Hashable, Sendable {
    package let run: Int64
    package let asOf: Day
    /// Points by different rubrics are not comparable.
    package let rubricHash: String
    /// `unsustainable`, `watch`, `stable` or `incomplete`.
    package let status: String
    package let points: Int32
    /// Share of what should be known that is, 0 to 1.
    package let coverage: Double
    /// Within 24 months; nil where too little was known.
    package let probability: Double?
    package let elements: [AssessmentDetail.Element]
}

/// Shows what runs found about an organization in the course of time.
package struct ShowTrend: Sendable {
    let registry: Registry
    /// As many days as a chart shows legibly.
    private static let most = 24

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Returns: the earliest day first; of several runs for a day the last one.
    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> [TrendPoint] {
        try await registry.reading(.showTrend, of: .organization(number), as: caller) { transaction in
            _ = try await transaction.organization(number)
            return try await transaction.all(SelectTrend(of: number, limit: Self.most)).reversed().map(TrendPoint.init)
        }
    }
}

extension TrendPoint {
    init(_ row: TrendRow) throws {
        self.init(
            run: row.run, asOf: row.asOf, rubricHash: row.rubricHash, status: row.status, points: row.points, coverage: row.coverage,
            probability: row.probability,
            elements: try JSONDecoder().decode([AssessmentDetail.Element].self, from: Data(row.elements.utf8)))
    }
}
