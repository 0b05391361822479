import Access
package import Incubation
import Postgres
import Store
package import Values

/// What a run found about an organization, as a point of a line through time.
package struct TrendPoint: Hashable, Sendable {
    package let run: Int64
    package let asOf: Day
    /// Points by different rubrics are not comparable.
    package let rubricHash: String
    /// What is shown: `unsustainable`, `watch`, `stable` or `incomplete`.
    package let status: String
    package let points: Int32
    /// Share of what should be known that is, 0 to 1.
    package let coverage: Double
    /// Within 24 months; nil where too little was known.
    package let probability: Double?
    package let elements: [AssessmentDetail.Element]
}

/// Shows what runs found about an organization in the course of time: as a line, or run by run with the reasons.
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
            let rows = try await transaction.all(SelectTrend(of: number, limit: Self.most), of: number)
            return try await transaction.read(rows).reversed().map(TrendPoint.init)
        }
    }

    /// - Returns: what finished runs found about the organization, the newest first.
    /// - Throws: ``Refusal/notFound(_:_:)``.
    package func callAsFunction(
        _ number: OrganizationNumber, page: PageRequest, as caller: Caller
    ) async throws -> Page<StoredAssessment> {
        let before = try page.key { Int64($0) }
        return try await registry.reading(.showTrend, of: .organization(number), as: caller) { transaction in
            let rows = try await transaction.all(
                SelectAssessmentHistory(of: number, before: before ?? .max, limit: page.size + 1), of: number)
            return Page(reading: try await transaction.read(rows), size: page.size) { String($0.run) }
        }
    }
}

/// One assessment in the course of time, and what became different since the one before.
package struct TrendStep: Hashable, Sendable {
    package let assessment: StoredAssessment
    /// nil where neither the status nor any flag became another, and for the first assessment.
    package let change: AssessmentChange?
    /// Whether it was made by another rubric than the one before, which may be why.
    package let isByAnotherRubric: Bool
    package let isFirst: Bool
}

extension ShowTrend {
    /// - Returns: the assessments of finished runs, the newest first, each with what changed and because of which record.
    /// - Throws: ``Refusal/notFound(_:_:)``.
    package func steps(_ number: OrganizationNumber, page: PageRequest, as caller: Caller) async throws -> Page<TrendStep> {
        let before = try page.key { Int64($0) }
        return try await registry.reading(.showTrend, of: .organization(number), as: caller) { transaction in
            // One more than the page shows, to know what the last of them is to be held against.
            let rows = try await transaction.all(
                SelectAssessmentHistory(of: number, before: before ?? .max, limit: page.size + 1), of: number)
            let found = try await transaction.read(rows)
            var steps: [TrendStep] = []
            for (place, assessment) in found.enumerated() {
                let older = place + 1 < found.count ? found[place + 1] : nil
                var change: AssessmentChange?
                if let older { change = try await transaction.change(from: older, to: assessment) }
                steps.append(
                    TrendStep(
                        assessment: assessment, change: change,
                        isByAnotherRubric: older.map { $0.rubricHash != assessment.rubricHash } ?? false, isFirst: older == nil))
            }
            return Page(reading: steps, size: page.size) { String($0.assessment.run) }
        }
    }
}

extension TrendPoint {
    fileprivate init(_ assessment: StoredAssessment) {
        self.init(
            run: assessment.run, asOf: assessment.asOf, rubricHash: assessment.rubricHash, status: assessment.status,
            points: assessment.points, coverage: assessment.coverage, probability: assessment.probability,
            elements: assessment.detail.elements)
    }
}
