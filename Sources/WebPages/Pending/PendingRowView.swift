import Incubation
import Values
import Workflow

/// Something that waits, as a row of a list.
struct PendingRowView: Encodable, Sendable {
    let what: String
    let address: String
    let organization: String
    let organizationAddress: String
    let owner: String
    let due: String
    let dueISO: String
    let distance: String
    let standing: ChipView

    init(_ line: PendingLine, _ places: [AreaCode: AreaInPlace], today: Day, _ w: Words) {
        let item = line.item
        what = w(item.kind.words)
        address = PendingPages.address(of: item.number)
        organization = line.organizationName
        organizationAddress = OrganizationPages.address(of: item.number.organization)
        owner = w(item.owner, places)
        (due, dueISO) = (w(item.days.dueOn), item.days.dueOn.iso)
        distance = w.distance(from: today, to: item.days.dueOn)
        standing = line.standing.map { ChipView($0, w) } ?? ChipView(item.state, w)
    }
}

extension Registry {
    /// The areas that owners' words name.
    func placesOfOwners(_ lines: [PendingLine], as caller: Caller) async throws -> [AreaCode: AreaInPlace] {
        try await LocateAreas(registry: self)(Set(lines.compactMap(\.item.owner.area)), as: caller)
    }
}
