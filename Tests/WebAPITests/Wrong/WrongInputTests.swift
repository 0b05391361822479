import HTTPSupport
import HTTPTypes
import SeededRandom
import Testing

/// What the description forbids the service refuses, with the place; what it allows never makes it fail.
@Suite struct WrongInputTests {
    static let requests: [(method: String, path: String, body: JSONValue)] =
        [
            ("POST", "/api/v1/areas", Samples.area), ("POST", "/api/v1/organizations", Samples.organization),
            ("PUT", "/api/v1/organizations/320613-1", Samples.edit), ("POST", "/api/v1/organizations/320613-1/legal-status", Samples.step),
            ("POST", "/api/v1/assessment-runs", Samples.run), ("POST", "/api/v1/organizations/320613-1/case", Samples.opening),
            ("POST", "/api/v1/organizations/320613-1/case/steps", Samples.move), ("PUT", "/api/v1/calendars/2023", Samples.calendar),
            ("POST", "/api/v1/session", Samples.signIn), ("POST", "/api/v1/account/activation", Samples.activation),
            ("POST", "/api/v1/accounts", Samples.invitation), ("POST", "/api/v1/accounts/1/roles", Samples.role),
            ("POST", "/api/v1/people/disclosures", Samples.export), ("PUT", "/api/v1/pending-items/320613-1-1/owner", Samples.owner),
            ("POST", "/api/v1/organizations/320613-1/interventions", Samples.intervention),
            ("POST", "/api/v1/calibrations", Samples.learning),
            ("POST", "/api/v1/calibrations/1/approval", Samples.calibrationApproval),
            ("POST", "/api/v1/rubrics/pooled-1/activation", Samples.rubricActivation),
        ] + Samples.flagActs.map { ($0.method, "/api/v1/organizations/320613-1/flags/PART-LT-12/\($0.path)", $0.body) }
        + (Samples.records + Samples.people).map { ("POST", "/api/v1/organizations/320613-1\($0.path)", $0.body) }

    @Test(arguments: requests.indices) func `each place of a request spoilt in each way is refused or taken, never failed`(index: Int)
        async throws
    {
        let (method, path, body) = Self.requests[index]
        let document = try OpenAPIDocument.shared.get()
        let operation = try #require(document.operation(method, path))
        let schema = try #require(document.requestSchema(operation))
        try await APIUnderTest.run { client in
            _ = try await client.post("/api/v1/organizations", Samples.organization)
            for mutation in Mutations.all(of: body) {
                let answer = try await client.send(method, path, mutation.body.bytes, headers: [.ifMatch: "\"v1\""])
                let findings = document.checker.findings(mutation.body, against: schema)
                let text = String(decoding: mutation.body.bytes.prefix(300), as: UTF8.self)
                #expect(answer.status < 500, "\(text)")
                guard !findings.isEmpty else { continue }
                #expect((400..<500).contains(answer.status), "\(findings) but \(answer.status) for \(text)")
                if answer.status == 422, let field = answer.json["field"]?.text {
                    let isThere = field.hasPrefix(mutation.place) || mutation.place.hasPrefix(field)
                    #expect(isThere, "\(field) is told instead of \(mutation.place)")
                }
            }
        }
    }

    @Test(arguments: 1...20) func `random bodies never make it fail`(seed: UInt64) async throws {
        try await APIUnderTest.run { client in
            var random = Seed(seed)
            _ = try await client.post("/api/v1/organizations", Samples.organization)
            for _ in 0..<25 {
                let request = Self.requests[Int.random(in: 0..<Self.requests.count, using: &random)]
                let mutations = Mutations.all(of: request.body)
                var body = mutations[Int.random(in: 0..<mutations.count, using: &random)].body
                let again = Mutations.all(of: body)
                body = again[Int.random(in: 0..<again.count, using: &random)].body
                var bytes = body.bytes
                if Bool.random(using: &random), !bytes.isEmpty {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
                }
                let answer = try await client.send(request.method, request.path, bytes, headers: [.ifMatch: "\"v1\""])
                #expect(answer.status < 500, "\(String(decoding: bytes.prefix(300), as: UTF8.self))")
            }
        }
    }

    @Test(arguments: 1...10) func `random queries and paths never make it fail`(seed: UInt64) async throws {
        let pieces = [
            "area", "search", "set", "FN-01=3", "size", "number", "after", "level", "=", "&", "%", "%00", "%FF", "%E5%90%88", "320613", "0",
            "-1",
            "9999999999999999999", "+",
            "..", "/", "~", "'", "%27%20OR%201=1", "idea", "%25", "_",
        ]
        try await APIUnderTest.run { client in
            var random = Seed(seed)
            func noise() -> String {
                (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            }
            for base in [
                "areas", "areas/", "organizations", "organizations/", "organizations/320613-1/activities", "credit-codes/", "calendars/",
                "pending-items", "pending-items/",
                "organizations/320613-1/people/", "organizations/320613-1/what-if", "organizations/320613-1/flags/", "flags", "rubrics/",
                "rubric-trials/", "calibrations/", "visit-samples", "lookup", "accounts", "accounts/", "sessions/",
            ] {
                for _ in 0..<20 {
                    let path = "/api/v1/\(base)\(base.hasSuffix("/") ? noise() : "")?\(noise())"
                    let answer = try await client.get(path)
                    #expect(answer.status < 500, "\(path)")
                }
            }
        }
    }

    @Test(arguments: [
        ("", 400, "json-unreadable"), ("{", 400, "json-unreadable"), ("[]", 422, "malformed-value"), ("null", 422, "malformed-value"),
        ("{\"name\":\"a\",\"name\":\"b\"}", 400, "json-unreadable"), (String(repeating: "[", count: 100_000), 400, "json-unreadable"),
        ("{\"name\":\"" + String(repeating: "a", count: 1 << 20) + "\"}", 413, "body-too-large"), ("\u{FEFF}{}", 400, "json-unreadable"),
    ])
    func `a body that cannot be read is told so`(body: String, status: Int, slug: String) async throws {
        try await APIUnderTest.run { client in
            let answer = try await client.send("POST", "/api/v1/organizations", Array(body.utf8))
            #expect(answer.status == status)
            #expect(answer.json["type"] == .string("/problems/\(slug)"))
        }
    }

    @Test(arguments: [
        ("rubrics/pooled-2/differences?beside=", "malformed-value"),
        ("rubrics/pooled-2/changes?asOf=2026-01-01&beside=", "malformed-value"),
        ("organizations/320613-1/what-if?set=", "malformed-value"), ("organizations/320613-1/what-if?set=FN-01", "malformed-value"),
        ("organizations/320613-1/what-if?set=FN-01=3,", "malformed-value"),
        // U+1F3FB makes one character with the sign before it.
        ("organizations/320613-1/what-if?set=FN-01=%F0%9F%8F%BB", "organization-not-found"),
    ])
    func `a query that says half of something is not read as if it said nothing`(path: String, slug: String) async throws {
        try await APIUnderTest.run { client in
            let answer = try await client.get("/api/v1/\(path)")
            #expect(answer.json["type"] == .string("/problems/\(slug)"))
        }
    }
}
