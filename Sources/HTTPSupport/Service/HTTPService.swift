package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import Values

/// The running service: routes inside their frame, on a listening socket, within limits.
package struct HTTPService: Sendable {
    package let limits: ServiceLimits
    package let metrics = RequestMetrics()
    private let numbers: RequestNumbers
    private let connections: Gate
    private let requests: Gate
    private let visitors: VisitorLimit
    private let identify: FramedResponder.Identify
    private let logger: Logger

    /// - Parameters:
    ///   - identify: finds out who sent a request.
    ///   - now: the clock that request numbers are sorted by.
    ///   - process: tells the request numbers of two processes apart.
    package init(
        limits: ServiceLimits = ServiceLimits(), logger: Logger, process: UInt64 = .random(in: .min ... .max),
        identify: @escaping FramedResponder.Identify, now: @escaping @Sendable () -> Instant
    ) {
        self.limits = limits
        self.identify = identify
        self.logger = logger
        numbers = RequestNumbers(now: now, process: process)
        connections = Gate(limit: limits.connections)
        requests = Gate(limit: limits.requests)
        visitors = VisitorLimit(burst: limits.visitorBurst, pause: limits.visitorPause)
    }

    /// A router for this service's routes; `HEAD` comes with every `GET`.
    package func makeRouter() -> Router<ServiceContext> {
        Router(context: ServiceContext.self, options: [.autoGenerateHeadEndpoints])
    }

    /// Open connections and requests being answered, now.
    package var gauges: [Gauge] {
        [
            Gauge(name: "http_connections", help: "Open connections.", value: Double(connections.count)),
            Gauge(name: "http_requests_in_progress", help: "Requests being answered.", value: Double(requests.count)),
        ]
    }

    /// What answers requests, without a socket.
    ///
    /// - Parameter problems: answers problems to clients that do not want JSON.
    package func responder(
        _ router: Router<ServiceContext>, hosts: HostRule, problems: (any ProblemWriter)? = nil
    ) -> FramedResponder {
        FramedResponder(
            router: router, numbers: numbers, hosts: hosts, gate: requests, visitors: visitors, metrics: metrics, problems: problems,
            identify: identify, logger: logger)
    }

    /// The service listening at the address. It stops gracefully: what has begun is answered, then connections close.
    ///
    /// - Parameters:
    ///   - site: under which name a proxy on this machine passes requests on; nil where there is no proxy.
    ///   - problems: answers problems to clients that do not want JSON.
    ///   - listening: called with the port once connections are accepted.
    package func application(
        _ router: Router<ServiceContext>, at address: LoopbackAddress, behind site: PublicSite? = nil,
        problems: (any ProblemWriter)? = nil, listening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> Application<FramedResponder> {
        Application(
            responder: responder(router, hosts: address.hostRule(behind: site), problems: problems), server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                // Twice the limit, so that a connection too many is answered 503 first and only a flood waits unanswered.
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections * 2, logger: logger)),
            onServerRunning: { channel in await listening(channel.localAddress?.port ?? address.port) }, logger: logger)
    }

    private var server: HTTPServerBuilder {
        let (limits, connections, numbers, logger) = (limits, connections, numbers, logger)
        return .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [
                    ConnectionGuard(limits: limits, connections: connections, numbers: numbers, logger: logger)
                ],
                idleTimeout: TimeAmount(limits.idle),
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: limits.head, maxHeaderListSize: limits.head, maxHeaderFieldCount: limits.headerFields)))
    }
}
