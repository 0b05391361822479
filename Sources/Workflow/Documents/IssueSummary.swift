import Access
package import Incubation
import Postgres
import Store
import Values

/// Issues a summary of an organization's file under a number that anybody can have confirmed.
package struct IssueSummary: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> DocumentFile {
        try await registry.act(.issueSummary, on: .document(nil, of: number), as: caller) {
        } doing: { transaction, subject in
            let organization = try await transaction.organization(number)
            let document = try await transaction.issue(.fileSummary, to: organization, on: registry.today, by: caller)
            subject.key = "\(number)-\(document)"
            return try await transaction.document(document, of: number)
        }
    }
}

/// Takes a document back: it is confirmed as withdrawn from then on. What was decided stays as it is.
package struct WithdrawDocument: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/notFound(_:_:)``; ``Refusal/alreadyRecorded(_:)`` for one that was taken back before.
    package func callAsFunction(
        _ document: Int64, of number: OrganizationNumber, reason: String, as caller: Caller
    ) async throws -> DocumentFile {
        try await registry.act(.withdrawDocument, on: .document(document, of: number), as: caller) {
            try FieldRules.refuseParagraphs(reason, field: "reason", longest: 500)
        } doing: { transaction, _ in
            let found = try await transaction.document(document, of: number).document
            let withdrawal = IssuedDocument.Withdrawal(on: registry.today, by: caller.name, reason: reason)
            if try await transaction.run(WithdrawDocumentRow(found, withdrawal)) == 0 { throw Refusal.alreadyRecorded(.withdrawal) }
            return try await transaction.document(document, of: number)
        }
    }
}
