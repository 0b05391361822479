import HTTPSupport
import HTTPTypes
import Testing

/// Accounts as they are administered by the interface, and tokens of programs.
@Suite struct AccountAPITests {
    private static let staff: JSONValue = #"{"role": "hubStaff", "area": "320613"}"#

    private static func token(of session: inout APISession, scopes: String = #"["read"]"#) async throws -> CheckedClient.Answer {
        let roles = try await session.send("GET", "/account").json["roles"]?.elements ?? []
        let role = roles.first?["number"]?.integer ?? 1
        return try await session.send(
            "POST", "/account/tokens",
            JSONValue(stringLiteral: #"{"name": "月报", "role": \#(role), "scopes": \#(scopes), "days": 30}"#))
    }

    @Test func `a program with a token does what the token was made for, and nothing about accounts`() async throws {
        try await APIUnderTest.run { client in
            var session = try await client.person("zhoumin", role: Self.staff).session
            let made = try await Self.token(of: &session)
            #expect(made.headers[.cacheControl] == "no-store")
            let secret = try #require(made.json["secret"]?.text)
            let bearer: HTTPFields = [.authorization: "Bearer \(secret)"]
            #expect(try await client.get("/api/v1/pending-items", headers: bearer).status == 200)
            #expect(try await client.post("/api/v1/organizations", Samples.organization, headers: bearer).status == 403)
            for path in ["/account", "/session", "/sessions", "/account/tokens", "/accounts"] {
                #expect(try await client.get("/api/v1\(path)", headers: bearer).status == 403, "\(path)")
            }
            #expect(try await client.post("/api/v1/account/tokens", Samples.token, headers: bearer).status == 403)
            #expect(try await session.send("GET", "/account/tokens").text.contains(secret) == false)
            let number = try #require(made.json["token"]?["number"]?.integer)
            #expect(try await session.send("DELETE", "/account/tokens/\(number)").status == 204)
            #expect(try await session.send("DELETE", "/account/tokens/\(number)").status == 404)
            #expect(try await client.get("/api/v1/areas", headers: bearer).status == 401)
            for wrong in ["Bearer", "Bearer x", "Basic \(secret)", "Bearer \(String(repeating: "0", count: 64))"] {
                #expect(try await client.get("/api/v1/areas", headers: [.authorization: wrong]).status == 401, "\(wrong)")
            }
        }
    }

    @Test(arguments: [#"[]"#, #"["write"]"#, #"["sign-in"]"#, #"["create-own-token"]"#]) func `a token is made for what programs may do`(
        scopes: String
    ) async throws {
        try await APIUnderTest.run { client in
            var session = try await client.person("zhoumin", role: Self.staff).session
            let answer = try await Self.token(of: &session, scopes: scopes)
            #expect(answer.status == 422 && answer.json["field"] == "scopes", "\(answer.text)")
        }
    }

    @Test func `who is disabled is out at once, with every session and token`() async throws {
        try await APIUnderTest.run { client in
            var (session, number) = try await client.person("zhoumin", role: Self.staff)
            let secret = try #require(try await Self.token(of: &session).json["secret"]?.text)
            var administrator = try await client.person("anquan", role: AccountRounds.administrator).session
            #expect(try await administrator.send("POST", "/accounts/\(number)/disabling", Samples.release).status == 403, "one factor")
            _ = try await administrator.addSecondFactor()
            let disabled = try await administrator.send("POST", "/accounts/\(number)/disabling", Samples.release)
            #expect(disabled.json["state"] == "disabled")
            #expect(try await administrator.send("POST", "/accounts/\(number)/disabling", Samples.release).status == 409)
            #expect(try await session.send("GET", "/session").status == 401)
            #expect(try await client.get("/api/v1/areas", headers: [.authorization: "Bearer \(secret)"]).status == 401)
            #expect(try await administrator.send("POST", "/accounts/\(number)/enabling", Samples.release).json["state"] == "active")
            #expect(try await session.send("GET", "/session").status == 401, "what ended stays ended")
            #expect(try await session.signIn("zhoumin").status == 201)
        }
    }

    @Test func `an administrator changes neither the own account nor duties`() async throws {
        try await APIUnderTest.run { client in
            var (administrator, own) = try await client.person("anquan", role: AccountRounds.administrator)
            _ = try await administrator.addSecondFactor()
            for path in ["disabling", "enabling", "invitation"] {
                let answer = try await administrator.send("POST", "/accounts/\(own)/\(path)", Samples.release)
                #expect(answer.status == 403 && answer.json["type"] == "/problems/own-account", "\(path)")
            }
            #expect(try await administrator.send("POST", "/accounts/\(own)/roles", Samples.role).status == 403)
            let number = try await client.person("zhoumin", role: Self.staff).number
            let other = try await administrator.send("POST", "/accounts/\(number)/roles", AccountRounds.administrator)
            #expect(other.status == 409 && other.json["type"] == "/problems/roles-incompatible")
            let unknown = try await administrator.send("POST", "/accounts", #"{"login": "ZHOUMIN", "displayName": "周敏"}"#)
            #expect(unknown.status == 409 && unknown.json["type"] == "/problems/login-taken")
        }
    }

    @Test(arguments: [
        (#"{"role": "hubStaff"}"#, "area"), (#"{"role": "hubStaff", "area": "320613", "nation": true}"#, "nation"),
        (#"{"role": "official", "area": "320613", "organization": "320613-1"}"#, "nation"), (#"{"role": "mayor"}"#, "role"),
        (#"{"role": "hubStaff", "area": "999999"}"#, ""), (#"{"role": "hubStaff", "organization": "320613-1"}"#, ""),
        (#"{"role": "official", "area": "320613", "contract": 1}"#, "contract"),
        (#"{"role": "hubStaff", "area": "320613", "contract": 0}"#, "contract"),
        (#"{"role": "hubStaff", "area": "320613", "from": "2026-08-01", "until": "2026-07-01"}"#, "until"),
    ]) func `a grant without a fitting place is refused`(body: String, field: String) async throws {
        try await APIUnderTest.run { client in
            let number = try await client.person("zhoumin").number
            let answer = try await client.post("/api/v1/accounts/\(number)/roles", JSONValue(stringLiteral: body))
            #expect(answer.status == 422, "\(answer.text)")
            if !field.isEmpty { #expect(answer.json["field"] == .string(field), "\(answer.text)") }
        }
    }

    @Test(arguments: ["0", "-1", "x", "99999999999999999999", "%FF", "4000"]) func `an account that there is not is not found`(
        key: String
    ) async throws {
        try await APIUnderTest.run { client in
            let shown = try await client.get("/api/v1/accounts/\(key)")
            let granted = try await client.post("/api/v1/accounts/\(key)/roles", Self.staff)
            #expect(shown.status == 404 && granted.status == 404)
            for path in ["roles/1", "sessions", "tokens/1"] {
                let answer = try await client.send("DELETE", "/api/v1/accounts/\(key)/\(path)", nil)
                #expect(answer.status == 404, "\(path)")
            }
        }
    }

    @Test func `an invitation counts once, and whoever has it chooses no guessed password`() async throws {
        try await APIUnderTest.run { client in
            let invited = try await client.post("/api/v1/accounts", Samples.invitation)
            let invitation = try #require(invited.json["invitation"]?.text)
            var visitor = APISession(client)
            let guessed: JSONValue = .object([
                .init(name: "invitation", value: .string(invitation)), .init(name: "password", value: "wangke2026"),
            ])
            let refused = try await visitor.send("POST", "/account/activation", guessed)
            #expect(refused.status == 422 && refused.json["field"] == "password", "\(refused.text)")
            #expect(try await visitor.send("POST", "/account/activation", .activation(invitation)).json["state"] == "active")
            for wrong in [invitation, "none", String(repeating: "0", count: 64)] {
                let answer = try await visitor.send("POST", "/account/activation", .activation(wrong))
                #expect(answer.status == 404 && answer.json["type"] == "/problems/invitation-invalid")
            }
        }
    }
}
