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
        let (page, currency) = try await EvidenceReader(asOf: asOf).pageAndCurrency(of: number, in: self)
        return page.evidence.first.map { OrganizationEvidence(evidence: $0, currency: currency) }
    }
}
