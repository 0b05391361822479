import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method   | Path                                              | Use case                              |
/// |----------|---------------------------------------------------|---------------------------------------|
/// | GET      | `/pending`                                        | `ListPending`                         |
/// | GET      | `/organizations/{number}/pending/{item}`          | `ShowPending`, for a move `ShowStanding` |
/// | GET POST | `/organizations/{number}/pending/{item}/hand-over` | `ReassignPending`                     |
/// | GET      | `/process/deadlines`                              | `ListDeadlineRules`                   |
struct PendingPages: PageSet {
    let registry: Registry
    static let path = "/pending"
    static let rules = "/process/deadlines"
    private static let pageSize = 50

    static func address(of number: PendingItemNumber) -> String {
        "\(OrganizationPages.address(of: number.organization))/pending/\(number.item)"
    }

    /// The place of a rule on the page of all rules.
    static func address(of rule: DeadlineRule) -> String { "\(rules)#\(anchor(of: rule))" }

    static func anchor(of rule: DeadlineRule) -> String {
        "\(rule.kind.rawValue)-\(rule.reference.jurisdiction?.text ?? "nation")-\(rule.reference.version)"
    }

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .reading(.listPending), list)
        routes.organizationPage("/pending/{item}", .reading(.showPending)) { visit, number in
            let item = try visit.pendingItem(of: number)
            let file = try await ShowPending(registry: registry)(item, as: visit.caller)
            let isMove = PendingKind.ofMoves.contains(file.item.kind) && file.item.state.isWaiting
            let standing = isMove ? try await permitted { try await ShowStanding(registry: registry)(to: number, as: visit.caller) } : nil
            let owners = file.history.compactMap(\.owner.area) + [file.item.owner.area].compactMap(\.self)
            let places = try await LocateAreas(registry: registry)(
                Set(owners + [file.rule.reference.jurisdiction].compactMap(\.self)), as: visit.caller)
            let done = visit.query.text("done").flatMap { Act(rawValue: $0) }
            let people = [file.item.owner.person] + file.history.map(\.owner.person)
            let named = try await visit.naming(people, of: number, in: registry)
            return try named.answer(
                PendingItemView(file, standing, places, today: registry.today, named), in: .pending,
                notice: done.map { visit.w(Catalogue.forms.done($0)) })
        }
        routes.form(HandOverForm.self, registry)
        routes.page(Self.rules, .reading(.listDeadlineRules)) { visit in
            let rules = try await ListDeadlineRules(registry: registry)(as: visit.caller)
            let places = try await LocateAreas(registry: registry)(Set(rules.compactMap(\.reference.jurisdiction)), as: visit.caller)
            return try visit.answer(DeadlineRulesView(rules, places, visit.w), in: nil)
        }
    }

    @Sendable private func list(_ visit: Visit) async throws -> Response {
        let query = visit.query
        let area = try await AreaChoice(query.text("area"), registry: registry, as: visit.caller)
        let filter = PendingFilter(
            role: try query.code("role", ResponsibleRole.self), area: area.code, standing: try query.code("standing", DeadlineStanding.self)
        )
        var found: Page<PendingLine>?
        if area.isClear {
            found = try await ListPending(registry: registry)(filter, page: try visit.page(size: Self.pageSize), as: visit.caller)
        }
        let places = try await registry.placesOfOwners(found?.items ?? [], as: visit.caller)
        let named = try await visit.naming((found?.items ?? []).map(\.item.owner.person), in: registry)
        return try named.answer(PendingListView(filter, area, found, places, today: registry.today, named), in: .pending)
    }
}

extension Visit {
    /// The item that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func pendingItem(of organization: OrganizationNumber) throws(Refusal) -> PendingItemNumber {
        let text = "\(organization)-\(key("item"))"
        guard let number = PendingItemNumber(text) else { throw .notFound(.pendingItem, text) }
        return number
    }
}
