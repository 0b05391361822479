import HTTPSupport
import HTTPTypes
import Testing

@Suite struct LookupAPITests {
    @Test func `whoever asks number after number waits, and is told how long`() async throws {
        try await APIUnderTest.run { client in
            for number in 1...30 { #expect(try await client.get("/api/v1/lookup?number=320613-\(number)").status == 200) }
            let waiting = try await client.get("/api/v1/lookup?number=320613-31", headers: [Who.field: Who.visitor.name])
            #expect(waiting.status == 429 && waiting.json["type"] == "/problems/too-many-attempts")
            #expect(waiting.headers[.retryAfter] == "10")
            #expect(try await client.get("/api/v1/lookup").status == 422, "what is no question costs nothing and is told")
        }
    }
}
