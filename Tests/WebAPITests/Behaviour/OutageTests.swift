import HTTPSupport
import Hummingbird
import HummingbirdTesting
import Logging
import Postgres
import TestDatabase
import Testing

@Suite struct OutageTests {
    @Test func `without its database the service says so, is not ready, and lives`() async throws {
        let pool = APIUnderTest.unreachablePool
        let document = try OpenAPIDocument.shared.get()
        try await APIUnderTest.application(pool).test(.router) { raw in
            let client = CheckedClient(raw, document)
            for path in ["/api/v1/organizations", "/api/v1/areas/32", "/readyz"] {
                let answer = try await client.get(path)
                #expect(answer.status == 503)
                #expect(answer.headers[.retryAfter] != nil)
                #expect(answer.json["type"] == .string("/problems/database-unavailable"))
            }
            #expect(try await client.post("/api/v1/organizations", Samples.organization).status == 503)
            #expect(try await client.get("/healthz").status == 200)
            #expect(try await client.get("/api/v1/credit-codes/123").status == 200)
        }
        await pool.shutdown()
    }

    @Test func `without its key, a write whose COMMIT has no answer is told to be unknown`() async throws {
        try await APIUnderTest.runWithPool { _, pool in
            let name = try await pool.query("SELECT current_database()::text")[0].decode(as: String.self)
            let document = try OpenAPIDocument.shared.get()
            var problems: Set<String> = []
            var call = 1
            while true {
                try #require(call < 500, "the walk does not end")
                let faults = FaultInjector(.connectionLoss, atCall: call)
                let faulty = try Self.pool(of: name, failing: faults)
                let answer = try await APIUnderTest.application(faulty).test(.router) { raw in
                    try await CheckedClient(raw, document).post("/api/v1/organizations", Samples.organization)
                }
                await faulty.shutdown()
                if faults.firedAt == nil { break }
                #expect(answer.status == 201 || answer.status == 503 && answer.headers[.retryAfter] != nil, "call \(call): \(answer.text)")
                if answer.status == 503, case .string(let problem) = answer.json["type"] { problems.insert(problem) }
                call += 1
            }
            #expect(problems == ["/problems/database-unavailable", "/problems/outcome-unknown"])
        }
    }

    private static func pool(of database: String, failing faults: FaultInjector) throws -> PostgresPool {
        var configuration = PostgresConfiguration(connectionString: try TestDatabase.connectionString(database: database))
        configuration.faultInjector = faults
        return PostgresPool(configuration: configuration, logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() })
    }
}
