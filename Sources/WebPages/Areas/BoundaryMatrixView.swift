import Incubation
import Values
import Workflow

/// Who serves whom where: areas against people served, with gaps and overlaps.
struct BoundaryMatrixView: PageView {
    static let template = "boundaries"

    struct Row: Encodable, Sendable {
        let area: String
        let address: String
        let cells: [Cell]
        let total: String
        let isEmpty: Bool
    }

    struct Cell: Encodable, Sendable {
        let count: String
        /// `gap`, `one`, `several`.
        let kind: String
        let isGap: Bool
        let people: String
        let organizations: [LinkView]
        let summary: String
    }

    let title: String
    let area: LinkView
    let columns: [String]
    let rows: [Row]
    let isEmpty: Bool
    let gaps: String
    let overlaps: String
    let unplaced: [LinkView]
    let hasUnplaced: Bool

    /// As many kinds of people as fit on a page; the rest are put together.
    private static let mostColumns = 8

    init(_ place: AreaInPlace, _ parts: [Area], _ served: [ServedPeople], today: Day, _ w: Words) {
        let words = Catalogue.area
        title = w(words.matrixTitle(w(place.area)))
        area = LinkView(label: w(place.area), address: AreaPages.address(of: place.area.code))
        let valid = parts.filter { $0.isValid(on: today) }
        let areas = valid.isEmpty ? [place.area] : valid
        let kinds = Self.kinds(served, w)
        columns = kinds
        var (gaps, overlaps) = (0, 0)
        rows = areas.map { area in
            let here = served.filter { $0.reaches(area.code) }
            let cells = kinds.map { kind -> Cell in
                let found = here.filter { Self.kind(of: $0, kinds, w) == kind }
                if found.isEmpty { gaps += 1 }
                if found.count > 1 { overlaps += 1 }
                return Cell(found, kind, w)
            }
            return Row(area: w(area), address: AreaPages.address(of: area.code), cells: cells, total: w(here.count), isEmpty: here.isEmpty)
        }
        self.gaps = w(words.gaps(gaps))
        self.overlaps = w(words.overlaps(overlaps))
        isEmpty = served.isEmpty
        unplaced = served.filter { one in !areas.contains { one.reaches($0.code) } }.prefix(50).map { LinkView($0, w) }
        hasUnplaced = !unplaced.isEmpty
    }

    /// The kinds of people that most organizations serve.
    private static func kinds(_ served: [ServedPeople], _ w: Words) -> [String] {
        var counts: [String: Int] = [:]
        for one in served { if let people = one.peopleServed { counts[people, default: 0] += 1 } }
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let rest = sorted.count > mostColumns || served.contains { $0.peopleServed == nil }
        return sorted.prefix(mostColumns) + (rest ? [w(Catalogue.area.others)] : [])
    }

    private static func kind(of one: ServedPeople, _ kinds: [String], _ w: Words) -> String {
        one.peopleServed.flatMap { kinds.contains($0) ? $0 : nil } ?? w(Catalogue.area.others)
    }
}

extension BoundaryMatrixView.Cell {
    /// How many organizations a cell names.
    private static let most = 20

    fileprivate init(_ found: [ServedPeople], _ people: String, _ w: Words) {
        count = found.isEmpty ? w(Catalogue.area.nobody) : w(found.count)
        kind = found.isEmpty ? "gap" : found.count == 1 ? "one" : "several"
        isGap = found.isEmpty
        self.people = people
        organizations = found.prefix(Self.most).map { LinkView($0, w) }
        summary = w(Catalogue.area.organizations(found.count))
    }
}

extension LinkView {
    fileprivate init(_ one: ServedPeople, _ w: Words) {
        self.init(
            label: w.language == .english ? one.englishName ?? one.name : one.name, address: OrganizationPages.address(of: one.number))
    }
}

extension ServedPeople {
    /// Whether it serves the area, a part of it, or an area around it.
    fileprivate func reaches(_ code: AreaCode) -> Bool {
        areas.contains { $0.text.utf8.starts(with: code.text.utf8) || code.text.utf8.starts(with: $0.text.utf8) }
    }
}
