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
        let before = (district: number.district.rawValue, serial: number.serial - 1)
        let page = try await all(SelectAssessedOrganizations(asOf: asOf, areas: nil, after: before, limit: 1))
        guard let found = page.first, found.district == number.district, found.serial == number.serial else { return nil }
        guard let evidence = try await EvidenceReader(asOf: asOf).evidence(of: page, in: self).first else { return nil }
        return OrganizationEvidence(evidence: evidence, currency: try await first(FindAccountsCurrency(of: number, asOf: asOf)))
    }
}
