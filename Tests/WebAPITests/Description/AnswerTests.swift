import HTTPSupport
import HTTPTypes
import Testing

/// Real answers of every operation against the description; the client does the comparing.
@Suite struct AnswerTests {
    @Test func `every operation answers as described`() async throws {
        let seen = try await APIUnderTest.runWithPool { client, pool in
            let number = try await Self.fill(client)
            let rounds = ScoringRounds(client: client, organization: number) { try await client.send($0, $1, $2.bytes, headers: $3) }
            try await rounds.go()
            try await Self.read(client, number, and: rounds.addresses)
            for (path, body) in Samples.people {
                let done = try await client.post("/api/v1/organizations/\(number)\(path)", body)
                #expect(done.status == 200, "\(path) \(done.text)")
            }
            #expect(try await client.post("/api/v1/people/disclosures", Samples.export).status == 200)
            try await AccountRounds.go(client, pool)
            return client.answersSeen
        }
        for operation in try OpenAPIDocument.shared.get().operations {
            let successes = ["GET": [200], "PUT": [200], "POST": [200, 201, 202], "DELETE": [200, 204]][operation.method] ?? []
            let ok = successes.contains { seen.contains("\(operation.description) \($0)") }
            #expect(ok, "\(operation.description) was not tried")
        }
    }

    /// Makes one of everything.
    static func fill(_ client: CheckedClient) async throws -> String {
        #expect(try await client.post("/api/v1/areas", Samples.area).status == 201)
        let contract = try await client.post("/api/v1/hub-contracts", Samples.contract)
        #expect(contract.status == 201, "\(contract.text)")
        #expect(try await client.post("/api/v1/hub-contracts", Samples.contract).status == 201)
        #expect(try await client.post("/api/v1/hub-contracts/1/hand-over", Samples.handOver).status == 200)
        let tag = contract.headers[.eTag] ?? ""
        #expect(try await client.post("/api/v1/hub-contracts/1/end", Samples.ending, headers: [.ifMatch: tag]).status == 200)
        let created = try await client.post("/api/v1/organizations", Samples.organization)
        #expect(created.status == 201)
        let number = try #require(created.json["number"]?.text)
        let path = "/api/v1/organizations/\(number)"
        #expect(created.headers[.location] == path)
        for record in Samples.records {
            let added = try await client.post(path + record.path, record.body)
            #expect(added.status == 201, "\(record.path) \(added.text)")
        }
        let edited = try await client.put(path, Samples.edit, headers: [.ifMatch: created.headers[.eTag] ?? ""])
        #expect(edited.status == 200, "\(edited.text)")
        let moved = try await client.post(path + "/legal-status", Samples.step, headers: [.ifMatch: edited.headers[.eTag] ?? ""])
        #expect(moved.status == 200, "\(moved.text)")
        let opened = try await client.post(path + "/case", Samples.opening)
        #expect(opened.status == 201)
        try await handOver(client)
        let advanced = try await client.post(path + "/case/steps", Samples.move, headers: [.ifMatch: opened.headers[.eTag] ?? ""])
        #expect(advanced.status == 200, "\(advanced.text)")
        try await decide(client, path + "/case", tag: advanced.headers[.eTag] ?? "")
        let entered = try await client.put("/api/v1/calendars/2023", Samples.calendar)
        #expect(entered.status == 201, "\(entered.text)")
        let corrected = try await client.put(
            "/api/v1/calendars/2023", Samples.calendar, headers: [.ifMatch: entered.headers[.eTag] ?? ""])
        #expect(corrected.status == 200, "\(corrected.text)")
        let begun = try await client.post("/api/v1/imports", Samples.table)
        #expect(begun.status == 202 && begun.headers[.location] == "/api/v1/imports/1", "\(begun.text)")
        let run = try await client.post("/api/v1/assessment-runs", Samples.run)
        #expect(run.status == 201, "\(run.text)")
        let flagged = try await client.get("/api/v1/assessments")
        #expect(flagged.json["items"]?.elements.first?["flags"]?.elements.isEmpty == false)
        return number
    }

