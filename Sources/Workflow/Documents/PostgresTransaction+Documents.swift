import Incubation
import Postgres
import Store
import Values

extension PostgresTransaction {
    /// Issues a document under a new number.
    ///
    /// - Returns: its place among the register's documents.
    @discardableResult func issue(
        _ kind: DocumentKind, to organization: CommunityOrganization, of decision: Int32? = nil, on day: Day, by caller: Caller
    ) async throws -> Int64 {
        let document = IssuedDocument(
            organization: organization.number, number: 0, mark: .random(), kind: kind, organizationName: organization.particulars.name,
            decision: decision, publicFacts: kind == .fileSummary ? organization.publicFacts : nil, issuedOn: day, issuedBy: caller.name,
            withdrawal: nil)
        guard let number = try await first(InsertDocument(document)) else { throw Refusal.databaseUnavailable }
        return number
    }

    /// The papers of a decision that was taken: its notice, and the certificate of a graduation.
    func issueDocuments(of decision: CaseDecision, to number: OrganizationNumber, on day: Day, by caller: Caller) async throws {
        let organization = try await organization(number)
        try await issue(.decisionNotice, to: organization, of: decision.number, on: day, by: caller)
        guard decision.state == .approved, decision.stage == .graduated else { return }
        try await issue(.graduationCertificate, to: organization, of: decision.number, on: day, by: caller)
    }
}

extension VerificationNumber {
    /// A new number of 80 random bits.
    fileprivate static func random() -> VerificationNumber {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<randomByteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        guard let number = VerificationNumber(randomBytes: bytes) else {
            preconditionFailure("\(randomByteCount) bytes always make a number")
        }
        return number
    }
}
