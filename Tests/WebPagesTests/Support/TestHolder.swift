import Access
import HTTPTypes
import Incubation
import Values
import Workflow

/// Somebody signed in with two factors who holds roles, told by a field of the request: what signing in does is tested elsewhere.
struct TestHolder: Hashable, Sendable {
    let account: Int64
    let roles: [Role]
    /// Where all of them are held: a district or an organization.
    let place: String

    /// - Parameter place: the code of an area, an organization's number, or `nation`.
    init(_ account: Int64, _ roles: [Role], at place: String = "320613") {
        (self.account, self.roles, self.place) = (account, roles, place)
    }

    /// Everybody who works on cases.
    static let staff = TestHolder(90, [.hubStaff, .hubManager, .official, .reviewer])

    /// Reads what ``headers`` say.
    init?(_ text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count >= 2, let account = Int64(parts[0]) else { return nil }
        self.init(account, parts.dropFirst(2).compactMap { Role(rawValue: $0) }, at: parts[1])
    }

    var headers: HTTPFields { [Self.field: ([String(account), place] + roles.map(\.rawValue)).joined(separator: " ")] }

    /// Whoever no place is known of reaches nothing.
    var caller: Caller {
        guard let number = AccountNumber(rawValue: account) else { return .visitor }
        let scope = place == "nation" ? .nation : OrganizationNumber(place).map(Scope.organization) ?? AreaCode(place).map(Scope.area)
        let holdings = roles.enumerated().compactMap { index, role in
            scope.map { Holding(number: Int64(index + 1), role: role, scope: $0, from: .earliest, until: nil) }
        }
        return Caller(account: number, holdings: holdings, isTwoFactor: true)
    }

    // The name is a literal of letters and hyphens.
    // swift-format-ignore: NeverForceUnwrap
    static let field = HTTPField.Name("X-Test-Holder")!
}
