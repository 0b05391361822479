import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// Forms about other people's accounts.
///
/// | Method    | Path                        | Use case        |
/// |-----------|-----------------------------|-----------------|
/// | GET, POST | `/accounts/new`             | `InviteAccount` |
/// | GET, POST | `/accounts/{account}/roles` | `GrantRole`     |
struct AccountFormPages: AccountPageSet {
    let accounts: UserAccounts
    static let newPath = "/accounts/new"

    func add(to routes: PermittedRoutes) {
        routes.page(Self.newPath, .act(.inviteAccount)) { visit in try Self.invitation.answer(visit) }
        routes.on(Self.newPath, method: .post, for: .act(.inviteAccount), whenSessionIsLost: routes.lostSession) { request, context in
            let visit = Visit(request, context)
            return try await KeptForm.whileProving(visit, in: accounts) { try await invite(visit) }
        }
        routes.page("/accounts/{account}/roles", .act(.grantRole)) { visit in try Self.grant(of: try visit.account()).answer(visit) }
        routes.on("/accounts/{account}/roles", method: .post, for: .act(.grantRole), whenSessionIsLost: routes.lostSession) {
            request, context in
            let visit = Visit(request, context)
            return try await KeptForm.whileProving(visit, in: accounts) { try await grantRole(to: try visit.account(), visit) }
        }
    }

    private static let invitation = AccountForm(
        path: newPath, title: Catalogue.accounts.invite, lead: Catalogue.accounts.inviteLead,
        fields: [
            FormField(name: "login", label: Catalogue.signIn.login, kind: .text, hint: Catalogue.accounts.loginHint, longest: 64),
            FormField(name: "displayName", label: Catalogue.signIn.displayName, kind: .text, longest: 100),
        ], submit: Catalogue.accounts.invite, back: .accounts)

    private func invite(_ visit: Visit) async throws -> Response {
        try await Self.invitation.take(visit, accounts.registry) { typed, _ in
            let login = try LoginName(new: typed.typed("login").trimmed)
            let invitation = try await InviteAccount(accounts: accounts)(
                login, displayName: typed.typed("displayName").trimmed, as: visit.caller)
            return try visit.answer(InvitationView(invitation, visit.w), in: .accounts)
        }
    }

    private static func grant(of number: AccountNumber) -> AccountForm {
        let words = Catalogue.accounts
        return AccountForm(
            path: "\(AccountPages.address(of: number))/roles", title: words.grant, lead: words.grantLead,
            fields: [
                FormField(name: "role", label: Catalogue.signIn.role, kind: .choice(FormOption.all(Role.self, \.words))),
                FormField(name: "area", label: words.area, kind: .area, isOptional: true),
                FormField(
                    name: "organization", label: words.organization, kind: .text, hint: words.organizationHint, isOptional: true,
                    longest: 20),
                FormField(name: "nation", label: words.nation, kind: .yesNo, isOptional: true),
                FormField(name: "from", label: words.from, kind: .day, hint: words.fromHint, isOptional: true),
                FormField(name: "until", label: words.until, kind: .day, hint: words.untilHint, isOptional: true),
            ], submit: words.grant, back: .otherAccount(number))
    }

    private func grantRole(to number: AccountNumber, _ visit: Visit) async throws -> Response {
        try await Self.grant(of: number).take(visit, accounts.registry, reading: Self.readGrant) { grant, _ in
            _ = try await GrantRole(accounts: accounts)(grant, to: number, as: visit.caller)
            return visit.redirect(to: AccountPages.address(of: number, after: .grantRole))
        }
    }

    private static func readGrant(_ reader: inout FormReader) async throws -> RoleGrant? {
        let role = reader.code("role", Role.self)
        let area = try await reader.area("area")
        let organization = reader.value("organization", expected: Catalogue.accounts.organizationHint) { OrganizationNumber($0) }
        let isNationwide = reader.yesNo("nation") ?? false
        let (from, until) = (reader.day("from"), reader.day("until"))
        guard let role, reader.faults.isEmpty else { return nil }
        let places = [area.map(Scope.area), organization.map(Scope.organization), isNationwide ? .nation : nil].compactMap(\.self)
        // A place that was forgotten must not become the widest one.
        guard places.count == 1 || places.isEmpty && role.isAdministrator else {
            reader.fail("area", reader.w(Catalogue.accounts.onePlace))
            return nil
        }
        return RoleGrant(role: role, scope: places.first ?? .nation, from: from, until: until)
    }
}
