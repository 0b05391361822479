import HTTPTypes
package import Hummingbird
import Logging
import NIOHTTP1
import Values
import Workflow

/// Surrounds every answer of the router: request number, host check, admission, problems, headers, log and metrics.
package struct FramedResponder: HTTPResponder {
    private let router: RouterResponder<ServiceContext>
    private let routes: RouteTable
    private let numbers: RequestNumbers
    private let hosts: HostRule
    private let gate: Gate
    private let visitors: VisitorLimit
    private let metrics: RequestMetrics
    private let problems: (any ProblemWriter)?
    private let identify: Identify
    private let logger: Logger

    /// Finds out who sent a request; whoever cannot be told is a visitor.
    package typealias Identify = @Sendable (Request) async throws -> Identification

    /// - Parameter problems: answers problems to clients that do not want JSON.
    init(
        router: Router<ServiceContext>, numbers: RequestNumbers, hosts: HostRule, gate: Gate, visitors: VisitorLimit,
        metrics: RequestMetrics, problems: (any ProblemWriter)? = nil, identify: @escaping Identify, logger: Logger
    ) {
        self.router = router.buildResponder()
        self.routes = RouteTable(router)
        self.numbers = numbers
        self.hosts = hosts
        self.gate = gate
        self.visitors = visitors
        self.metrics = metrics
        self.problems = problems
        self.identify = identify
        self.logger = logger
    }

    package func respond(to request: Request, context: ServiceContext) async -> Response {
        let began = ContinuousClock.now
        var context = context
        context.requestNumber = request.headers[.requestNumber].flatMap { RequestNumber(offered: $0) } ?? numbers.next()
        context.language = Language(accepting: request.headers[.acceptLanguage])
        context.site = hosts.site
        // Without a proxy in front anybody could write any address there.
        if hosts.site != nil, let client = ClientAddress(forwardedIn: request) { context.address = client.text }
        let outcome = await admitted(request, context)
        var response = outcome.response
        SecurityHeaders.add(to: &response.headers)
        response.headers[.requestNumber] = context.requestNumber.text
        record(request, context, outcome, ContinuousClock.now - began)
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// What became of a request, and what the log says about it besides.
    private struct Outcome {
        let response: Response
        /// Who asked, by the name in audit events; nil when nobody was identified.
        var caller: String?
        /// Why it was refused, by the problem's name.
        var problem: String?
    }

    private func admitted(_ request: Request, _ context: ServiceContext) async -> Outcome {
        guard hosts.admits(request.head.authority), !request.headers.contains(.secondHost) else {
            return refuse(Problem(.foreignHost(request.head.authority ?? "")), request, context)
        }
        let isProbe = request.uri.path == "/healthz"
        guard isProbe || gate.enter() else { return refuse(Problem(.busy), request, context) }
        defer { if !isProbe { gate.leave() } }
        var (context, caller) = (context, String?.none)
        do {
            if !isProbe {
                let identification = try await identify(request)
                (context.caller, context.session) = (identification.caller, identification.session)
                caller = context.caller.name
                if let seconds = wait(of: context) { return refuse(Problem(.tooMany(seconds: seconds)), request, context, caller) }
            }
            let response = try await router.respond(to: request, context: context)
            if context.endpointPath == "NotFound" {
                return refuse(Problem(routes.fault(method: request.method, path: request.uri.path)), request, context, caller)
            }
            return Outcome(response: response, caller: caller)
        } catch {
            return refuse(problem(for: error, context), request, context, caller)
        }
    }

    /// How many seconds a visitor who asked too much has to wait; nil for everybody else.
    private func wait(of context: ServiceContext) -> Int? {
        guard hosts.site != nil, context.caller.account == nil else { return nil }
        return visitors.take(context.address, at: .now)
    }

    private func refuse(_ problem: Problem, _ request: Request, _ context: ServiceContext, _ caller: String? = nil) -> Outcome {
        let response =
            problems?.response(to: problem, for: request, context)
            ?? problem.response(number: context.requestNumber, language: context.language)
        return Outcome(response: response, caller: caller, problem: problem.slug)
    }

    /// An error that nobody foresaw is logged here, once, and its text goes nowhere else.
    private func problem(for error: any Error, _ context: ServiceContext) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let refusal as Refusal: return Problem(refusal)
        case let fault as RequestFault: return Problem(fault)
        case is HTTPParserError: return Problem(.malformedRequest)
        case is CancellationError: return Problem(.busy)
        default:
            logger.error(
                "Unexpected error",
                metadata: [
                    "request": "\(context.requestNumber)", "route": "\(context.endpointPath ?? "")", "error": "\(error)",
                    "type": "\(type(of: error))",
                ])
            return Problem(.unexpected)
        }
    }

    /// One line for each request, so that who was let in to what, and who was not and why, can be found later.
    private func record(_ request: Request, _ context: ServiceContext, _ outcome: Outcome, _ duration: Duration) {
        let response = outcome.response
        let matched = context.endpointPath
        let route = matched == nil || matched == "NotFound" ? "none" : matched ?? "none"
        metrics.record(method: request.method, route: route, status: response.status.code, duration: duration)
        var metadata: Logger.Metadata = [
            "request": "\(context.requestNumber)", "method": "\(request.method.rawValue)", "route": "\(route)",
            "status": "\(response.status.code)", "milliseconds": "\(duration.milliseconds)",
            "bytes": "\(request.method == .head ? 0 : response.body.contentLength ?? -1)",
        ]
        if let caller = outcome.caller { metadata["caller"] = "\(caller)" }
        if let problem = outcome.problem { metadata["problem"] = "\(problem)" }
        logger.info("Request", metadata: metadata)
    }
}

extension HTTPField.Name {
    /// `X-Request-Id`. The forced unwrap is safe: the name is a literal of letters and hyphens.
    // swift-format-ignore: NeverForceUnwrap
    static let requestNumber = HTTPField.Name("X-Request-Id")!
    /// A `Host` among the fields is a second one: the first has become the request's authority.
    // swift-format-ignore: NeverForceUnwrap
    static let secondHost = HTTPField.Name("Host")!
}

extension Duration {
    /// With three decimals.
    fileprivate var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds / 1_000_000_000_000) / 1000
    }
}
