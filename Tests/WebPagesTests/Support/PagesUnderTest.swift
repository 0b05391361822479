import HTTPSupport
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Incubation
import Logging
import NIOCore
import OpenID
import Postgres
import Store
import TestDatabase
import Testing
import Values
import WebPages
import Workflow

/// All pages on a database of the test's own, without a socket.
struct PagesUnderTest: Sendable {
    let client: any TestClientProtocol
    let accounts: UserAccounts
    var registry: Registry { accounts.registry }

    /// 2026-06-30 noon in China.
    static let now = Instant(microsecondsSince1970: 1_782_792_000_000_000)

    @discardableResult
    static func run<Result: Sendable>(
        connections: Int = 4, provider: OpenIDProvider? = nil, _ body: @escaping @Sendable (PagesUnderTest) async throws -> Result
    ) async throws -> Result {
        try await TestDatabase.runAsService(connections: connections) { service, superuser in
            for area in try areas() { try await superuser.withTransaction { try await $0.run(InsertArea(area: area)) } }
            return try await run(on: service, provider: provider, body)
        }
    }

    /// Stands in requests of visitors.
    // The name is a literal of letters and hyphens.
    // swift-format-ignore: NeverForceUnwrap
    static let visitor = HTTPField.Name("X-Test-Visitor")!

    /// A register that can never be asked anything.
    static var unreachableRegistry: Registry { Registry(pool: unreachablePool, folding: .standard, people: .ofTests, now: { now }) }

    private static var unreachablePool: PostgresPool {
        PostgresPool(
            configuration: PostgresConfiguration(connectionString: "host=/nonexistent dbname=none connect_timeout=1"),
            logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() })
    }

    /// The pages on a database that cannot be reached: enough for what needs none.
    @discardableResult
    static func runWithoutDatabase<Result: Sendable>(
        _ body: @escaping @Sendable (PagesUnderTest) async throws -> Result
    ) async throws -> Result {
        let pool = unreachablePool
        let result = try await run(on: pool, body)
        await pool.shutdown()
        return result
    }

    private static func run<Result: Sendable>(
        on pool: PostgresPool, provider: OpenIDProvider? = nil, _ body: @escaping @Sendable (PagesUnderTest) async throws -> Result
    ) async throws -> Result {
        let registry = Registry(pool: pool, folding: .standard, people: .ofTests, now: { now })
        let accounts = UserAccounts(registry: registry, hasher: PasswordHasher(parameters: .cheap), seal: SeedSeal(), provider: provider)
        let service = HTTPService(
            logger: Logger(label: "test") { _ in FailingLogHandler() }, process: 1,
            identify: { request in
                if SessionCookie.token(of: request) != nil { return try await RequestCaller(accounts: accounts).find(request) }
                if let text = request.headers[TestHolder.field], let holder = TestHolder(text) { return Identification(holder.caller) }
                return Identification(request.headers.contains(visitor) ? .visitor : .localOperator)
            }
        ) { now }
        let router = service.makeRouter()
        let imports = BackgroundImports(registry: registry) { Issue.record("an import ended with \($0)") }
        WebPages(accounts: accounts, imports: imports).addRoutes(to: router)
        let responder = service.responder(router, hosts: HostRule(port: 80), problems: ProblemPages())
        let application = Application(responder: responder, logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() })
        let carryingOut = Task { await imports.run() }
        defer { carryingOut.cancel() }
        return try await application.test(.router) { try await body(PagesUnderTest(client: $0, accounts: accounts)) }
    }

    private static func areas() throws -> [Area] {
        func code(_ text: String) throws -> AreaCode { try #require(AreaCode(text)) }
        return [
            Area(code: try code("32"), name: "江苏省", englishName: "Jiangsu", level: .province, parent: nil),
            Area(code: try code("3206"), name: "南通市", englishName: "Nantong", level: .prefecture, parent: try code("32")),
            Area(code: try code("320613"), name: "崇川区", englishName: "Chongchuan", level: .county, parent: try code("3206")),
            Area(code: try code("320613001"), name: "城东街道", level: .township, parent: try code("320613")),
            Area(code: try code("320613002"), name: "和平桥街道", level: .township, parent: try code("320613")),
            Area(code: try code("320612"), name: "通州区", level: .county, parent: try code("3206")),
            Area(code: try code("320612001"), name: "城东街道", level: .township, parent: try code("320612")),
        ]
    }
}

extension PagesUnderTest {
    /// One answer, with what its headers say.
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let text: String

        var page: HTMLPage { HTMLPage(text) }
    }

    /// Opens a page as a browser does.
    func get(_ path: String, language: Language? = nil, headers: HTTPFields = [:], as caller: Caller = .localOperator) async throws
        -> Answer
    {
        var headers = headers
        if caller == .visitor { headers[Self.visitor] = "yes" }
        return try await send(.get, path, nil, language: language, headers: headers)
    }

    /// Sends a form as a browser does from a page of this service.
    func post(_ path: String, _ fields: [(String, String)], language: Language? = nil, headers: HTTPFields = [:]) async throws -> Answer {
        let body = fields.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        if let name = HTTPField.Name("Sec-Fetch-Site"), headers[name] == nil { headers[name] = "same-origin" }
        return try await send(.post, path, Array(body.utf8), language: language, headers: headers)
    }

    /// Sends a file in a form, with the button that was pressed.
    func upload(
        _ path: String, file: [UInt8], pressing button: String, language: Language? = nil, headers: HTTPFields = [:]
    ) async throws -> Answer {
        let head =
            "--mark\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\n\(button)\r\n--mark\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n"
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=mark"
        if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "same-origin" }
        return try await send(.post, path, Array(head.utf8) + file + Array("\r\n--mark--\r\n".utf8), language: language, headers: headers)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]?, language: Language?, headers: HTTPFields
    ) async throws -> Answer {
        var headers = headers
        if headers[.accept] == nil { headers[.accept] = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" }
        if let language { headers[.acceptLanguage] = language.rawValue }
        let answer = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
        return Answer(
            status: answer.status.code, headers: answer.headers, text: String(decoding: answer.body.readableBytesView, as: UTF8.self))
    }
}

/// Fails the test that caused an error: an answer of 500 is never right.
private struct FailingLogHandler: LogHandler {
    var logLevel = Logger.Level.error
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        Issue.record("the service logged: \(event.message) \(event.metadata ?? [:])")
    }
}
