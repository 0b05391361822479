import HTTPSupport
import Hummingbird
import HummingbirdCore
import Locks
import Logging
import Values
import Workflow

/// A small service with a route for every way to end.
struct ServiceUnderTest {
    let service: HTTPService
    let router: Router<ServiceContext>
    let log = LogLines()
    let latch = Latch()

    init(
        limits: ServiceLimits = ServiceLimits(), caller: Caller = .visitor, readiness: @escaping @Sendable () async throws -> Void = {}
    ) {
        let lines = log
        let latch = latch
        let logger = Logger(label: "test") { _ in LineLogHandler(lines: lines) }
        service = HTTPService(
            limits: limits, logger: logger, process: 1, identify: { _ in Identification(caller) }
        ) { Instant(microsecondsSince1970: 1_700_000_000_000_000) }
        router = service.makeRouter()
        let gauges = service
        SystemRoutes(metrics: service.metrics, readiness: readiness) { gauges.gauges }.add(to: router)
        router.get("/things/{name}") { request, context in
            let name = context.parameters.get("name") ?? ""
            return Response.json(taggedFor: request) { json in json.object { $0.member("name", name) } }
        }
        router.post("/things") { request, _ in
            let name = try await request.object { (fields) throws(Refusal) -> String in try fields.value("name", .text(longest: 20)) }
            return Response.json(.created) { json in json.object { $0.member("name", name) } }
        }
        router.get("/broken") { _, _ -> Response in throw Secret(text: "password=hunter2") }
        router.get("/refused") { _, _ -> Response in throw Refusal.notFound(.area, "99") }
        router.get("/away") { _, _ -> Response in throw Refusal.databaseUnavailable }
        router.get("/slow") { _, _ in
            await latch.wait()
            return Response.json { json in json.object { $0.member("slow", true) } }
        }
        router.get("/address") { _, context in Response.data(Array(context.address.utf8), type: "text/plain") }
        router.get("/large") { _, _ in Response.data([UInt8](repeating: 65, count: 8 << 20), type: "text/plain") }
    }

    struct Secret: Error {
        let text: String
    }

    /// The service without a socket.
    var application: Application<FramedResponder> { application(behind: nil) }

    /// The same behind a proxy.
    func application(behind site: PublicSite?) -> Application<FramedResponder> {
        Application(
            responder: service.responder(router, hosts: HostRule(port: 80, site: site)),
            logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() })
    }
}

/// Lets tasks wait until a test opens it; counts those that have arrived.
actor Latch {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private(set) var arrived = 0

    func wait() async {
        arrived += 1
        if isOpen { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}

/// What has been logged.
final class LogLines: Sendable {
    private let storage = Guarded<[String]>([])

    var all: [String] { storage.withLock { $0 } }

    func append(_ line: String) {
        storage.withLock { $0.append(line) }
    }
}

struct LineLogHandler: LogHandler {
    let lines: LogLines
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let pairs = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        lines.append("\(event.level) \(event.message) \(pairs.joined(separator: " "))")
    }
}
