import HTTPSupport
import Hummingbird
import HummingbirdTesting
import Postgres
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
}
