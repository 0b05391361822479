import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path                                      | Use case             |
/// |--------|-------------------------------------------|----------------------|
/// | GET    | `/organizations`                          | `ListOrganizations`  |
/// | POST   | `/organizations`                          | `CreateOrganization` |
/// | GET    | `/organizations/{number}`                 | `ShowOrganization`   |
/// | PUT    | `/organizations/{number}`                 | `EditOrganization`   |
/// | POST   | `/organizations/{number}/legal-status`    | `RecordLegalStatus`  |
/// | GET    | `/organizations/{number}/near-duplicates` | `ListNearDuplicates` |
struct OrganizationRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/organizations", .reading(.listOrganizations), list)
        router.api(.post, "/organizations", .act(.createOrganization)) { request, context in
            let draft = try await request.object { (fields) throws(Refusal) in try OrganizationDraft(new: &fields) }
            return try await request.once(as: context.caller) {
                try await CreateOrganization(registry: registry)(draft, as: $0)
            } answering: { created in
                let organization = created.file.organization
                return Response.created(created, at: organization.number.location).tagged(EntityTag(version: organization.version))
            }
        }
        router.organizationAPI(.get, "", .reading(.showOrganization)) { request, context, number in
            answer(try await ShowOrganization(registry: registry)(number, as: context.caller), to: request)
        }
        router.organizationAPI(.put, "", .act(.editOrganization)) { request, context, number in
            let version = try request.version()
            let edited = try await request.object { (fields) throws(Refusal) in try OrganizationDraft(edit: &fields) }
            return try await request.once(as: context.caller) {
                try await EditOrganization(registry: registry)(number, version: version, to: edited, as: $0)
            } answering: {
                answer($0, to: request)
            }
        }
        router.organizationAPI(.post, "/legal-status", .act(.recordLegalStatus)) { request, context, number in
            let version = try request.version()
            let step = try await request.object { (fields) throws(Refusal) in try LegalStatusStep(&fields) }
            return try await request.once(as: context.caller) {
                try await RecordLegalStatus(registry: registry)(number, version: version, step: step, as: $0)
            } answering: {
                answer($0, to: request)
            }
        }
        router.organizationAPI(.get, "/near-duplicates", .reading(.listNearDuplicates)) { request, context, number in
            .list(try await ListNearDuplicates(registry: registry)(number, as: context.caller), for: request)
        }
    }

    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (filter, page) = try QueryFields.read(request) { (query) throws(Refusal) in
            let filter = OrganizationFilter(
                search: query.text("search"), area: try query.areaCode("area"),
                category: try query.code("category", OrganizationCategory.self),
                legalStatus: try query.code("legalStatus", LegalStatus.self), legalForm: try query.code("legalForm", LegalForm.self))
            return (filter, try query.page())
        }
        return .page(try await ListOrganizations(registry: registry)(filter, page: page, as: context.caller), for: request)
    }

    private func answer(_ file: OrganizationFile, to request: Request) -> Response {
        .json(version: file.organization.version, for: request) { file.write(to: &$0) }
    }
}
