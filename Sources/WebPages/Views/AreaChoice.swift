import HTTPSupport
import Incubation
import Values
import Workflow

/// What a person meant by an area, written as a code or as a name.
enum AreaChoice: Sendable {
    case none
    case one(AreaInPlace)
    /// Several areas have the name.
    case several([AreaInPlace])
    case unknown

    /// How many areas of one name are offered.
    private static let most = 12

    init(_ written: String?, registry: Registry, as caller: Caller) async throws {
        guard let written else {
            self = .none
            return
        }
        let locate = LocateAreas(registry: registry)
        if let code = AreaCode(written) {
            self = try await locate([code], as: caller)[code].map { .one($0) } ?? .unknown
            return
        }
        let named = try await ListAreas(registry: registry)(AreaFilter(name: written), page: PageRequest(size: Self.most), as: caller)
        let places = try await locate(Set(named.items.map(\.code)), as: caller)
        let found = named.items.compactMap { places[$0.code] }
        let today = registry.today
        // An area of the present goes before retired ones of the same name.
        let valid = found.filter { $0.area.isValid(on: today) }
        let offered = valid.isEmpty ? found : valid
        self = offered.isEmpty ? .unknown : offered.count == 1 ? .one(offered[0]) : .several(offered)
    }

    /// The code to narrow a list to.
    var code: AreaCode? {
        if case .one(let place) = self { place.area.code } else { nil }
    }

    /// Whether a list makes sense: not while it is open which area is meant.
    var isClear: Bool {
        switch self {
        case .none, .one: true
        case .several, .unknown: false
        }
    }
}

/// The field for an area, and what was made of it.
struct AreaFieldView: Encodable, Sendable {
    struct Offer: Encodable, Sendable {
        let label: String
        let address: String
    }

    /// What was typed.
    let value: String
    /// The place in full, where one was found.
    let place: String?
    let error: String?
    let offers: [Offer]

    init(_ choice: AreaChoice, typed: String?, _ visit: Visit) {
        let w = visit.w
        switch choice {
        case .none: (value, place, error, offers) = ("", nil, nil, [])
        case .one(let found): (value, place, error, offers) = (typed ?? "", w(found), nil, [])
        case .unknown: (value, place, error, offers) = (typed ?? "", nil, w(Catalogue.directory.areaUnknown), [])
        case .several(let found):
            let offers = found.map { Offer(label: w($0), address: visit.address(changing: ["area": $0.area.code.text])) }
            (value, place, error, self.offers) = (typed ?? "", nil, w(Catalogue.directory.areaSeveral), offers)
        }
    }
}
