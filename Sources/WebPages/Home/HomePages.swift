import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path | Use case                                                                                                   |
/// |--------|------|------------------------------------------------------------------------------------------------------------|
/// | GET    | `/`  | `ListOrganizations`; for staff `ListOwnPending`, `ListWaitingDecisions`, `SummarizeArea`, `ListFlagged` and `BrowseAudit` too; for members of an organization what its page shows |
struct HomePages: PageSet {
    let registry: Registry
    private static let flaggedShown = 6
    private static let pendingShown = 10
    private static let decisionsShown = 5
    private static let eventsShown = 6

    func add(to routes: PermittedRoutes) {
        routes.page("/", .reading(.listOrganizations)) { visit in
            if visit.mayDo(.reading(.listFlagged)) { return try await staff(visit) }
            if let own = visit.ownOrganization { return try await member(own, visit) }
            return try visit.answer(VisitorHomeView(visit), in: .home)
        }
    }

    /// What waits for somebody who works here, in the widest area that they reach.
    private func staff(_ visit: Visit) async throws -> Response {
        let area = visit.caller.widestArea
        let summary = try await permitted { try await SummarizeArea(registry: registry)(area, run: nil, as: visit.caller) }
        let flagged = try await permitted {
            try await ListFlagged(registry: registry)(
                run: summary?.run?.run, isCurrent: true, area: area, page: PageRequest(size: Self.flaggedShown), as: visit.caller)
        }
        let decisions = try await permitted {
            try await ListWaitingDecisions(registry: registry)(in: area, page: PageRequest(size: Self.decisionsShown), as: visit.caller)
        }
        let pending = try await permitted { try await ListOwnPending(registry: registry)(Self.pendingShown, as: visit.caller) }
        let lines = pending?.lines ?? []
        let places = try await registry.placesOfOwners(lines, as: visit.caller)
        let events = try await newestEvents(in: area?.district, visit)
        let named = try await visit.naming(lines.map(\.item.owner.person) + (events?.items.map(\.caller) ?? []), in: registry)
        let waiting = WaitingForCallerView(pending, decisions, places, today: registry.today, named)
        let audit = events.map { AuditForCallerView($0, of: area?.district, named) }
        return try named.answer(StaffHomeView(summary, flagged, waiting, audit, named), in: .home)
    }

    /// The last acts, for those whose job it is to look at them.
    private func newestEvents(in district: District?, _ visit: Visit) async throws -> Page<AuditRecord>? {
        guard visit.mayDo(.reading(.listAuditEvents)) else { return nil }
        return try await permitted {
            try await BrowseAudit(registry: registry)(of: district, page: PageRequest(size: Self.eventsShown), as: visit.caller)
        }
    }

    /// An organization's own file, for its people.
    private func member(_ number: OrganizationNumber, _ visit: Visit) async throws -> Response {
        let dossier = try await registry.gathering { try await OrganizationDossier(number, in: registry, as: visit.caller) }
        let named = try await visit.naming(dossier.people, of: number, in: registry)
        return try named.answer(MemberHomeView(dossier, named), in: .home)
    }
}

extension Visit {
    /// The organization of which the reader is a member; of several, the one that the address names or else the first.
    fileprivate var ownOrganization: OrganizationNumber? {
        let own = caller.ownOrganizations
        return query.text("organization").flatMap { OrganizationNumber($0) }.flatMap { own.contains($0) ? $0 : nil } ?? own.first
    }
}

extension Caller {
    /// The widest area in which the caller holds a role; nil for the whole register.
    fileprivate var widestArea: AreaCode? {
        guard case .account(let holdings, _) = requester else { return nil }
        let areas = holdings.compactMap { holding -> AreaCode? in if case .area(let code) = holding.scope { code } else { nil } }
        if holdings.contains(where: { $0.scope == .nation }) { return nil }
        return areas.min { ($0.text.utf8.count, $0) < ($1.text.utf8.count, $1) }
    }

    /// The organizations of which the caller is a member.
    var ownOrganizations: [OrganizationNumber] {
        guard case .account(let holdings, _) = requester else { return [] }
        return holdings.compactMap { if case .organization(let number) = $0.scope { number } else { nil } }
            .sorted { $0.description < $1.description }
    }
}

/// Where visitors begin.
struct VisitorHomeView: PageView {
    static let template = "home-visitor"

    let title: String
    let categories: [LinkView]
    let process: String
    let isSignedIn: Bool
    let jobs: [LinkView]

    init(_ visit: Visit) {
        let w = visit.w
        title = w(Catalogue.home.title)
        categories = OrganizationCategory.allCases.map {
            LinkView(label: w($0.words), address: PageAddress.of(SitePart.directory.path, [("category", $0.rawValue)]))
        }
        process = ProcessPages.path
        // Whoever keeps the system works on no cases: they find here what they may do.
        isSignedIn = visit.caller.account != nil
        jobs = UseCaseLink.ofAdministrators.filter { visit.mayDo($0.useCase) }.map { LinkView(label: w($0.words), address: $0.address) }
    }
}
