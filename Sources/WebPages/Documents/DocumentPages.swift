import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// All but the last below `/organizations/{number}/documents`; the forms by GET and POST.
///
/// | Path                     | Use case                                                              |
/// |--------------------------|-----------------------------------------------------------------------|
/// | `` by GET                | `ListDocuments`                                                       |
/// | `/{document}` by GET     | `ShowDocument`, for paper; `ShowOrganization`, `ShowProcess`, for a summary what its page shows |
/// | `/new`                   | `IssueSummary`                                                        |
/// | `/{document}/withdrawal` | `WithdrawDocument`                                                    |
/// | `/verify` by GET         | `VerifyDocument` as a visitor: what everybody is told                 |
struct DocumentPages: PageSet {
    let registry: Registry
    static let verification = "/verify"
    /// Below an organization's page.
    static let path = "/documents"

    static func address(of number: OrganizationNumber) -> String { OrganizationPages.address(of: number) + path }

    func add(to routes: PermittedRoutes) {
        routes.organizationPage(Self.path, .reading(.listDocuments)) { visit, number in
            let organization = try await ShowOrganization(registry: registry)(number, as: visit.caller).organization
            let found = try await ListDocuments(registry: registry)(number, as: visit.caller)
            let done = visit.query.text("done").flatMap { Act(rawValue: $0) }
            return try visit.answer(
                DocumentsView(organization, found, visit), in: .organizations, notice: done.map { visit.w(Catalogue.forms.done($0)) })
        }
        routes.organizationPage("\(Self.path)/{document}", .reading(.listDocuments), show)
        routes.form(IssueSummaryForm.self, registry)
        routes.form(WithdrawDocumentForm.self, registry)
        routes.page(Self.verification, .reading(.verifyDocument)) { visit in
            guard let typed = visit.query.text("number") else { return try visit.answer(VerificationView(nil, visit), in: nil) }
            do {
                let found = try await VerifyDocument(registry: registry)(typed, from: visit.context.address, as: .visitor)
                return try visit.answer(VerificationView(.found(found), visit), in: nil)
            } catch Refusal.malformed {
                return try visit.answer(VerificationView(.mistyped, visit), in: nil)
            }
        }
    }

    @Sendable private func show(_ visit: Visit, _ number: OrganizationNumber) async throws -> Response {
        let file = try await ShowDocument(registry: registry)(visit.document(of: number), of: number, as: visit.caller)
        if file.document.kind == .fileSummary {
            let dossier = try await registry.gathering { try await OrganizationDossier(number, in: registry, as: visit.caller) }
            return try visit.answer(SummaryView(dossier, file, visit), in: .organizations)
        }
        let organization = try await ShowOrganization(registry: registry)(number, as: visit.caller).organization
        let area = organization.particulars.area
        let place = try await LocateAreas(registry: registry)([area], as: visit.caller)[area]
        let process = try await ShowProcess(registry: registry)(as: visit.caller)
        let named = try await visit.naming([file.decision?.decision?.by], of: number, in: registry)
        return try named.answer(DocumentView(file, organization, place, process, named), in: .organizations)
    }
}

extension Visit {
    /// The document that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well: there is no such document.
    func document(of organization: OrganizationNumber) throws(Refusal) -> Int64 {
        let text = key("document")
        guard let document = Int64(text), document > 0 else { throw .notFound(.document, "\(organization)-\(text)") }
        return document
    }
}
