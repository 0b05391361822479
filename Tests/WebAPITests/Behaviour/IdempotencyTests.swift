import HTTPSupport
import HTTPTypes
import Postgres
import Testing

/// A request with an `Idempotency-Key` takes effect once, however often it comes.
@Suite struct IdempotencyTests {
    private static let path = "/api/v1/organizations"

    private static func keyed(_ key: String, ifMatch: String? = nil) throws -> HTTPFields {
        var headers: HTTPFields = [try #require(HTTPField.Name("Idempotency-Key")): key]
        headers[.ifMatch] = ifMatch
        return headers
    }

    private static func count(_ table: String, _ pool: PostgresPool) async throws -> Int64 {
        try await pool.query("SELECT count(*) FROM \(identifier: table)")[0].decode(as: Int64.self)
    }

    @Test func `every operation that writes answers a repeated request as the first time`() async throws {
        try await APIUnderTest.runWithPool { client, pool in
            var taken: Set<String> = []
            func twice(
                _ method: String, _ path: String, _ body: JSONValue, ifMatch: String? = nil, as who: String? = nil,
                with more: HTTPFields = [:]
            ) async throws -> CheckedClient.Answer {
                var headers = try Self.keyed("key of \(method) \(path)".replacing(" ", with: "-"), ifMatch: ifMatch)
                headers[Who.field] = who
                for field in more { headers[field.name] = field.value }
                let first = try await client.send(method, path, body.bytes, headers: headers)
                let events = try await Self.count("audit_events", pool)
                let again = try await client.send(method, path, body.bytes, headers: headers)
                #expect((200...202).contains(first.status), "\(path) \(first.text)")
                #expect(again.status == first.status, "\(path)")
                #expect(again.text == first.text, "\(path)")
                for name in [HTTPField.Name.location, .eTag, .contentType] {
                    #expect(again.headers[name] == first.headers[name], "\(path)")
                }
                #expect(try await Self.count("audit_events", pool) == events, "\(path): nothing was done")
                taken.insert("\(method) \(path)")
                return first
            }
            _ = try await twice("POST", "/api/v1/areas", Samples.area)
            let contract = try await twice("POST", "/api/v1/hub-contracts", Samples.contract)
            _ = try await client.post("/api/v1/hub-contracts", Samples.contract)
            _ = try await twice("POST", "/api/v1/hub-contracts/1/hand-over", Samples.handOver)
            _ = try await twice("POST", "/api/v1/hub-contracts/1/end", Samples.ending, ifMatch: contract.headers[.eTag])
            let created = try await twice("POST", Self.path, Samples.organization)
            let organization = try #require(created.headers[.location])
            let edited = try await twice("PUT", organization, Samples.edit, ifMatch: created.headers[.eTag])
            for (below, body) in Samples.records { _ = try await twice("POST", organization + below, body) }
            let people = try await client.get(organization + "/people")
            let person = try #require(people.json["items"]?.elements.last?["person"]?.integer)
            for (below, body) in Samples.people where below != "/people/disclosures" {
                _ = try await twice("POST", organization + below.replacing("/1/", with: "/\(person)/"), body)
            }
            let opened = try await twice("POST", organization + "/case", Samples.opening)
            let item = try #require(try await client.get("/api/v1/pending-items").json["items"]?.elements.first?["number"]?.text)
            _ = try await twice("PUT", "/api/v1/pending-items/\(item)/owner", Samples.owner, ifMatch: EntityTag(version: 1).description)
            _ = try await twice("PUT", "/api/v1/calendars/2023", Samples.calendar)
            let moved = try await twice("POST", organization + "/case/steps", Samples.move, ifMatch: opened.headers[.eTag])
            let begin: JSONValue = #"{"to": "incubating", "on": "2024-04-01"}"#
            let started = try await client.post(organization + "/case/steps", begin, headers: [.ifMatch: moved.headers[.eTag] ?? ""])
            let path = organization + "/case/decisions"
            let recommended = try await twice(
                "POST", path, Samples.recommendation, ifMatch: started.headers[.eTag], as: "hubStaff-own")
            _ = try await twice("POST", organization + "/case/declarations", Samples.declaration, as: "reviewer-own")
            _ = try await client.post(organization + "/case/declarations", Samples.declaration, headers: [Who.field: "official-own"])
            let reviewed = try await twice(
                "POST", path + "/review", Samples.review, ifMatch: recommended.headers[.eTag], as: "reviewer-own")
            _ = try await twice("POST", path + "/approval", Samples.approval, ifMatch: reviewed.headers[.eTag], as: "official-own")
            let issued = try await twice("POST", organization + "/documents", Samples.summary)
            let paper = try #require(issued.json["number"]?.integer)
            _ = try await twice("POST", organization + "/documents/\(paper)/withdrawal", Samples.withdrawal, as: "official-own")
            _ = try await twice("POST", "/api/v1/assessment-runs", Samples.run)
            _ = try await twice("POST", "/api/v1/imports", Samples.table)
            let number = String(organization.dropFirst("/api/v1/organizations/".count))
            try await ScoringRounds(client: client, organization: number) { try await twice($0, $1, $2, with: $3) }.go()
            let ended: JSONValue = #"{"status": "filingCancelled", "since": "2025-03-01", "office": null, "documentNumber": null}"#
            _ = try await twice("POST", organization + "/legal-status", ended, ifMatch: edited.headers[.eTag])
            _ = try await client.post("/api/v1/accounts", Samples.invitation)
            for (_, below, body) in Samples.accountRequests where Self.keyedAccountPaths.contains(below) {
                _ = try await twice("POST", "/api/v1\(below)", body)
            }
            let document = try OpenAPIDocument.shared.get()
            let writing = document.operations.filter(document.takesKey)
            let others = document.operations.filter { document.requestSchema($0) != nil && !document.takesKey($0) }
            let secret = Samples.accountRequests.filter { !Self.keyedAccountPaths.contains($0.path) }.compactMap {
                document.operation($0.method, "/api/v1\($0.path)")
            }
            // Disclosures are each one of its own and take no key: a kept answer would hold names. A check keeps nothing.
            let unkept = others.filter { !$0.path.hasSuffix("/people/disclosures") && $0.path != "/api/v1/rubrics/check" }
            #expect(Set(unkept) == Set(secret))
            let missed = writing.filter { operation in
                !taken.contains {
                    document.operation(String($0.prefix { $0 != " " }), String($0.drop { $0 != " " }.dropFirst())) == operation
                }
            }
            #expect(missed == [], "an operation that was not tried")
        }
    }

    /// About accounts, and about no secret.
    private static let keyedAccountPaths: Set = ["/accounts/1/roles", "/accounts/1/disabling", "/accounts/1/enabling"]

    @Test func `what is about secrets takes no key, so that no answer of it is kept`() async throws {
        try await APIUnderTest.runWithPool { client, pool in
            var session = try await client.person("zhoumin").session
            for (method, path, body) in Samples.accountRequests where !Self.keyedAccountPaths.contains(path) {
                let answer =
                    if path.hasPrefix("/accounts") {
                        try await client.send(method, "/api/v1\(path)", body.bytes, headers: Self.keyed("k"))
                    } else {
                        try await session.send(method, path, body, headers: Self.keyed("k"))
                    }
                #expect(answer.status == 422 && answer.json["field"] == "Idempotency-Key", "\(method) \(path) \(answer.text)")
            }
            #expect(try await Self.count("idempotency_keys", pool) == 0)
        }
    }

    @Test func `a key belongs to one request`() async throws {
        try await APIUnderTest.runWithPool { client, pool in
            let first = try await client.post(Self.path, Samples.organization, headers: Self.keyed("k"))
            let location = try #require(first.headers[.location])
            let others = [
                try await client.post(Self.path, Samples.edit.with("firstStep", of: Samples.organization), headers: Self.keyed("k")),
                try await client.post(location + "/activities", Samples.activity, headers: Self.keyed("k")),
                try await client.put(location, Samples.edit, headers: Self.keyed("k", ifMatch: first.headers[.eTag])),
            ]
            for other in others {
                #expect(other.status == 422)
                #expect(other.json["type"] == .string("/problems/idempotency-key-reused"))
            }
            #expect(try await Self.count("organizations", pool) == 1)
            #expect(try await Self.count("activities", pool) == 0)
            #expect(try await client.post(Self.path, Samples.organization, headers: Self.keyed("K")).status == 201, "another key")
        }
    }

    @Test func `a key belongs to all flags of a batch`() async throws {
        try await APIUnderTest.runWithPool { client, pool in
            let created = try await client.post(Self.path, Samples.organization)
            let number = try String(#require(created.headers[.location]).dropFirst("\(Self.path)/".count))
            let batch = "/api/v1/flag-batches"
            let first = Samples.batch(of: "PART-LT-12", organization: number)
            for _ in 1...2 {
                let answer = try await client.post(batch, first, headers: Self.keyed("k"))
                #expect(answer.status == 200 && answer.json["items"]?.elements.count == 1, "\(answer.text)")
            }
            let events = try await Self.count("audit_events", pool)
            let other = try await client.post(
                batch, Samples.batch(of: "FIN-RESERVE-NEG", organization: number), headers: Self.keyed("k"))
            #expect(other.status == 422 && other.json["type"] == .string("/problems/idempotency-key-reused"), "\(other.text)")
            #expect(try await Self.count("audit_events", pool) == events, "nothing was tried")
        }
    }

    @Test func `of many simultaneous requests with one key one takes effect and all are answered alike`() async throws {
        try await APIUnderTest.runWithPool(connections: 8) { client, pool in
            for round in 0..<10 {
                let answers = try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 0..<32 {
                        group.addTask {
                            while true {
                                let headers = try Self.keyed("round-\(round)")
                                let answer = try await client.post(Self.path, Samples.organization, headers: headers)
                                // Told to come again, the client does.
                                if answer.status == 409, answer.headers[.retryAfter] != nil { continue }
                                return "\(answer.status) \(answer.headers[.location] ?? "") \(answer.text)"
                            }
                        }
                    }
                    return try await group.reduce(into: Set<String>()) { $0.insert($1) }
                }
                #expect(answers.count == 1)
                #expect(answers.first?.hasPrefix("201 ") == true)
                #expect(try await Self.count("organizations", pool) == Int64(round + 1))
            }
            let done = try await pool.query("SELECT count(*) FROM audit_events WHERE act = 'create-organization'")[0].decode(as: Int64.self)
            #expect(done == 10)
        }
    }

    @Test func `while a request is worked on its repetition is told to wait`() async throws {
        try await APIUnderTest.runWithPool { client, pool in
            struct Undo: Error {}
            do {
                try await pool.withTransaction(retries: 0) { transaction in
                    _ = try await transaction.execute(
                        """
                        INSERT INTO idempotency_keys (caller, key, act, request_hash)
                        VALUES ('local-operator', 'k', 'create-organization', sha256(''))
                        """)
                    let waiting = try await client.post(Self.path, Samples.organization, headers: Self.keyed("k"))
                    #expect(waiting.status == 409)
                    #expect(waiting.headers[.retryAfter] == "1")
                    #expect(waiting.json["type"] == .string("/problems/request-running"))
                    throw Undo()
                }
            } catch is Undo {}
            #expect(try await client.post(Self.path, Samples.organization, headers: Self.keyed("k")).status == 201)
            #expect(try await Self.count("audit_events", pool) == 1, "Being told to wait is no decision.")
        }
    }

    @Test func `what was refused keeps no key`() async throws {
        try await APIUnderTest.runWithPool { client, pool in
            let created = try await client.post(Self.path, Samples.organization)
            let path = try #require(created.headers[.location]) + "/case/steps"
            #expect(try await client.post(path, Samples.move, headers: Self.keyed("k", ifMatch: "\"v1\"")).status == 409)
            #expect(try await Self.count("idempotency_keys", pool) == 0)
            _ = try await client.post(try #require(created.headers[.location]) + "/case", Samples.opening)
            #expect(try await client.post(path, Samples.move, headers: Self.keyed("k", ifMatch: "\"v1\"")).status == 200)
        }
    }

    @Test func `keys are kept as long as the register says`() async throws {
        try await APIUnderTest.runWithPool { client, pool in
            func age(_ days: Int32) async throws {
                _ = try await pool.query(
                    "UPDATE idempotency_keys SET created_at = now() - \(days) * interval '1 day' - interval '1 minute'")
            }
            func post() async throws -> String? {
                try await client.post(Self.path, Samples.organization, headers: Self.keyed("k")).headers[.location]
            }
            let first = try await post()
            try await age(6)
            #expect(try await post() == first)
            try await age(7)
            let second = try await post()
            #expect(second != first)
            _ = try await pool.query("UPDATE retention_periods SET days = 10 WHERE subject = 'idempotency-keys'")
            try await age(9)
            #expect(try await post() == second)
            try await age(11)
            _ = try await client.post(Self.path, Samples.organization, headers: Self.keyed("other"))
            let keys = try await pool.query("SELECT key FROM idempotency_keys").map { try $0.decode(as: String.self) }
            #expect(keys == ["other"], "Old keys are removed by the way.")
        }
    }

    @Test(arguments: ["", "a b", "键", String(repeating: "k", count: 256)])
    func `a key that is none is refused`(key: String) async throws {
        try await APIUnderTest.runWithPool { client, pool in
            let answer = try await client.post(Self.path, Samples.organization, headers: Self.keyed(key))
            #expect(answer.status == 422)
            #expect(answer.json["field"] == .string("Idempotency-Key"))
            #expect(try await Self.count("organizations", pool) == 0)
        }
    }
}

extension JSONValue {
    /// The object with a member of another one.
    fileprivate func with(_ name: String, of other: JSONValue) -> JSONValue {
        .object(members + other.members.filter { $0.name == name })
    }
}
