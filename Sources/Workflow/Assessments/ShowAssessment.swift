import Access
import Appraisal
package import Incubation
import Postgres
import Store
import Values

/// Shows what a run found about one organization.
package struct ShowAssessment: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter run: nil for the newest finished run that holds the organization.
    package func callAsFunction(_ number: OrganizationNumber, run: Int64?, as caller: Caller) async throws -> StoredAssessment {
        try await registry.reading(.showAssessment, of: .organization(number), as: caller) {
            try await $0.assessment(of: number, run: run, upTo: nil).found
        }
    }
}

extension PostgresTransaction {
    /// What a run found about an organization, and the run.
    ///
    /// - Parameters:
    ///   - run: nil for the newest finished run that holds the organization.
    ///   - upTo: where no run is named, the one for the latest day up to this one.
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func assessment(
        of number: OrganizationNumber, run: Int64?, upTo: Day?
    ) async throws -> (run: AssessmentRun, found: StoredAssessment) {
        let wanted: Int64?
        if let run {
            _ = try await organization(number)
            wanted = run
        } else {
            wanted = try await all(FindNewestRun(of: number, upTo: upTo), of: number).first
        }
        guard let wanted else { throw Refusal.notFound(.assessment, number.description) }
        let (runs, rows) = try await together(FindAssessmentRun(wanted, reaching: nil), FindAssessment(of: number, run: wanted))
        guard let run = runs.first else { throw Refusal.notFound(.assessmentRun, String(wanted)) }
        guard let found = try await read(rows).first else { throw Refusal.notFound(.assessment, number.description) }
        return (run, found)
    }
}
