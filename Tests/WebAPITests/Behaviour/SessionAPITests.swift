import HTTPSupport
import HTTPTypes
import Testing

/// Coming in by the interface, being kept out, and leaving.
@Suite struct SessionAPITests {
    private static let staff: JSONValue = #"{"role": "hubStaff", "area": "320613"}"#
    private static let official: JSONValue = #"{"role": "official", "area": "320613"}"#

    @Test func `a session begins with its cookie and its mark, and is worth nothing once it has ended`() async throws {
        try await APIUnderTest.run { client in
            var session = try await client.person("zhoumin", role: Self.staff).session
            let entered = try await session.signIn("zhoumin")
            let cookie = try #require(entered.headers[.setCookie])
            #expect(cookie.hasSuffix("; Path=/; SameSite=Lax; Secure; HttpOnly"))
            #expect(entered.headers[.cacheControl] == "no-store")
            #expect(!entered.text.contains(try #require(session.cookie?.split(separator: "=").last)), "the token is in the cookie alone")
            #expect(try await session.send("GET", "/session").json["csrf"]?.text == session.csrf)
            #expect(try await session.send("GET", "/pending-items").status == 200)
            let before = session
            #expect(try await session.send("DELETE", "/session").status == 204)
            var old = before
            #expect(try await old.send("GET", "/session").status == 401)
        }
    }

    @Test func `a change by a session needs the session's own mark`() async throws {
        try await APIUnderTest.run { client in
            var session = try await client.person("zhoumin", role: Self.staff).session
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            for mark in ["", "0", String(repeating: "0", count: 64)] {
                let answer = try await session.send("DELETE", "/sessions", headers: [Who.forgeryToken: mark])
                #expect(answer.status == 403 && answer.json["type"] == "/problems/forged-form")
            }
            for origin in ["cross-site", "same-site", "none"] {
                for (method, path, body) in [("DELETE", "/sessions", nil), ("POST", "/session", Samples.signIn)] {
                    let answer = try await session.send(method, path, body, headers: [site: origin])
                    #expect(answer.status == 403 && answer.json["type"] == "/problems/foreign-origin", "\(method) \(path) from \(origin)")
                }
            }
            #expect(try await session.send("DELETE", "/sessions", headers: [site: "same-origin"]).status == 200)
        }
    }

    @Test func `a wrong login, a wrong password and somebody who is kept out are told apart by nothing`() async throws {
        try await APIUnderTest.run { client in
            let number = try await client.person("zhoumin").number
            _ = try await client.person("wangke")
            #expect(try await client.post("/api/v1/accounts/\(number)/disabling", Samples.release).status == 200)
            var answers: Set<String> = []
            for (login, password) in [("zhoumin", APISession.password), ("wangke", "wrong-password"), ("nobody", APISession.password)] {
                var visitor = APISession(client)
                let answer = try await visitor.signIn(login, password: password)
                #expect(visitor.cookie == nil && !answer.text.contains(password))
                answers.insert("\(answer.status) " + answer.text.replacing(/"instance":"[^"]*"/, with: ""))
            }
            #expect(answers.count == 1 && answers.first?.hasPrefix("401 ") == true, "\(answers)")
        }
    }

    @Test func `whoever tries too often waits, and is told how long`() async throws {
        try await APIUnderTest.run { client in
            _ = try await client.person("zhoumin")
            var visitor = APISession(client)
            var statuses: [Int] = []
            for _ in 1...12 { statuses.append(try await visitor.signIn("zhoumin", password: "wrong").status) }
            #expect(statuses.first == 401 && statuses.last == 429)
            let waiting = try await visitor.signIn("zhoumin")
            #expect(waiting.status == 429 && waiting.headers[.retryAfter].flatMap { Int($0) } != nil)
        }
    }

    @Test func `a role that decides counts with its second factor only`() async throws {
        try await APIUnderTest.run { client in
            var session = try await client.person("wangke", role: Self.official).session
            #expect(try await session.send("GET", "/session").json["secondFactor"] == "toSetUp")
            let refused = try await session.send("GET", "/pending-items")
            #expect(refused.status == 403 && refused.json["type"] == "/problems/second-factor-needed")
            let wrong = try await session.send("PUT", "/account/second-factor", .code("000000"))
            #expect(wrong.status == 403 && wrong.json["type"] == "/problems/proof-wrong", "without an offer")
            let (key, _) = try await session.addSecondFactor()
            #expect(try await session.send("GET", "/pending-items").status == 200)
            let used = try OneTimeKey(key).code(stepsAhead: -1)
            var again = APISession(client)
            #expect(try await again.signIn("wangke", code: used).status == 401, "a code counts once")
            #expect(try await again.signIn("wangke", code: try OneTimeKey(key).code()).json["secondFactor"] == "given")
        }
    }

    @Test func `a second factor that is missing is given afterwards, by a recovery code that counts once`() async throws {
        try await APIUnderTest.run { client in
            var session = try await client.person("wangke", role: Self.official).session
            let recovery = try await session.addSecondFactor().recovery
            #expect(recovery.count == 10 && Set(recovery).count == 10)
            var other = APISession(client)
            #expect(try await other.signIn("wangke").json["secondFactor"] == "needed")
            #expect(try await other.send("POST", "/session/confirmation", .password(APISession.password)).status == 403)
            let recovered = try await other.send("POST", "/session/confirmation", .code(recovery[0]))
            #expect(recovered.json["secondFactor"] == "given", "\(recovered.text)")
            #expect(try await other.send("POST", "/session/confirmation", .code(recovery[0])).status == 403, "it counted once")
        }
    }

    @Test func `a confirmation takes a code or a password, not both and not neither`() async throws {
        try await APIUnderTest.run { client in
            var session = try await client.person("zhoumin").session
            let both: JSONValue = #"{"code": "000000", "password": "Lingshi-2026-Kuaile"}"#
            #expect(try await session.send("POST", "/session/confirmation", both).json["field"] == "password")
            #expect(try await session.send("POST", "/session/confirmation", Samples.release).json["field"] == "code")
            let (before, cookie) = (session.csrf, session.cookie)
            #expect(try await session.send("POST", "/session/confirmation", .password(APISession.password)).status == 200)
            #expect(session.csrf != before && session.cookie != cookie, "the session has another token")
        }
    }

    @Test func `no refusal repeats a secret`() async throws {
        try await APIUnderTest.run { client in
            var session = try await client.person("zhoumin").session
            let secret = "geheim-9-Wort"
            let long = String(repeating: secret, count: 400)
            for (method, path, field) in [
                ("POST", "/session", "password"), ("PUT", "/account/password", "newPassword"),
                ("POST", "/account/activation", "invitation"), ("PUT", "/account/second-factor", "code"),
                ("POST", "/session/confirmation", "password"),
            ] {
                let sample = try #require(Samples.body(of: method, "/api/v1\(path)"))
                for wrong in [JSONValue.string(long), .array([.string(secret)]), .string(secret), .string(secret + "\0")] {
                    let body = JSONValue.object(sample.members.map { $0.name == field ? .init(name: field, value: wrong) : $0 })
                    let answer = try await session.send(method, path, body)
                    #expect(answer.status < 500 && !answer.text.contains(secret), "\(method) \(path) \(answer.text)")
                }
            }
        }
    }
}
