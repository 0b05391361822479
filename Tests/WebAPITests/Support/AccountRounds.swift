import HTTPSupport
import HTTPTypes
import Postgres
import Testing

/// Every operation about accounts, one after the other, by a security administrator and by somebody of a hub.
enum AccountRounds {
    static let administrator: JSONValue = #"{"role": "securityAdministrator"}"#

    /// - Parameter pool: of the database, for what comes about in a browser alone.
    static func go(_ client: CheckedClient, _ pool: PostgresPool) async throws {
        var administrator = try await client.person("anquan", role: Self.administrator).session
        _ = try await administrator.addSecondFactor()
        #expect(try await administrator.send("POST", "/account/recovery-codes", Samples.release).status == 200)
        let invited = try await administrator.send("POST", "/accounts", Samples.invitation)
        let path = try #require(invited.headers[.location]?.dropFirst("/api/v1".count))
        let granted = try await administrator.send("POST", "\(path)/roles", Samples.role)
        #expect(granted.status == 201, "\(granted.text)")
        let role = try #require(granted.json["items"]?.elements.first?["number"]?.integer)
        let renewed = try await administrator.send("POST", "\(path)/invitation", Samples.release)
        #expect(renewed.status == 201, "\(renewed.text)")
        try await ownAccount(client, pool, try #require(renewed.json["invitation"]?.text), role: role, administrator: &administrator, path)
        for list in ["/accounts?state=active&login=ang&size=1", "/accounts?size=1", String(path), "/account", "/account/tokens"] {
            #expect(try await administrator.send("GET", list).status == 200, "\(list)")
        }
        #expect(try await administrator.send("DELETE", "\(path)/sessions").json["ended"] == .number("1"))
        let identity = try await administrator.send("GET", String(path)).json["identities"]?.elements.first?["number"]?.integer
        let left = try await administrator.send("DELETE", "\(path)/identities/\(identity ?? 0)")
        #expect(left.json["items"]?.elements.isEmpty == true, "\(left.text)")
        #expect(try await administrator.send("DELETE", "\(path)/roles/\(role)?last=2026-07-31").status == 200)
        for move in ["disabling", "enabling"] {
            #expect(try await administrator.send("POST", "\(path)/\(move)", Samples.release).status == 200, "\(move)")
        }
        #expect(try await administrator.send("DELETE", "/session").status == 204)
        #expect(administrator.cookie == nil)
    }

    private static func ownAccount(
        _ client: CheckedClient, _ pool: PostgresPool, _ invitation: String, role: Int, administrator: inout APISession, _ path: Substring
    ) async throws {
        var person = APISession(client)
        #expect(try await person.send("POST", "/account/activation", .activation(invitation)).status == 200)
        var elsewhere = person
        for _ in 1...2 { try await elsewhere.signIn("wangke") }
        #expect(try await person.signIn("wangke").status == 201)
        #expect(try await person.send("GET", "/session").json["secondFactor"] == "notNeeded")
        #expect(try await person.send("POST", "/session/confirmation", .password(APISession.password)).status == 200)
        for list in ["/sessions", "/account", "/account/tokens"] {
            let first = try await person.send("GET", list)
            #expect(first.status == 200)
            #expect(try await person.send("GET", list, headers: [.ifNoneMatch: first.headers[.eTag] ?? ""]).status == 304)
        }
        var tokens: [Int] = []
        for _ in 1...2 {
            let text = String(decoding: Samples.token.bytes, as: UTF8.self).replacing("\"role\":1", with: "\"role\":\(role)")
            let made = try await person.send("POST", "/account/tokens", JSONValue(stringLiteral: text))
            #expect(made.status == 201, "\(made.text)")
            tokens.append(try #require(made.json["token"]?["number"]?.integer))
        }
        #expect(try await person.send("DELETE", "/account/tokens/\(tokens[0])").status == 204)
        #expect(try await administrator.send("DELETE", "\(path)/tokens/\(tokens[1])").status == 204)
        let others = try await person.send("GET", "/sessions").json["items"]?.elements.filter { $0["isThis"] == .boolean(false) } ?? []
        let other = try #require(others.first?["number"]?.integer)
        #expect(try await person.send("DELETE", "/sessions/\(other)").status == 204)
        #expect(try await person.send("DELETE", "/sessions").status == 200)
        #expect(try await person.send("PUT", "/account/password", Samples.password).status == 200)
        _ = try await pool.query(
            """
            INSERT INTO external_identities (issuer, subject, account, linked_at)
            SELECT 'https://login.example/' || n, 'person-1', account, created_at FROM accounts, generate_series(1, 2) n
             WHERE login = 'wangke'
            """)
        let identities = try await person.send("GET", "/account").json["identities"]?.elements.compactMap { $0["number"]?.integer } ?? []
        #expect(identities.count == 2)
        #expect(try await person.send("DELETE", "/account/identities/\(identities.first ?? 0)").status == 204)
    }
}
