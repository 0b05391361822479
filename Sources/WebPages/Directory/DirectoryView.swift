import Access
import Incubation
import Values
import Workflow

/// A list of organizations: the one that everybody may see, or what a member of staff reaches.
struct DirectoryView: PageView {
    static let template = "directory"

    struct Row: Encodable, Sendable {
        let name: String
        let otherName: String?
        let address: String
        let number: String
        let category: String
        let status: ChipView
        let place: String
        let since: String
        let sinceISO: String?
    }

    let title: String
    let search: String
    let area: AreaFieldView
    let categories: [OptionView]
    let statuses: [OptionView]
    let filter: FilterView
    let lead: String
    /// The form for a new organization, for those who keep files.
    let new: LinkView?
    /// Nil while it is open what is looked for.
    let results: Results?

    struct Results: Encodable, Sendable {
        let count: String
        let isEmpty: Bool
        let rows: [Row]
        let paging: PagingView
    }

    init(
        _ filter: OrganizationFilter, _ choice: AreaChoice, _ found: Page<CommunityOrganization>?, _ places: [AreaCode: AreaInPlace],
        part: SitePart, _ visit: Visit
    ) {
        let w = visit.w
        let isPublic = part == .directory
        title = w(isPublic ? Catalogue.directory.title : Catalogue.frame.organizations)
        lead = w(isPublic ? Catalogue.directory.lead : Catalogue.organization.listLead)
        new =
            !isPublic && visit.mayDo(.act(.createOrganization))
            ? LinkView(label: w(Catalogue.forms.newOrganization), address: "/organizations/new") : nil
        search = filter.search ?? ""
        area = AreaFieldView(choice, typed: visit.query.text("area"), visit)
        categories = OptionView.all(OrganizationCategory.self, chosen: filter.category, first: Catalogue.terms.any, w, words: \.words)
        statuses = OptionView.all(LegalStatus.self, chosen: filter.legalStatus, first: Catalogue.terms.any, w, words: \.words)
        self.filter = FilterView(
            part.path,
            [
                (Catalogue.directory.search, filter.search), (Catalogue.directory.area, area.chosen),
                (Catalogue.directory.category, categories.chosen), (Catalogue.directory.status, statuses.chosen),
            ], isWrong: !choice.isClear, w)
        results = found.map { page in
            let words = Catalogue.directory
            let isLastOfSeveral = visit.query.text("after") != nil && page.next == nil
            let shown = page.items.count
            return Results(
                count: w(isLastOfSeveral ? words.lastShown(shown) : words.shown(shown, more: page.next != nil)),
                isEmpty: page.items.isEmpty, rows: page.items.map { Row($0, places, in: part, w) },
                paging: PagingView(next: page.next, visit))
        }
    }
}

extension DirectoryView.Row {
    init(_ organization: CommunityOrganization, _ places: [AreaCode: AreaInPlace], in part: SitePart, _ w: Words) {
        let particulars = organization.particulars
        (name, otherName) = w.name(particulars)
        number = organization.number.description
        address = "\(part.path)/\(organization.number)"
        category = particulars.category.map { w($0.words) } ?? "–"
        status = ChipView(organization.legalStatus, w)
        place = places[particulars.area].map { w($0, isShort: true) } ?? particulars.area.text
        since = organization.legalStatusSince.map { w($0) } ?? w(Catalogue.terms.unknown)
        sinceISO = organization.legalStatusSince?.iso
    }
}

/// The ways to other parts of a list.
struct PagingView: Encodable, Sendable {
    let first: String?
    let next: String?
    let isNeeded: Bool

    /// - Parameter kept: parameters that the next part needs besides those of this one.
    init(next cursor: String?, _ visit: Visit, keeping kept: [String: String?] = [:]) {
        first = visit.query.text("after") == nil ? nil : visit.address(changing: [:])
        next = cursor.map { cursor in visit.address(changing: kept.merging(["after": cursor]) { $1 }) }
        isNeeded = first != nil || next != nil
    }
}
