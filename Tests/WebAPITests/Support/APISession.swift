import HTTPSupport
import HTTPTypes
import Testing

/// A program that comes in by a session, keeps its cookie, and sends what a change must carry.
struct APISession {
    let client: CheckedClient
    /// The value of `Cookie`.
    private(set) var cookie: String?
    private(set) var csrf: String?
    static let password = "Lingshi-2026-Kuaile"

    init(_ client: CheckedClient) {
        self.client = client
    }

    /// A request as this session.
    @discardableResult mutating func send(
        _ method: String, _ path: String, _ body: JSONValue? = nil, headers more: HTTPFields = [:]
    ) async throws -> CheckedClient.Answer {
        var headers = more
        headers[.cookie] = cookie
        if method != "GET", headers[Who.forgeryToken] == nil { headers[Who.forgeryToken] = csrf }
        // Without a session, whoever comes is a visitor.
        if cookie == nil { headers[Who.field] = Who.visitor.name }
        let answer = try await client.send(method, "/api/v1\(path)", body?.bytes, headers: headers)
        for value in answer.headers[values: .setCookie] {
            let pair = String(value.prefix { $0 != ";" })
            cookie = pair == "__Host-session=" ? nil : pair
        }
        if let given = answer.json["csrf"]?.text ?? answer.json["session"]?["csrf"]?.text { csrf = given }
        return answer
    }

    @discardableResult mutating func signIn(_ login: String, password: String = Self.password, code: String? = nil) async throws
        -> CheckedClient.Answer
    {
        let code = code.map { [JSONValue.Member(name: "code", value: .string($0))] } ?? []
        return try await send(
            "POST", "/session",
            .object([.init(name: "login", value: .string(login)), .init(name: "password", value: .string(password))] + code))
    }

    /// Sets up a second factor.
    ///
    /// - Returns: the key, and the recovery codes.
    mutating func addSecondFactor() async throws -> (key: String, recovery: [String]) {
        let offer = try await send("POST", "/account/second-factor", Samples.release)
        #expect(offer.status == 200, "\(offer.text)")
        let key = try #require(offer.json["key"]?.text)
        let done = try await send("PUT", "/account/second-factor", .code(OneTimeKey(key).code(stepsAhead: -1)))
        #expect(done.status == 200, "\(done.text)")
        #expect(done.json["session"]?["secondFactor"] == "given")
        return (key, done.json["recoveryCodes"]?.elements.compactMap(\.text) ?? [])
    }
}

extension JSONValue {
    static func code(_ code: String) -> JSONValue { .object([.init(name: "code", value: .string(code))]) }
    static func password(_ password: String) -> JSONValue { .object([.init(name: "password", value: .string(password))]) }
}

extension CheckedClient {
    /// Makes an account as the person at the machine does, has it activated, and comes in by it.
    ///
    /// - Parameter role: the body of a grant; nil for none.
    /// - Returns: the session, with the account's number.
    func person(_ login: String, role: JSONValue? = nil) async throws -> (session: APISession, number: Int) {
        let name = JSONValue.Member(name: "displayName", value: .string("周敏"))
        let invited = try await post("/api/v1/accounts", .object([.init(name: "login", value: .string(login)), name]))
        let number = try #require(invited.json["account"]?["number"]?.integer, "\(invited.text)")
        if let role {
            // A hub's people hold their roles by a contract.
            _ = try await post("/api/v1/hub-contracts", Samples.contract)
            let granted = try await post("/api/v1/accounts/\(number)/roles", role)
            try #require(granted.status == 201, "\(granted.text)")
        }
        var session = APISession(self)
        let taken = try await session.send("POST", "/account/activation", .activation(try #require(invited.json["invitation"]?.text)))
        try #require(taken.status == 200, "\(taken.text)")
        let entered = try await session.signIn(login)
        try #require(entered.status == 201, "\(entered.text)")
        return (session, number)
    }
}

extension JSONValue {
    static func activation(_ invitation: String) -> JSONValue {
        .object([
            .init(name: "invitation", value: .string(invitation)), .init(name: "password", value: .string(APISession.password)),
        ])
    }
}
