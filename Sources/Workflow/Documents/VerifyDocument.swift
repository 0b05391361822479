import Access
package import Incubation
import Postgres
import Store
package import Values

/// What anybody is told who has a document's number: which kind of document it is, to whom and when it was issued, and whether it holds.
///
/// It is the same, with nothing in it, for a number that was not given and for an organization that is not public.
package struct DocumentConfirmation: Hashable, Sendable {
    package let kind: DocumentKind?
    /// The name as it is printed.
    package let organizationName: String?
    package let issuedOn: Day?
    package let standing: DocumentStanding?

    package static let nothing = DocumentConfirmation(kind: nil, organizationName: nil, issuedOn: nil, standing: nil)

    package init(kind: DocumentKind?, organizationName: String?, issuedOn: Day?, standing: DocumentStanding?) {
        self.kind = kind
        self.organizationName = organizationName
        self.issuedOn = issuedOn
        self.standing = standing
    }
}

/// Confirms a document to anybody, by the number that is printed on it.
package struct VerifyDocument: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter address: where the question comes from, so that nobody tries number after number; nil at the machine itself.
    /// - Throws: ``Refusal/missing(field:)``; ``Refusal/malformed(field:value:expected:)`` for what can be nobody's number, which its check
    ///   characters tell without the register; ``Refusal/tooManyAttempts(seconds:)``.
    package func callAsFunction(_ written: String, from address: String?, as caller: Caller) async throws -> DocumentConfirmation {
        _ = try await registry.admit(caller, to: .reading(.verifyDocument), at: .anywhere)
        if written.allSatisfy(\.isWhitespace) { throw Refusal.missing(field: "number") }
        guard let mark = VerificationNumber(written) else {
            throw Refusal.malformed(
                field: "number", value: written,
                expected: text("文书上印着的 18 位核验编号，或有一位抄错", "the number printed on the document, of 18 characters, none of them miscopied"))
        }
        if let address { try await registry.take([(.publicLookUps, RateLimit.subject(address))]) }
        let found = try await registry.all(
            SelectDocuments(marked: mark), as: Admission(caller: caller, scope: nil, document: mark)
        ).first
        // What it depends on is read for its standing alone; for nobody's number as well, so that both take as long.
        let number = found?.organization ?? .nobodys
        let admission = Admission(caller: caller, scope: .organization(number))
        return try await registry.transaction(as: admission) { transaction in
            let organization = try await transaction.first(FindOrganization(number))
            let grounds = try await transaction.all(SelectDocumentGrounds(of: number))
            guard let found, let organization, organization.legalStatus.isPublic,
                var ground = grounds.first(where: { $0.number == found.number })?.ground
            else { return .nothing }
            ground.publicFacts = organization.publicFacts
            return DocumentConfirmation(
                kind: found.kind, organizationName: found.organizationName, issuedOn: found.issuedOn,
                standing: found.standing(on: ground))
        }
    }
}
