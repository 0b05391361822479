package import Incubation
import Postgres
import Store

/// A document with what it tells of and whether that still holds.
package struct DocumentFile: Hashable, Sendable {
    package let document: IssuedDocument
    package let standing: DocumentStanding
    /// The decision that a notice or a certificate tells of.
    package let decision: CaseDecision?
    package let incubationCase: IncubationCase?

    package init(
        document: IssuedDocument, standing: DocumentStanding, decision: CaseDecision? = nil, incubationCase: IncubationCase? = nil
    ) {
        self.document = document
        self.standing = standing
        self.decision = decision
        self.incubationCase = incubationCase
    }
}

extension PostgresTransaction {
    /// An organization's documents, the newest first, with what stands behind them.
    func documents(of organization: CommunityOrganization, number: Int64? = nil) async throws -> [DocumentFile] {
        let (found, history) = try await together(
            SelectDocuments(of: organization.number, number: number), SelectCaseSteps(of: organization.number))
        if found.isEmpty { return [] }
        let grounds = try await grounds(of: organization)
        let decisions = try await decisions(of: organization.number)
        let incubationCase = history.first.flatMap { IncubationCase(version: $0.version, history: history.map(\.step)) }
        return found.map { document in
            DocumentFile(
                document: document, standing: document.standing(on: grounds[document.number] ?? DocumentGround(stage: nil)),
                decision: decisions.first { $0.number == document.decision }, incubationCase: incubationCase)
        }
    }

    /// One document.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func document(_ number: Int64, of organization: OrganizationNumber) async throws -> DocumentFile {
        guard let found = try await documents(of: self.organization(organization), number: number).first else {
            throw Refusal.notFound(.document, "\(organization)-\(number)")
        }
        return found
    }

    /// What the standing of an organization's documents depends on, by their numbers.
    func grounds(of organization: CommunityOrganization) async throws -> [Int64: DocumentGround] {
        let facts = organization.publicFacts
        return try await all(SelectDocumentGrounds(of: organization.number)).reduce(into: [:]) { grounds, row in
            grounds[row.number] = row.ground
            grounds[row.number]?.publicFacts = facts
        }
    }
}
