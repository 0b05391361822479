import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// The forms by GET and POST.
///
/// | Path                              | Use case         |
/// |-----------------------------------|------------------|
/// | `/contracts` by GET               | `ListContracts`  |
/// | `/contracts/new`                  | `RecordContract` |
/// | `/contracts/{contract}/end`       | `EndContract`    |
/// | `/contracts/{contract}/hand-over` | `HandOverCases`  |
struct ContractPages: PageSet {
    let registry: Registry
    static let path = "/contracts"
    private static let pageSize = 50

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .reading(.listContracts)) { visit in
            let found = try await ListContracts(registry: registry)(page: try visit.page(size: Self.pageSize), as: visit.caller)
            let places = try await LocateAreas(registry: registry)(Set(found.items.map(\.area)), as: visit.caller)
            let done = visit.query.text("done").flatMap { Act(rawValue: $0) }
            return try visit.answer(
                ContractsView(found, places, today: registry.today, visit), in: .areas,
                notice: done.map { visit.w(Catalogue.forms.done($0)) })
        }
        routes.form(RecordContractForm.self, registry)
        routes.form(EndContractForm.self, registry)
        routes.form(HandOverCasesForm.self, registry)
    }
}

/// The list of contracts.
struct ContractsView: PageView {
    static let template = "contracts"

    struct Row: Encodable, Sendable {
        let number: String
        let hub: String
        let purchaser: String
        let area: String
        let days: String
        let state: ChipView
        let openCases: String
        let jobs: [LinkView]
    }

    let title: String
    let new: String?
    let isEmpty: Bool
    let rows: [Row]
    let paging: PagingView

    init(_ found: Page<HubContract>, _ places: [AreaCode: AreaInPlace], today: Day, _ visit: Visit) {
        let w = visit.w
        title = w(Catalogue.contracts.title)
        new = visit.mayDo(.act(.recordContract)) ? ContractPages.path + "/new" : nil
        isEmpty = found.items.isEmpty
        rows = found.items.map { Row($0, places[$0.area], today: today, visit) }
        paging = PagingView(next: found.next, visit)
    }
}

extension ContractsView.Row {
    init(_ contract: HubContract, _ place: AreaInPlace?, today: Day, _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.contracts)
        number = String(contract.number)
        (hub, purchaser) = (contract.hub, contract.purchaser)
        area = place.map { w($0, isShort: true) } ?? contract.area.text
        days = "\(w(contract.from)) – \(w(contract.lastDay))"
        let isOver = contract.lastDay < today
        let chip: (String, BilingualText) =
            contract.isInForce(on: today)
            ? ("good", words.inForce)
            : isOver ? ("ended", contract.endedOn == nil ? words.over : words.ended) : ("plain", words.notYet)
        state = ChipView(tone: chip.0, label: w(chip.1))
        openCases = w(contract.openCases)
        let address = "\(ContractPages.path)/\(contract.number)"
        jobs = [
            !isOver && contract.endedOn == nil && visit.mayDo(.act(.endContract))
                ? LinkView(label: w(words.end), address: address + "/end") : nil,
            contract.openCases > 0 && visit.mayDo(.act(.handOverCases))
                ? LinkView(label: w(words.handOver), address: address + "/hand-over") : nil,
        ].compactMap(\.self)
    }
}
