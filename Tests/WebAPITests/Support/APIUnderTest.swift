import Access
import HTTPSupport
import Hummingbird
import HummingbirdTesting
import Incubation
import Locks
import Logging
import Postgres
import Store
import TestDatabase
import Testing
import Values
import WebAPI
import Workflow

/// The whole interface on a database of the test's own, without a socket.
enum APIUnderTest {
    /// 2026-06-30 noon in China.
    static let now = Instant(microsecondsSince1970: 1_782_792_000_000_000)

    @discardableResult
    static func run<Result: Sendable>(_ body: @escaping @Sendable (CheckedClient) async throws -> Result) async throws -> Result {
        try await runWithPool { client, _ in try await body(client) }
    }

    /// The same, for tests that look at the database too.
    @discardableResult
    static func runWithPool<Result: Sendable>(
        connections: Int = 4, _ body: @escaping @Sendable (CheckedClient, PostgresPool) async throws -> Result
    ) async throws -> Result {
        let document = try OpenAPIDocument.shared.get()
        return try await TestDatabase.runAsService(connections: connections) { service, pool in
            try await addAreas(to: pool)
            return try await application(service).test(.router) { try await body(CheckedClient($0, document), pool) }
        }
    }

    /// The interface on a pool.
    ///
    /// - Parameter identify: nil for whoever carries a session's cookie or a token, else as the request says.
    static func application(
        _ pool: PostgresPool, errors: ErrorLines? = nil, deciding: @escaping Registry.Deciding = { $0.decide(for: $1, at: $2, on: $3) },
        identify: FramedResponder.Identify? = nil
    ) throws -> Application<FramedResponder> {
        let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }
        let accounts = accounts(pool, deciding)
        let service = HTTPService(
            logger: Logger(label: "test") { _ in ErrorLogHandler(lines: errors ?? .failing) }, process: 1,
            identify: identify ?? { request in
                let hasCome = request.headers.contains(.authorization) || SessionCookie.token(of: request) != nil
                return try await hasCome ? RequestCaller(accounts: accounts).find(request) : Who.identify(request)
            }
        ) { now }
        return Application(responder: service.responder(try router(service, accounts), hosts: HostRule(port: 80)), logger: quiet)
    }

    /// The register on a pool, with hashes of passwords that are as cheap as they can be.
    static func accounts(
        _ pool: PostgresPool, _ deciding: @escaping Registry.Deciding = { $0.decide(for: $1, at: $2, on: $3) }
    ) -> UserAccounts {
        let registry = Registry(pool: pool, folding: .standard, people: .ofTests, now: { now }, deciding: deciding)
        return UserAccounts(registry: registry, hasher: PasswordHasher(parameters: .cheap), seal: SeedSeal())
    }

    static func addAreas(to pool: PostgresPool) async throws {
        for area in try areas() { try await pool.withTransaction { try await $0.run(InsertArea(area: area)) } }
    }

    static func router(_ service: HTTPService, _ accounts: UserAccounts) throws -> Router<ServiceContext> {
        let readiness = try CheckReadiness(registry: accounts.registry)
        let router = service.makeRouter()
        SystemRoutes(metrics: service.metrics, readiness: { try await readiness() }).add(to: router)
        WebAPI(accounts: accounts, imports: BackgroundImports(registry: accounts.registry)).addRoutes(to: router)
        return router
    }

    /// A pool that will never reach a server.
    static var unreachablePool: PostgresPool {
        PostgresPool(
            configuration: PostgresConfiguration(connectionString: "host=/nonexistent dbname=none connect_timeout=1"),
            logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() })
    }

    private static func areas() throws -> [Area] {
        func code(_ text: String) throws -> AreaCode { try #require(AreaCode(text)) }
        return [
            Area(code: try code("32"), name: "江苏省", level: .province, parent: nil),
            Area(code: try code("3206"), name: "南通市", level: .prefecture, parent: try code("32")),
            Area(code: try code("320613"), name: "崇川区", englishName: "Chongchuan", level: .county, parent: try code("3206")),
            Area(
                code: try code("320602"), name: "崇川区", level: .county, parent: try code("3206"), validUntil: Day(iso: "2020-10-31"),
                successor: try code("320613")),
            Area(code: try code("320613001"), name: "城东街道", level: .township, parent: try code("320613")),
            Area(code: try code("320613002"), name: "和平桥街道", level: .township, parent: try code("320613")),
            Area(code: try code("320613001001"), name: "虹桥社区", level: .community, parent: try code("320613001")),
            Area(code: try code("320612"), name: "通州区", level: .county, parent: try code("3206")),
        ]
    }
}

/// Errors that the service logged.
final class ErrorLines: Sendable {
    /// Fails the test that caused the error: an answer of 500 is never right.
    static let failing = ErrorLines(isFailing: true)

    private let storage = Guarded<[String]>([])
    private let isFailing: Bool

    init(isFailing: Bool = false) {
        self.isFailing = isFailing
    }

    var all: [String] { storage.withLock { $0 } }

    func append(_ line: String) {
        storage.withLock { $0.append(line) }
        if isFailing { Issue.record("the service logged: \(line)") }
    }
}

struct ErrorLogHandler: LogHandler {
    let lines: ErrorLines
    var logLevel = Logger.Level.error
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        lines.append("\(event.message) \(event.metadata ?? [:])")
    }
}
