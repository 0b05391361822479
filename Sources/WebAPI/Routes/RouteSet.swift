import HTTPSupport
import Hummingbird
import Incubation
import Workflow

/// Some routes of the interface, which share what they need to answer.
protocol RouteSet: Sendable {
    init(registry: Registry)
    func add(to router: Router<ServiceContext>)
}

extension RouteSet {
    /// Who acts: until accounts exist, the person at this machine.
    var caller: Caller { .localOperator }
}

/// A handler for a route whose path names an organization.
typealias OrganizationHandler = @Sendable (Request, OrganizationNumber) async throws -> Response

extension Router where Context == ServiceContext {
    /// Adds a route below `/api/v1`.
    func api(
        _ method: HTTPRequest.Method, _ path: String, _ handler: @escaping @Sendable (Request, ServiceContext) async throws -> Response
    ) {
        on("/api/v1\(path)", method: method) { request, context in
            try request.requireAccept("application/json")
            return try await handler(try await request.keepingBody(), context)
        }
    }

    /// Adds a route below `/api/v1/organizations/{number}`.
    func organizationAPI(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping OrganizationHandler) {
        api(method, "/organizations/{number}\(path)") { request, context in
            try await handler(request, try context.organization())
        }
    }
}

extension OrganizationNumber {
    /// Where the organization is found.
    var location: String { "/api/v1/organizations/\(self)" }
}
