import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Testing
import Values
import Workflow

/// Acts that go through a great part of the register.
@Suite struct HeavyActTests {
    @Test func `of acts that take long only so many run at once, and the rest go on`() async throws {
        let router = Router(context: ServiceContext.self)
        let latch = Latch()
        let registry = APIUnderTest.accounts(APIUnderTest.unreachablePool).registry
        let routes = PermittedRoutes(router, of: registry, heavyGate: Gate(limit: 1))
        let ok: PermittedRoutes.Handler = { _, _ in Response(status: .ok) }
        routes.on("/runs", method: .post, for: .act(.runAssessment)) { _, _ in
            await latch.wait()
            return Response(status: .ok)
        }
        routes.on("/trials", method: .post, for: .act(.trialRubric), ok)
        routes.on("/runs", method: .get, for: .act(.runAssessment), ok)
        routes.on("/organizations", method: .post, for: .act(.createOrganization), ok)
        let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }
        let service = HTTPService(logger: quiet, process: 1, identify: { _ in Identification(.localOperator) }) { APIUnderTest.now }
        let application = Application(responder: service.responder(router, hosts: HostRule(port: 80)), logger: quiet)
        try await application.test(.router) { client in
            func post(_ path: String) async throws -> TestResponse { try await client.execute(uri: path, method: .post) }
            async let first = post("/runs")
            while await latch.arrived == 0 { try await Task.sleep(for: .milliseconds(1)) }
            for path in ["/runs", "/trials"] {
                let refused = try await post(path)
                #expect(refused.status == .serviceUnavailable)
                #expect(refused.headers[.retryAfter] == "1")
            }
            #expect(try await post("/organizations").status == .ok)
            #expect(try await client.execute(uri: "/runs", method: .get).status == .ok, "the form of an act is not the act")
            await latch.open()
            #expect(try await first.status == .ok)
            for path in ["/runs", "/trials"] { #expect(try await post(path).status == .ok) }
        }
    }
}

/// Keeps whoever waits until it is opened.
private actor Latch {
    private var isOpen = false
    private(set) var arrived = 0

    func wait() async {
        arrived += 1
        while !isOpen { try? await Task.sleep(for: .milliseconds(1)) }
    }

    func open() {
        isOpen = true
    }
}
