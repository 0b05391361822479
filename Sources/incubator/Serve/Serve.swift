import ArgumentParser
import HTTPSupport
import Hummingbird
import Logging
import OpenID
import Postgres
import ServiceLifecycle
import Store
import UnixSignals
import Values
import WebAPI
import WebPages
import Workflow

/// Runs the service until it is asked to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .words(
            zh: "在本机提供登记系统的服务，地址为 http://127.0.0.1:8080。",
            en: "Serve the register on this machine, at http://127.0.0.1:8080."),
        discussion: .words(
            zh: """
                网页位于 /。JSON 接口位于 /api/v1，说明见 /openapi.yaml；/healthz、/readyz 和 /metrics 供监控使用。
                服务只监听本机：需要从别处访问时，请在本机前置支持 TLS 的代理，并用 --public-url 写明其地址。收到 SIGTERM 或 \
                SIGINT 时平稳停止。
                """,
            en: """
                Pages for the browser lie at /. JSON lies under /api/v1 and is described at /openapi.yaml; /healthz, /readyz and /metrics are
                for supervision.
                It listens to this machine only: behind a proxy on it that speaks TLS it is reached from elsewhere, at the address that
                --public-url names. It stops gracefully on SIGTERM and SIGINT.
                """)
    )

    @Option(help: .words(zh: "地址：127.0.0.1、::1 或 localhost。", en: "The address: 127.0.0.1, ::1 or localhost."))
    var host = "127.0.0.1"

    @Option(help: .words(zh: "端口；0 表示由系统选择。", en: "The port; 0 lets the system choose."))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            .words(
                zh: "前置代理的地址，如 https://register.example；此时按其 X-Forwarded-For 区分客户端。",
                en:
                    "The address of the proxy in front, such as https://register.example; clients are then told apart by its X-Forwarded-For."
            ),
            valueName: "url"))
    var publicUrl: String?

    @OptionGroup(title: .words(zh: "统一身份认证", en: "Identity provider")) var identityProvider: IdentityProviderOptions

    @Option(
        help: .words(
            zh: "数据目录（默认：INCUBATOR_DATA，否则 .local/database）。",
            en: "The folder with the data (default: INCUBATOR_DATA, else .local/database)."))
    var directory: String?

    @Flag(help: .words(zh: "只记录警告和错误，不逐一记录请求。", en: "Log warnings and errors only, not each request."))
    var quiet = false

    func run() async throws {
        let (address, site) = (try listeningAddress(), try publicSite())
        let provider = try identityProvider.settings(at: address, behind: site).map { OpenIDProvider($0, now: { Instant.now }) }
        try await serve(at: address, behind: site, provider, try await ServedDatabase(directory: directory).connectionString())
    }

    private func listeningAddress() throws -> LoopbackAddress {
        do {
            return try LoopbackAddress(host: host, port: port)
        } catch {
            throw Terminal.refuse(error.words)
        }
    }

    private func publicSite() throws -> PublicSite? {
        do {
            return try publicUrl.map { url throws(PublicSite.Fault) in try PublicSite(url) }
        } catch {
            throw Terminal.refuse(error.words)
        }
    }

    private func serve(
        at address: LoopbackAddress, behind site: PublicSite?, _ provider: OpenIDProvider?, _ connectionString: String
    ) async throws {
        let level: Logger.Level = quiet ? .warning : .info
        let logger = Logger(label: "incubator") { _ in
            ServiceLogHandler(logLevel: level, now: { Instant.now }, write: { Terminal.log($0) })
        }
        let pool = PostgresPool(
            configuration: Patience.configuration(connectionString), options: Patience.poolLimits, logger: logger)
        let registry = Registry(
            pool: pool, folding: .standard, people: .inFiles(directory: directory), now: { Instant.now }, deadline: Patience.work)
        let imports = BackgroundImports(registry: registry) { error in
            logger.error("An import ended in a way that nobody expected.", metadata: ["error": "\(error)"])
        }
        let application = try application(at: address, behind: site, provider, registry, imports, logger)
        // Each is told to stop before those that stand before it, on which it rests.
        var configuration = ServiceGroupConfiguration(
            services: [pool, ImportService(imports: imports), application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        // Longer than any request may take to come in and be answered.
        configuration.maximumGracefulShutdownDuration = .seconds(60)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch {
            throw ListeningFault(error, at: address).map { Terminal.refuse($0.words) } ?? error
        }
    }

    private func application(
        at address: LoopbackAddress, behind site: PublicSite?, _ provider: OpenIDProvider?, _ registry: Registry,
        _ imports: BackgroundImports, _ logger: Logger
    ) throws -> Application<FramedResponder> {
        var limits = ServiceLimits()
        limits.connections = min(limits.connections, OpenFiles.raiseLimit() / 4)
        let accounts = UserAccounts(registry: registry, seal: try SecondFactorKeyFile().readOrMake(), provider: provider)
        let readiness = try CheckReadiness(registry: registry)
        let service = HTTPService(
            limits: limits, logger: logger, identify: RequestCaller(accounts: accounts).find, now: { Instant.now })
        let router = service.makeRouter()
        let system = SystemRoutes(metrics: service.metrics, readiness: { try await readiness() }) { service.gauges + registry.pool.gauges }
        system.add(to: router)
        let heavyGate = Gate(limit: service.limits.heavyActs)
        WebAPI(accounts: accounts, imports: imports).addRoutes(to: router, heavyGate: heavyGate)
        WebPages(accounts: accounts, imports: imports).addRoutes(to: router, heavyGate: heavyGate)
        return service.application(router, at: address, behind: site, problems: ProblemPages()) { port in
            Terminal.complain(Self.listening(at: address, port))
            await Self.showFirstStep(registry)
        }
    }

    /// Says how somebody comes in for the first time, while nobody can.
    private static func showFirstStep(_ registry: Registry) async {
        guard let hasAccounts = try? await CheckForAccounts(accounts: registry.accounts)(), !hasAccounts else { return }
        Terminal.complain(
            BilingualText(
                zh: "还没有账号。首个安全管理员请用 incubator account create-administrator 账号名 --name 姓名 建立。",
                en: "There is no account yet. Make the first one: incubator account create-administrator LOGIN --name NAME"))
    }

    private static func listening(at address: LoopbackAddress, _ port: Int) -> BilingualText {
        let url = "http://\(address.host.contains(":") ? "[\(address.host)]" : address.host):\(port)"
        return BilingualText(
            zh: "服务地址：\(url)（只答复本机；停止请按 Ctrl-C）。",
            en: "Serving at \(url) (it answers this machine only; stop it with Ctrl-C).")
    }
}

extension PostgresPool {
    /// How busy the pool is now.
    fileprivate var gauges: [Gauge] {
        let load = load
        return [
            Gauge(name: "database_connections", help: "Connections to the database.", value: Double(load.connections)),
            Gauge(name: "database_connections_idle", help: "Connections that nobody uses.", value: Double(load.idle)),
            Gauge(name: "database_waiting", help: "Requests that wait for a connection.", value: Double(load.waiting)),
        ]
    }
}
