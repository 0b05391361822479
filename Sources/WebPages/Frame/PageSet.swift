import Access
import HTTPSupport
import Hummingbird
import Incubation
import Workflow

/// Some pages, which share what they need to answer.
protocol PageSet: Sendable {
    init(registry: Registry)
    func add(to routes: PermittedRoutes)
}

/// Pages about accounts, which need more than the register.
protocol AccountPageSet: Sendable {
    init(accounts: UserAccounts)
    func add(to routes: PermittedRoutes)
}

/// A handler for a page about an organization.
typealias OrganizationPage = @Sendable (Visit, OrganizationNumber) async throws -> Response

extension PermittedRoutes {
    /// Adds a page. What it shows beyond its use case, it asks for as its caller too, all of it of one moment of the register.
    func page(_ path: String, _ useCase: UseCase, _ handler: @escaping @Sendable (Visit) async throws -> Response) {
        on(path, method: .get, for: useCase) { [registry] request, context in
            try await registry.inOneReading { try await handler(Visit(request, context)) }
        }
    }

    /// Adds a page about the organization that the path names.
    func organizationPage(_ path: String, _ useCase: UseCase, _ handler: @escaping OrganizationPage) {
        page("/organizations/{number}\(path)", useCase) { try await handler($0, try $0.organization()) }
    }
}
