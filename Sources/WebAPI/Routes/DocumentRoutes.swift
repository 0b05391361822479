import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path                                                     | Use case           |
/// |--------|----------------------------------------------------------|--------------------|
/// | GET    | `/organizations/{number}/documents`                      | `ListDocuments`    |
/// | POST   | `/organizations/{number}/documents`                      | `IssueSummary`     |
/// | GET    | `/organizations/{number}/documents/{document}`           | `ShowDocument`     |
/// | POST   | `/organizations/{number}/documents/{document}/withdrawal` | `WithdrawDocument` |
/// | GET    | `/verification`                                          | `VerifyDocument`   |
struct DocumentRoutes: RouteSet {
    let registry: Registry

    /// What somebody can ask for; notices and certificates come with the decision.
    private enum Issuable: String, CaseIterable {
        case fileSummary
    }

    func add(to router: PermittedRoutes) {
        router.organizationAPI(.get, "/documents", .reading(.listDocuments)) { request, context, number in
            .list(try await ListDocuments(registry: registry)(number, as: context.caller), for: request)
        }
        router.organizationAPI(.post, "/documents", .act(.issueSummary)) { request, context, number in
            let _: Issuable = try await request.object { (fields) throws(Refusal) in try fields.value("kind", .code) }
            return try await request.once(as: context.caller) {
                try await IssueSummary(registry: registry)(number, as: $0)
            } answering: {
                .created($0, at: "\(number.location)/documents/\($0.document.number)")
            }
        }
        router.organizationAPI(.get, "/documents/{document}", .reading(.listDocuments)) { request, context, number in
            .value(try await ShowDocument(registry: registry)(context.document(of: number), of: number, as: context.caller), for: request)
        }
        router.organizationAPI(.post, "/documents/{document}/withdrawal", .act(.withdrawDocument)) { request, context, number in
            let document = try context.document(of: number)
            let reason = try await request.object { (fields) throws(Refusal) in try fields.value("reason", .text(longest: 500)) }
            return try await request.once(as: context.caller) {
                try await WithdrawDocument(registry: registry)(document, of: number, reason: reason, as: $0)
            } answering: { file in
                .json { json in file.write(to: &json) }
            }
        }
        router.api(.get, "/verification", .reading(.verifyDocument)) { request, context in
            let number = try QueryFields.read(request) { (query) throws(Refusal) in
                guard let number = query.text("number") else { throw .missing(field: "number") }
                return number
            }
            let found = try await VerifyDocument(registry: registry)(number, from: context.address, as: context.caller)
            return .value(found, for: request)
        }
    }
}

extension ServiceContext {
    /// The document that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well: there is no such document.
    fileprivate func document(of organization: OrganizationNumber) throws(Refusal) -> Int64 {
        let text = key("document")
        guard let document = Int64(text), document > 0 else { throw .notFound(.document, "\(organization)-\(text)") }
        return document
    }
}
