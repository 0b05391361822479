import Access
import Incubation
import Values
import Workflow

private let words = Catalogue.contracts

/// What the forms about contracts share.
protocol ContractForm: RecordForm where Outcome == HubContract {}

extension ContractForm {
    var isBelowOrganization: Bool { false }
    var part: SitePart? { .areas }
    var anchor: String { "content" }

    func back(_ visit: FormVisit) -> LinkView { LinkView(label: visit.w(words.title), address: ContractPages.path) }

    func address(after _: HubContract, _: FormVisit) -> String { ContractPages.path }
}

/// A new contract.
struct RecordContractForm: ContractForm {
    let act = Act.recordContract
    let path = ContractPages.path + "/new"
    let title = words.record
    let lead: BilingualText? = words.recordLead
    let isChecked = true

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "hub", label: words.hub, kind: .text), FormField(name: "purchaser", label: words.purchaser, kind: .text),
                FormField(name: "area", label: words.area, kind: .area), FormField(name: "from", label: words.from, kind: .day),
                FormField(name: "until", label: words.until, kind: .day),
            ])
        ]
    }

    func read(_ reader: inout FormReader, _: FormVisit) async throws -> HubContract? {
        let (hub, purchaser) = (reader.text("hub"), reader.text("purchaser"))
        let area = try await reader.area("area")
        let (from, until) = (reader.day("from"), reader.day("until"))
        guard let hub, let purchaser, let area, let from, let until else { return nil }
        return HubContract(hub: hub, purchaser: purchaser, area: area, from: from, until: until)
    }

    func record(_ contract: HubContract, _ visit: FormVisit, as caller: Caller) async throws -> HubContract {
        try await RecordContract(registry: visit.registry)(contract, as: caller)
    }
}

/// A contract's end before its time.
struct EndContractForm: ContractForm {
    let act = Act.endContract
    let path = ContractPages.path + "/{contract}/end"
    let title = words.end
    let lead: BilingualText? = words.endLead
    let isChecked = true

    struct Content: Sendable {
        let lastDay: Day
        let version: Int64
    }

    func groups(_: FormVisit) -> [FormGroup] {
        [FormGroup(fields: [FormField(name: "lastDay", label: words.lastDay, kind: .day)])]
    }

    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let contract = try await visit.contract()
        return FormBeginning(values: [("lastDay", visit.registry.today.iso)], hidden: [("version", String(contract.version))])
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> Content? {
        guard let lastDay = reader.day("lastDay"), let version = Int64(reader.fields.typed("version")) else { return nil }
        return Content(lastDay: lastDay, version: version)
    }

    func record(_ content: Content, _ visit: FormVisit, as caller: Caller) async throws -> HubContract {
        try await EndContract(registry: visit.registry)(
            visit.visit.contract(), lastDay: content.lastDay, version: content.version, as: caller)
    }

    /// Cases that are left to nobody are handed over next.
    func address(after ended: HubContract, _: FormVisit) -> String {
        ended.openCases > 0 ? "\(ContractPages.path)/\(ended.number)/hand-over" : ContractPages.path
    }
}

/// A contract's open cases, for another one.
struct HandOverCasesForm: ContractForm {
    let act = Act.handOverCases
    let path = ContractPages.path + "/{contract}/hand-over"
    let title = words.handOver
    let lead: BilingualText? = words.handOverLead
    let isChecked = true

    func groups(_ visit: FormVisit) async throws -> [FormGroup] {
        let giving = try await visit.contract()
        let today = visit.registry.today
        let all = try await ListContracts(registry: visit.registry)(page: PageRequest(size: 500), as: visit.caller).items
        let taking = all.filter { $0.number != giving.number && $0.isInForce(on: today) && giving.area.lies(in: $0.area) }
        return [
            FormGroup(fields: [
                FormField(
                    name: "to", label: words.taking,
                    kind: .choice(taking.map { FormOption(value: String($0.number), words: words.offer($0.number, $0.hub)) }),
                    hint: taking.isEmpty ? words.nobodyTakes : nil)
            ])
        ]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> Int64? {
        reader.value("to", expected: Catalogue.forms.choiceExpected) { Int64($0).flatMap { $0 > 0 ? $0 : nil } }
    }

    func record(_ to: Int64, _ visit: FormVisit, as caller: Caller) async throws -> HubContract {
        try await HandOverCases(registry: visit.registry)(from: visit.visit.contract(), to: to, as: caller)
    }
}

extension Visit {
    /// The contract that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well: there is no such contract.
    fileprivate func contract() throws(Refusal) -> Int64 {
        let text = key("contract")
        guard let number = Int64(text), number > 0 else { throw .notFound(.contract, text) }
        return number
    }
}

extension FormVisit {
    /// The contract that the path names, as it is now.
    fileprivate func contract() async throws -> HubContract {
        let number = try visit.contract()
        // Lists begin behind the number that they are told.
        let found = try await ListContracts(registry: registry)(page: PageRequest(size: 1, after: String(number - 1)), as: caller)
        guard let contract = found.items.first, contract.number == number else { throw Refusal.notFound(.contract, String(number)) }
        return contract
    }
}
