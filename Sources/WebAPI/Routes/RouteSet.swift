import Access
import HTTPSupport
import Hummingbird
import Incubation
import Workflow

/// Some routes of the interface, which share what they need to answer.
protocol RouteSet: Sendable {
    init(registry: Registry)
    func add(to router: PermittedRoutes)
}

/// Some routes about accounts, which need more than the register.
protocol AccountRouteSet: Sendable {
    init(accounts: UserAccounts)
    func add(to router: PermittedRoutes)
}

/// A handler for a route whose path names an organization.
typealias OrganizationHandler = @Sendable (Request, ServiceContext, OrganizationNumber) async throws -> Response

extension PermittedRoutes {
    /// Adds a route below `/api/v1`.
    func api(
        _ method: HTTPRequest.Method, _ path: String, _ useCase: UseCase,
        _ handler: @escaping @Sendable (Request, ServiceContext) async throws -> Response
    ) {
        on("/api/v1\(path)", method: method, for: useCase) { request, context in
            try request.requireAccept("application/json")
            return try await handler(try await request.keepingBody(), context)
        }
    }

    /// Adds a route below `/api/v1` about secrets, in the request or in the answer: an `Idempotency-Key` would have them kept.
    func secretAPI(
        _ method: HTTPRequest.Method, _ path: String, _ useCase: UseCase,
        _ handler: @escaping @Sendable (Request, ServiceContext) async throws -> Response
    ) {
        api(method, path, useCase) { request, context in
            try request.refuseKey()
            return try await handler(request, context)
        }
    }

    /// Adds a route below `/api/v1/organizations/{number}`.
    func organizationAPI(
        _ method: HTTPRequest.Method, _ path: String, _ useCase: UseCase, _ handler: @escaping OrganizationHandler
    ) {
        api(method, "/organizations/{number}\(path)", useCase) { request, context in
            try await handler(request, context, try context.organization())
        }
    }
}

extension OrganizationNumber {
    /// Where the organization is found.
    var location: String { "/api/v1/organizations/\(self)" }
}
