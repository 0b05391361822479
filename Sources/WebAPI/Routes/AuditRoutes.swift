import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// | Method | Path            | Use case      |
/// |--------|-----------------|---------------|
/// | GET    | `/audit-events` | `BrowseAudit` |
struct AuditRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/audit-events", .reading(.listAuditEvents)) { request, context in
            let (district, subject, question, page) = try QueryFields.read(request) { (query) throws(Refusal) in
                (
                    try query.value("district", expected: BilingualText(zh: "六位区划代码，如 320613", en: "six digits, such as 320613")) {
                        District(code: $0)
                    },
                    query.text("subject"), try query.code("question", AuditQuestion.self), try query.page()
                )
            }
            let found = try await BrowseAudit(registry: registry)(
                of: district, about: subject, question: question, page: page, as: context.caller)
            return .page(found, for: request)
        }
    }
}
