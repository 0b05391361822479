import Access
package import Appraisal
package import Incubation
import Postgres
import Store
import Values

/// An organization's assessment beside those of its kind in its district.
package struct CohortComparison: Hashable, Sendable {
    package let assessment: StoredAssessment
    package let cohort: CohortOfRun
}

/// Compares an organization with those of the same population and legal form in the same district, in the same run.
///
/// What comes out are counts and quarters; no other organization is named.
package struct CompareWithCohort: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter run: nil for the newest finished run that holds the organization and others too.
    /// - Throws: ``Refusal/notFound(_:_:)``.
    package func callAsFunction(_ number: OrganizationNumber, run: Int64?, as caller: Caller) async throws -> CohortComparison {
        let admission = try await registry.admit(caller, to: .reading(.compareWithCohort), at: .organization(number))
        let own = try await registry.transaction(as: admission) { transaction in
            let wanted = if let run { run } else { try await transaction.first(FindNewestFullRun(of: number)) }
            return try await transaction.assessment(of: number, run: wanted, upTo: nil).found
        }
        // Single organizations' results go into counts and quarters, and no further.
        let wide = admission.forCohorts(of: AreaCode(number.district.description))
        let cohort = try await registry.all(CompareWithCohortOfRun(number, run: own.run), as: wide).first
        guard let cohort, cohort.organizations > 0 else { throw Refusal.notFound(.assessment, number.description) }
        return CohortComparison(assessment: own, cohort: cohort)
    }
}
