import Appraisal
import Incubation
import Postgres
import Store
import Values

/// What is needed to look into one organization's assessment.
struct OrganizationEvidence: Sendable {
    let evidence: Evidence
    /// Of the newest accounts, three letters; nil without accounts.
    let currency: String?
}

extension PostgresTransaction {
    /// Everything that was known of an organization on a day; nil when it did not exist then.
    func evidence(of number: OrganizationNumber, asOf: Day) async throws -> OrganizationEvidence? {
        let page = try await EvidenceReader(asOf: asOf).page(of: number, in: self)
        guard let evidence = page.evidence.first else { return nil }
        return OrganizationEvidence(evidence: evidence, currency: try await first(FindAccountsCurrency(of: number, asOf: asOf)))
    }
}
