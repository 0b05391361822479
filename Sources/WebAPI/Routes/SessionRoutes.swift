import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Values
import Workflow

/// Coming in, proving who one is, leaving. The session's token travels in its cookie alone; what changes something carries the `csrf` of
/// these answers in `X-CSRF-Token`.
///
/// | Method | Path                    | Use case          |
/// |--------|-------------------------|-------------------|
/// | POST   | `/session`              | `SignIn`          |
/// | GET    | `/session`              | `ShowOwnAccount`  |
/// | DELETE | `/session`              | `SignOut`         |
/// | POST   | `/session/confirmation` | `ConfirmIdentity` |
/// | GET    | `/sessions`             | `ListOwnSessions` |
/// | DELETE | `/sessions`             | `EndOwnSessions`  |
/// | DELETE | `/sessions/{session}`   | `EndOwnSessions`  |
struct SessionRoutes: AccountRouteSet {
    let accounts: UserAccounts

    func add(to router: PermittedRoutes) {
        router.secretAPI(.post, "/session", .act(.signIn), signIn)
        router.api(.get, "/session", .reading(.showOwnAccount)) { _, context in
            let session = try context.ownSession()
            let account = try await ShowOwnAccount(accounts: accounts)(as: context.caller).account
            let file = SessionFile(account: account, secondFactor: session.found.secondFactor, csrf: session.found.csrf)
            return .json { json in file.write(to: &json) }
        }
        router.api(.delete, "/session", .act(.signOut)) { _, context in
            try await SignOut(accounts: accounts)(try context.ownSession().token, as: context.caller)
            return Response(status: .noContent, headers: [.setCookie: SessionCookie.removing])
        }
        router.secretAPI(.post, "/session/confirmation", .act(.confirmIdentity)) { request, context in
            let proof = try await request.object { (fields) throws(Refusal) in try ConfirmIdentity.Proof(&fields) }
            return .session(
                try await ConfirmIdentity(accounts: accounts)(proof, of: try context.ownSession().token, as: context.caller))
        }
        router.api(.get, "/sessions", .reading(.listOwnSessions)) { request, context in
            let own = context.session?.found.session.number
            let sessions = try await ListOwnSessions(accounts: accounts)(as: context.caller)
            return .list(sessions.map { OwnSession(session: $0, isThis: $0.number == own) }, for: request)
        }
        router.api(.delete, "/sessions", .act(.endOwnSessions)) { _, context in
            let ended = try await EndOwnSessions(accounts: accounts)(.allBut(try context.ownSession().token), as: context.caller)
            return .json { json in json.object { $0.member("ended", ended) } }
        }
        router.api(.delete, "/sessions/{session}", .act(.endOwnSessions)) { _, context in
            try await EndOwnSessions(accounts: accounts)(.one(try context.number("session", of: .session)), as: context.caller)
            return Response(status: .noContent)
        }
    }

    @Sendable private func signIn(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (login, password, code) = try await request.object { (fields) throws(Refusal) -> (String, String, String?) in
            (try fields.value("login", .text(longest: 200)), try fields.value("password", .secret), try fields.optional("code", .secret))
        }
        let attempt = SignInAttempt(
            login: login, password: password, code: code, address: context.address, device: request.headers[.userAgent],
            replaced: SessionCookie.token(of: request))
        let session = try await SignIn(accounts: accounts)(attempt, as: .visitor)
        return .session(session, .created, headers: [.location: "/api/v1/session"])
    }
}

extension ServiceContext {
    /// The session that the request came by.
    ///
    /// - Throws: ``Refusal/signInNeeded`` for who has come by none.
    func ownSession() throws(Refusal) -> RequestSession {
        guard let session else { throw .signInNeeded }
        return session
    }

    /// The number in the path of something that hangs on an account.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well.
    func number(_ name: String, of subject: Refusal.Subject) throws(Refusal) -> Int64 {
        let text = key(name)
        guard let number = Int64(text), number > 0 else { throw .notFound(subject, text) }
        return number
    }
}

extension Response {
    /// A session that somebody has begun, or that got another token, with its cookie.
    static func session(_ session: NewSession, _ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        Response.json(status, headers: headers) { SessionFile(session).write(to: &$0) }.carrying(session)
    }
}

extension ConfirmIdentity.Proof {
    /// A code or a password, not both.
    fileprivate init(_ fields: inout JSONFields) throws(Refusal) {
        let code = try fields.optional("code", .secret)
        let password = try fields.optional("password", .secret)
        switch (code, password) {
        case (let code?, nil): self = .code(code)
        case (nil, let password?): self = .password(password)
        case (nil, nil): throw .missing(field: "code")
        case (.some, .some):
            throw .notPossible(field: "password", BilingualText(zh: "动态码和密码只需给出一个", en: "give a code or a password, not both"))
        }
    }
}
