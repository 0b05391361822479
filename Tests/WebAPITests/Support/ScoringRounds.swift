import HTTPSupport
import HTTPTypes
import Testing

/// Every operation about flags, rubrics and calibrations, one after the other, on an organization that was assessed.
struct ScoringRounds {
    /// Sends a request, and says what was answered.
    typealias Send = (_ method: String, _ path: String, _ body: JSONValue, _ headers: HTTPFields) async throws -> CheckedClient.Answer

    let client: CheckedClient
    let organization: String
    let send: Send

    func go() async throws {
        try await handle()
        let official = try await official()
        try await activate(as: official)
        try await learn(as: official)
    }

    /// A flag, from the first who has it to the last.
    private func handle() async throws {
        let path = "/api/v1/organizations/\(organization)"
        let flags = try await client.get(path + "/flags")
        let flag = try #require(flags.json["items"]?.elements.first)
        #expect(flag["version"] == .number("0") && flag["state"] == "open" && flag["finding"] != .null)
        let address = try path + "/flags/\(#require(flag["code"]?.text))"
        var tag = try await client.get(address).headers[.eTag] ?? ""
        #expect(EntityTag.version(in: tag) == 0)
        for act in Samples.flagActs {
            var headers: HTTPFields = [.ifMatch: tag]
            // What follows is the word of a named person.
            if act.path == "confirmation" { headers[Who.field] = "official-own" }
            let done = try await send(act.method, "\(address)/\(act.path)", act.body, headers)
            #expect(done.status == 200, "\(act.path) \(done.text)")
            tag = done.headers[.eTag] ?? ""
            if act.path == "escalation" {
                let list = try await client.get("/api/v1/flags?area=320613&owner=account-9&state=escalated&size=1")
                #expect(list.json["items"]?.elements.first?["code"] == flag["code"] && list.json["next"] == .null)
            }
        }
        try await handleTogether(try #require(flags.json["items"]?.elements.last))
        let history = try await client.get(address).json["history"]?.elements.compactMap { $0["act"]?.text }
        #expect(history == ["assign", "answer", "escalate", "confirm", "resolve"])
        let visited = try await send("POST", path + "/interventions", Samples.intervention, [:])
        #expect(visited.status == 201, "\(visited.text)")
    }

    /// Another flag, as one of several: looked at first, then done.
    private func handleTogether(_ flag: JSONValue) async throws {
        let body = Samples.batch(of: try #require(flag["code"]?.text), organization: organization)
        let preview = JSONValue(stringLiteral: String(decoding: body.bytes, as: UTF8.self).replacing("false", with: "true"))
        let shown = try await client.post("/api/v1/flag-batches", preview)
        #expect(shown.status == 200 && shown.json["items"]?.elements.first?["refusal"] == .null, "\(shown.text)")
        #expect(shown.json["items"]?.elements.first?["owner"] == .null, "nothing is done yet")
        let done = try await send("POST", "/api/v1/flag-batches", body, [:])
        #expect(done.json["items"]?.elements.first?["owner"] == "account-5", "\(done.text)")
        let late = try await client.post("/api/v1/flag-batches", body)
        #expect(late.json["items"]?.elements.first?["refusal"] == "version-stale", "\(late.text)")
    }

    /// Somebody else than the person at the machine, whose word counts in the whole register.
    private func official() async throws -> APISession {
        var session = try await client.person("guanli", role: #"{"role": "official", "nation": true}"#).session
        _ = try await session.addSecondFactor()
        return session
    }

    private func activate(as official: APISession) async throws {
        let checked = try await client.post("/api/v1/rubrics/check", Samples.ownRubric)
        #expect(checked.status == 200, "\(checked.text)")
        let proposed = try await send("POST", "/api/v1/rubrics", Samples.ownRubric, [:])
        #expect(proposed.status == 201 && proposed.json["hash"] == checked.json["hash"], "\(proposed.text)")
        let address = try #require(proposed.headers[.location])
        #expect(try await client.get(address).json["document"]?["id"] == "stricter")
        let differences = try await client.get(address + "/differences").json
        #expect(differences["hash"] == checked.json["hash"] && differences["besideHash"] != checked.json["hash"])
        #expect(differences["items"]?.elements.contains { $0["place"] == "id" && $0["after"] == "stricter" } == true)
        let changes = try await client.get(address + "/changes?asOf=2026-06-30&beside=stricter").json
        #expect(changes["organizations"] != .number("0") && changes["changed"] == .number("0") && changes["items"]?.elements == [])
        let tried = try await send("POST", address + "/trials", Samples.release, [:])
        #expect(tried.status == 201, "\(tried.text)")
        #expect(try await client.get(tried.headers[.location] ?? "").json["trial"]?["madeBy"] == "local-operator")
        let active = try await send("POST", address + "/activation", Samples.rubricActivation, official.headers)
        #expect(active.status == 200, "\(active.text)")
        let list = try await client.get("/api/v1/rubrics").json["items"]?.elements.filter { $0["isInForce"] == .boolean(true) }
        #expect(list?.compactMap { $0["id"] } == ["stricter"])
        let run = try await client.post("/api/v1/assessment-runs", #"{"asOf": "2026-06-30", "rubric": "stricter"}"#)
        #expect(run.json["rubricHash"] == checked.json["hash"], "\(run.text)")
    }

    private func learn(as official: APISession) async throws {
        for number in 1...8 {
            let born = JSONValue(
                stringLiteral: """
                    {"name": "第\(number)团", "legalForm": "unincorporated", "area": "320613002",
                     "firstStep": {"status": "filed", "since": "2023-06-01"}}
                    """)
            let created = try await client.post("/api/v1/organizations", born)
            guard number <= 5 else { continue }
            let ended = try await client.post(
                try #require(created.headers[.location]) + "/legal-status", #"{"status": "filingCancelled", "since": "2024-06-15"}"#,
                headers: [.ifMatch: created.headers[.eTag] ?? ""])
            try #require(ended.status == 200, "\(ended.text)")
        }
        let learned = try await send("POST", "/api/v1/calibrations", Samples.learning, [:])
        #expect(learned.status == 201, "\(learned.text)")
        let address = try #require(learned.headers[.location])
        let approved = try await send("POST", address + "/approval", Samples.calibrationApproval, official.headers)
        #expect(approved.status == 200, "\(approved.text)")
        #expect(approved.json["stage"] == "intercept" && approved.json["validFrom"] == "2026-07-01")
    }

    /// What there is to read then.
    var addresses: [String] {
        let below = [
            "/flags", "/interventions", "/trend", "/assessment/remedies", "/assessment/cohort", "/what-if?set=LT-01=20%25,FN-01=3",
        ]
        return below.map { "/api/v1/organizations/\(organization)\($0)" } + [
            "/api/v1/flags", "/api/v1/visit-samples?area=320613", "/api/v1/assessment-runs/2/changes?since=1", "/api/v1/rubrics",
            "/api/v1/rubrics/stricter", "/api/v1/rubrics/pooled-2", "/api/v1/rubrics/pooled-2/differences?beside=stricter",
            "/api/v1/rubrics/pooled-1/changes?asOf=2026-06-30&area=320613", "/api/v1/rubric-trials/1", "/api/v1/calibrations",
            "/api/v1/calibrations/1", "/api/v1/model-card",
        ]
    }
}

extension APISession {
    /// What each of its requests carries that changes something.
    var headers: HTTPFields {
        var headers: HTTPFields = [.cookie: cookie ?? ""]
        headers[Who.forgeryToken] = csrf
        return headers
    }
}