    /// Graduates the case, each step by another person.
    private static func decide(_ client: CheckedClient, _ path: String, tag: String) async throws {
        let started = try await client.post(path + "/steps", #"{"to": "incubating", "on": "2024-04-01"}"#, headers: [.ifMatch: tag])
        let (hub, expert, official) = ("hubStaff-own", "reviewer-own", "official-own")
        var headers: HTTPFields = [Who.field: hub, .ifMatch: started.headers[.eTag] ?? ""]
        let recommended = try await client.post(path + "/decisions", Samples.recommendation, headers: headers)
        #expect(recommended.status == 201, "\(recommended.text)")
        for person in [expert, official] {
            let declared = try await client.post(path + "/declarations", Samples.declaration, headers: [Who.field: person])
            #expect(declared.status == 201, "\(declared.text)")
        }
        headers = [Who.field: expert, .ifMatch: recommended.headers[.eTag] ?? ""]
        let reviewed = try await client.post(path + "/decisions/review", Samples.review, headers: headers)
        #expect(reviewed.status == 200, "\(reviewed.text)")
        headers = [Who.field: official, .ifMatch: reviewed.headers[.eTag] ?? ""]
        let approved = try await client.post(path + "/decisions/approval", Samples.approval, headers: headers)
        #expect(approved.status == 200, "\(approved.text)")
        let documents = path.replacing("/case", with: "/documents")
        let issued = try await client.post(documents, Samples.summary)
        #expect(issued.status == 201, "\(issued.text)")
        let mark = try #require(issued.json["verificationNumber"]?.text)
        #expect(try await client.get("/api/v1/verification?number=\(mark)").json["standing"] == "inForce")
        let withdrawn = try await client.post(documents + "/3/withdrawal", Samples.withdrawal, headers: [Who.field: official])
        #expect(withdrawn.status == 200, "\(withdrawn.text)")
        #expect(try await client.get("/api/v1/verification?number=\(mark)").json["standing"] == "withdrawn")
    }

    /// Looks at the one thing that waits and hands it over.
    private static func handOver(_ client: CheckedClient) async throws {
        let waiting = try await client.get("/api/v1/pending-items?area=320613&role=hubStaff&standing=overdue&size=1")
        let item = try #require(waiting.json["items"]?.elements.first?["number"]?.text)
        let shown = try await client.get("/api/v1/pending-items/\(item)")
        #expect(shown.json["rule"]?["amount"] == .number("5"))
        let moved = try await client.put(
            "/api/v1/pending-items/\(item)/owner", Samples.owner, headers: [.ifMatch: shown.headers[.eTag] ?? ""])
        #expect(moved.status == 200, "\(moved.text)")
        #expect(moved.json["history"]?.elements.count == 2)
    }

    /// Reads everything, twice: the second time the client has it already.
    static func read(_ client: CheckedClient, _ number: String, and others: [String]) async throws {
        let below = [
            "", "/documents", "/documents/1", "/near-duplicates", "/elements", "/accounts", "/activities", "/reports", "/case",
            "/case/decisions", "/mentors", "/assessment",
        ]
        let paths =
            below.map { "/api/v1/organizations/\(number)\($0)" } + [
                "/api/v1/areas?parent=320613", "/api/v1/areas/320613001001-03", "/api/v1/organizations?search=%E5%90%88%E5%94%B1",
                "/api/v1/verification?number=000G40-R40M30-E209FA", "/api/v1/lookup?number=\(number)", "/api/v1/lookup?number=none",
                "/api/v1/imports", "/api/v1/imports/1", "/api/v1/imports/1/findings", "/api/v1/organizations/\(number)/people",
                "/api/v1/organizations/\(number)/people/1",
                "/api/v1/decisions?area=320613", "/api/v1/hub-contracts", "/api/v1/assessment-runs", "/api/v1/assessments?area=320613",
                "/api/v1/calendars", "/api/v1/calendars/2026", "/api/v1/deadline-rules", "/api/v1/pending-items",
                "/api/v1/account/pending-items", "/api/v1/colleagues", "/api/v1/colleagues?organization=\(number)", "/api/v1/audit-events",
                "/api/v1/audit-events?district=320613&question=refused",
                "/api/v1/credit-codes/52320613MJ0123456L", "/api/v1/credit-codes/123", "/healthz", "/readyz", "/metrics", "/openapi.yaml",
            ]
        for path in paths + others {
            let first = try await client.get(path)
            #expect(first.status == 200, "\(path) \(first.text)")
            if let tag = first.headers[.eTag] {
                #expect(try await client.get(path, headers: [.ifNoneMatch: tag]).status == 304, "\(path)")
            }
            let wrong = try await client.send("GET", path, nil, headers: [.accept: "image/png"])
            if path.hasPrefix("/api") { #expect(wrong.status == 406) }
        }
    }
}
