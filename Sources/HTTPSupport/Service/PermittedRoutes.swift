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
    /// Answers a form of this site that was sent after its session had ended, see ``on(_:method:for:whenSessionIsLost:tooLarge:_:)``; nil where
    /// nothing is kept.
    package var lostSession: Handler?
    private let router: Router<ServiceContext>
    package let registry: Registry
    private let heavyGate: Gate

    /// What reads or writes a great part of the register, so that a few of them at once would leave nothing for the others. An import goes on
    /// behind its request, and has limits of its own.
    private static let heavy: Set<Act> = [.runAssessment, .refreshAssessments, .trialRubric, .proposeCalibration]
    private static let heavyReadings: Set<Reading> = [.tryRubric]

    /// - Parameter heavyGate: lets in what goes through a great part of the register; one for all routes of a service.
    package init(_ router: Router<ServiceContext>, of registry: Registry, heavyGate: Gate = Gate(limit: ServiceLimits().heavyActs)) {
        self.heavyGate = heavyGate
        self.router = router
        self.registry = registry
    }

    /// A handler of requests.
    package typealias Handler = @Sendable (Request, ServiceContext) async throws -> Response

    /// - Parameters:
    ///   - lost: answers what was sent from a page of this site after its session had ended or another one had begun; nil to refuse it as
    ///     anything else.
    ///   - tooLarge: answers a form that is too large to be read, of which nothing is known, not even whether it is forged; nil for the
    ///     problem that it is.
    package func on(
        _ path: String, method: HTTPRequest.Method, for useCase: UseCase, whenSessionIsLost lost: Handler? = nil,
        tooLarge: Handler? = nil, _ handler: @escaping Handler
    ) {
        entries.append(Entry(method: method, path: path, useCase: useCase))
        let gate = Self.isHeavy(useCase, method) ? heavyGate : nil
        router.on(RouterPath(path), method: method) { [registry] request, context in
            var request = request
            let admitted: Request
            do {
                try registry.refuseOutsider(context.caller, to: useCase)
                if lost != nil { request = try await request.holdingBody() }
                admitted = try await request.refusingForgery(of: context.session, at: context.site)
            } catch {
                if let tooLarge, Self.tellsOfSize(error) { return try await tooLarge(request, context) }
                guard let lost, Self.tellsOfLostSession(error) else { throw error }
                try request.refuseForeignOrigin(mustTell: true, at: context.site)
                do {
                    return try await lost(request, context)
                } catch let other where Self.tellsOfSize(other) {
                    // Of what is too large to be read nothing can be kept.
                    throw error
                }
            }
            guard gate?.enter() ?? true else { throw RequestFault.busy }
            defer { gate?.leave() }
            return try await handler(admitted, context)
        }
    }

    /// The form of an act is not the act.
    private static func isHeavy(_ useCase: UseCase, _ method: HTTPRequest.Method) -> Bool {
        switch useCase {
        case .act(let act): method != .get && heavy.contains(act)
        case .reading(let reading): heavyReadings.contains(reading)
        }
    }

    private static func tellsOfSize(_ error: any Error) -> Bool {
        if case RequestFault.bodyTooLarge = error { true } else { false }
    }

    /// Whether somebody who was let in before may have been refused because of their session alone.
    private static func tellsOfLostSession(_ error: any Error) -> Bool {
        switch error {
        case Refusal.signInNeeded, Refusal.secondFactorNeeded, RequestFault.forgedForm: true
        default: false
        }
    }
}
