import Access
import Incubation
import Values
import Workflow

/// A summary under a number of its own.
struct IssueSummaryForm: RecordForm {
    let act = Act.issueSummary
    let path = DocumentPages.path + "/new"
    let title = Catalogue.documents.issueSummary
    let lead: BilingualText? = Catalogue.documents.issueLead
    let anchor = "content"

    func groups(_: FormVisit) -> [FormGroup] { [] }

    func read(_ reader: inout FormReader, _: FormVisit) -> String? { reader.fields.typed("key") }

    func record(_: String, _ visit: FormVisit, as caller: Caller) async throws -> DocumentFile {
        try await IssueSummary(registry: visit.registry)(visit.organization(), as: caller)
    }

    func landingPath(_ issued: DocumentFile) -> String { "\(DocumentPages.path)/\(issued.document.number)" }
}

/// That a document counts no longer.
struct WithdrawDocumentForm: RecordForm {
    let act = Act.withdrawDocument
    let path = DocumentPages.path + "/{document}/withdrawal"
    let title = Catalogue.documents.withdraw
    let lead: BilingualText? = Catalogue.documents.withdrawLead
    let anchor = "content"
    let landingPath = DocumentPages.path
    let isChecked = true

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(
                    name: "reason", label: Catalogue.fields.reason, kind: .paragraph, hint: Catalogue.fields.reasonHint, longest: 500)
            ])
        ]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> String? { reader.text("reason") }

    func record(_ reason: String, _ visit: FormVisit, as caller: Caller) async throws -> DocumentFile {
        let number = try visit.organization()
        return try await WithdrawDocument(registry: visit.registry)(
            visit.visit.document(of: number), of: number, reason: reason, as: caller)
    }
}
