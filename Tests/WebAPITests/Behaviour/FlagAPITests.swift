import HTTPSupport
import HTTPTypes
import Testing

/// Flags, as runs and people change them.
struct FlagAPITests {
    @Test func `what a newer run found about a flag makes what was read of it before stale`() async throws {
        try await APIUnderTest.run { client in
            let created = try await client.post("/api/v1/organizations", Samples.organization)
            let path = try #require(created.headers[.location])
            for accounts in [Samples.accounts, Self.accountsOfNextYear] {
                #expect(try await client.post(path + "/accounts", accounts).status == 201)
            }
            func run(asOf day: String) async throws {
                let body = JSONValue(stringLiteral: #"{"asOf": "\#(day)", "area": "320613", "rubric": null}"#)
                #expect(try await client.post("/api/v1/assessment-runs", body).status == 201)
            }
            let address = path + "/flags/FIN-CONC-70"
            try await run(asOf: "2026-03-31")
            let old = try #require(try await client.get(address).headers[.eTag])
            try await run(asOf: "2026-06-30")
            let shown = try await client.get(address)
            let new = try #require(shown.headers[.eTag])
            #expect(shown.json["version"] == .number("0") && new != old, "nobody touched it, and a run found more")
            let stale = try await client.put(address + "/owner", Samples.assignment, headers: [.ifMatch: old])
            #expect(stale.status == 412 && stale.json["type"] == "/problems/version-stale", "\(stale.text)")
            #expect(try await client.get(address).headers[.eTag] == new, "nothing was done")
            let done = try await client.put(address + "/owner", Samples.assignment, headers: [.ifMatch: new])
            #expect(done.status == 200 && done.json["version"] == .number("1"), "\(done.text)")
        }
    }

    /// Known between the two runs; more of their income comes from one source.
    private static var accountsOfNextYear: JSONValue {
        var text = String(decoding: Samples.accounts.bytes, as: UTF8.self)
        for (old, new) in [
            ("2024-12-31", "2025-12-31"), ("2025-03-20", "2026-05-20"), ("\"10000\"", "\"11500\""), ("\"2000.50\"", "\"500.50\""),
        ] {
            text.replace(old, with: new)
        }
        return JSONValue(stringLiteral: text)
    }
}
