package import Access
package import Hummingbird
package import Workflow

/// Routes that each say which use case they serve. Who may not do it anywhere is refused before the request is looked into; where exactly
/// the caller may, the use case asks.
///
/// What another site sent through somebody's browser is refused here too, so that no route forgets it.
///
/// A route cannot be added without a use case, and the list of them is what the tests of permission go through.
package final class PermittedRoutes {
    /// A route as it was added.
    package struct Entry: Hashable, Sendable {
        package let method: HTTPRequest.Method
        /// With its parameters in braces.
        package let path: String
        package let useCase: UseCase
    }

    package private(set) var entries: [Entry] = []
    private let router: Router<ServiceContext>
    private let registry: Registry

    package init(_ router: Router<ServiceContext>, of registry: Registry) {
        self.router = router
        self.registry = registry
    }

    package typealias Handler = @Sendable (Request, ServiceContext) async throws -> Response

    /// - Parameter tooLarge: answers a form that is too large to be read, of which nothing is known, not even whether it is forged; nil for
    ///   the problem that it is.
    package func on(
        _ path: String, method: HTTPRequest.Method, for useCase: UseCase, tooLarge: Handler? = nil, _ handler: @escaping Handler
    ) {
        entries.append(Entry(method: method, path: path, useCase: useCase))
        router.on(RouterPath(path), method: method) { [registry] request, context in
            try registry.refuseOutsider(context.caller, to: useCase)
            let own: Request
            do {
                own = try await request.refusingForgery(of: context.session, at: context.site)
            } catch let fault as RequestFault {
                guard case .bodyTooLarge = fault, let tooLarge else { throw fault }
                return try await tooLarge(request, context)
            }
            return try await handler(own, context)
        }
    }
}
