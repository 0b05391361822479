import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path | Use case                                                           |
/// |--------|------|--------------------------------------------------------------------|
/// | GET    | `/`  | `ListOrganizations`; for staff `SummarizeArea` and `ListFlagged` too |
struct HomePages: PageSet {
    let registry: Registry
    private static let flaggedShown = 6

    func add(to routes: PermittedRoutes) {
        routes.page("/", .reading(.listOrganizations)) { visit in
            guard visit.mayDo(.reading(.listFlagged)) else { return try visit.answer(VisitorHomeView(visit.w), in: .home) }
            return try await staff(visit)
        }
    }

    /// What waits for somebody who works here, in the widest area that they reach.
    private func staff(_ visit: Visit) async throws -> Response {
        let area = visit.caller.widestArea
        let summary = try await permitted { try await SummarizeArea(registry: registry)(area, run: nil, as: visit.caller) }
        let flagged = try await permitted {
            try await ListFlagged(registry: registry)(
                run: summary?.run?.run, area: area, page: PageRequest(size: Self.flaggedShown), as: visit.caller)
        }
        return try visit.answer(StaffHomeView(summary, flagged, visit), in: .home)
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
}

/// Where visitors begin.
struct VisitorHomeView: PageView {
    static let template = "home-visitor"

    let title: String
    let categories: [LinkView]
    let process: String

    init(_ w: Words) {
        title = w(Catalogue.home.title)
        categories = OrganizationCategory.allCases.map {
            LinkView(label: w($0.words), address: PageAddress.of(SitePart.directory.path, [("category", $0.rawValue)]))
        }
        process = ProcessPages.path
    }
}
