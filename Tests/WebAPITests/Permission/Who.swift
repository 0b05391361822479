import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Incubation
import Testing
import Values

@testable import Workflow

/// Somebody who sends requests in the tests of permission, told apart by a field of the request.
struct Who: Hashable {
    let name: String
    let caller: Caller

    /// How a holding stands to the organization 320613-1, whose home is 320613001.
    enum Relation: String, CaseIterable {
        /// Held where the organization is: in its district, for itself, or in the nation.
        case own
        /// Held in another district, or for another organization.
        case other
        /// Held where the organization is, until yesterday.
        case expired
        /// As ``own``, in a session with one factor.
        case oneFactor
    }

    static let visitor = Who(name: "visitor", caller: .visitor)
    /// Signed in, with no role: all that is left of who was disabled.
    static func nobody() throws -> Who {
        Who(
            name: "nobody",
            caller: Caller(account: try account(), holdings: [], isTwoFactor: true, confirmedAt: APIUnderTest.now))
    }

    init(name: String, caller: Caller) {
        self.name = name
        self.caller = caller
    }

    /// - Returns: nil where the relation means nothing for the role: the nation has no other.
    init?(_ role: Role, _ relation: Relation) throws {
        guard let scope = try Self.scope(role, isOther: relation == .other) else { return nil }
        let holding = Holding(
            number: 1, role: role, scope: scope, from: try #require(Day(iso: "2020-01-01")),
            until: relation == .expired ? Day(iso: "2026-06-29") : nil)
        name = "\(role.rawValue)-\(relation.rawValue)"
        caller = Caller(
            account: try Self.account(role), holdings: [holding], isTwoFactor: relation != .oneFactor, confirmedAt: APIUnderTest.now)
    }

    /// Each role is another person's.
    private static func account(_ role: Role? = nil) throws -> AccountNumber {
        let place = role.flatMap { Role.allCases.firstIndex(of: $0) } ?? -1
        return try #require(AccountNumber(rawValue: Int64(place) + 10))
    }

    private static func scope(_ role: Role, isOther: Bool) throws -> Scope? {
        if role.isAdministrator { return isOther ? nil : .nation }
        if role == .organizationMember { return .organization(try #require(OrganizationNumber(isOther ? "320612-2" : "320613-1"))) }
        return .area(try #require(AreaCode(isOther ? "320612" : "320613")))
    }

    /// As whoever has come in by a session.
    var identification: Identification {
        guard let account = caller.account else { return Identification(caller) }
        let session = Session(
            number: 1, account: account, createdAt: APIUnderTest.now, lastSeenAt: APIUnderTest.now, confirmedAt: APIUnderTest.now,
            secondFactorAt: nil, device: nil)
        let found = SessionCaller(caller: caller, session: session, secondFactor: .notNeeded, csrf: Self.csrf)
        return Identification(RequestSession(token: SecretToken(), found: found))
    }

    /// What each request of a session carries.
    private static let csrf = SecretToken()

    /// Whoever a request says it comes from; the operator where it says nothing.
    static let identify: @Sendable (Request) async throws -> Identification = { request in
        guard let name = request.headers[field] else { return Identification(.localOperator) }
        return Identification(try all().first { $0.name == name }?.caller ?? .visitor)
    }

    static func all() throws -> [Who] {
        var all = [visitor, try nobody()]
        for role in Role.allCases { all += try Relation.allCases.compactMap { try Who(role, $0) } }
        return all
    }

    var headers: HTTPFields { [Self.field: name, Self.forgeryToken: Self.csrf.text] }

    /// The forced unwrap is safe: the name is a literal of letters and hyphens.
    // swift-format-ignore: NeverForceUnwrap
    static let forgeryToken = HTTPField.Name("X-CSRF-Token")!

    /// The forced unwrap is safe: the name is a literal of letters and a hyphen.
    // swift-format-ignore: NeverForceUnwrap
    static let field = HTTPField.Name("X-Test-Caller")!
}
