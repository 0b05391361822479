import ArgumentParser
import Incubation
import Values
import Workflow

/// The group of commands for hub contracts.
struct ContractCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: .words(
            zh: "登记枢纽合同：由哪个枢纽组织在何处孵化、到何时为止；移交案卷。",
            en: "Say which hub incubates groups where and until when, and hand its cases over."),
        subcommands: [ContractList.self, ContractRecord.self, ContractEnd.self, ContractHandOver.self]
    )
}

struct ContractList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "列出枢纽合同，最早的在前。",
            en: "List hub contracts, the oldest first."))

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await page.print(as: format) { try await ListContracts(registry: registry)(page: $0, as: caller) }
    }
}

struct ContractRecord: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: .words(
            zh: "登记合同，显示该合同及其编号。",
            en: "Record a contract; prints it with its number."))

    @Argument(help: .words(zh: "枢纽组织的名称。", en: "The hub's name."))
    var hub: String

    @Option(help: .words(zh: "购买方。", en: "Who commissioned it."))
    var purchaser: String

    @Option(help: .words(zh: "合同覆盖的区域。", en: "The area that it covers."))
    var area: AreaCode

    @Option(help: .words(zh: "开始日期，如 2026-01-01。", en: "The first day, such as 2026-01-01."))
    var from: Day

    @Option(help: .words(zh: "最后一日。", en: "The last day."))
    var until: Day

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let contract = HubContract(hub: hub, purchaser: purchaser, area: area, from: from, until: until)
        try Terminal.show(Record(try await RecordContract(registry: registry)(contract, as: caller)), asJSON: format.json)
    }
}

struct ContractEnd: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: .words(
            zh: "提前终止合同；显示该合同及仍在办的案卷。",
            en: "End a contract before its time; prints it with the cases that are still open."))

    @Argument(help: .words(zh: "合同的编号。", en: "The contract's number."))
    var contract: Int64

    @Option(help: .words(zh: "枢纽组织履行合同的最后一日。", en: "The last day on which the hub acts."))
    var lastDay: Day

    @Option(help: .words(zh: "所读合同的版本。", en: "The version of the contract that was read."))
    var version: Int64

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let ended = try await EndContract(registry: registry)(contract, lastDay: lastDay, version: version, as: caller)
        try Terminal.show(Record(ended), asJSON: format.json)
    }
}

struct ContractHandOver: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-over",
        abstract: .words(
            zh: "将一份合同的在办案卷移交给另一份合同；显示接手的合同。",
            en: "Give the open cases of a contract to another; prints the one that has them now."))

    @Argument(help: .words(zh: "移出案卷的合同的编号。", en: "The number of the contract that gives its cases away."))
    var contract: Int64

    @Option(help: .words(zh: "接手案卷的合同的编号。", en: "The number of the contract that takes them."))
    var to: Int64

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let taking = try await HandOverCases(registry: registry)(from: contract, to: to, as: caller)
        try Terminal.show(Record(taking), asJSON: format.json)
    }
}

extension HubContract: Presentable {
    static let columns: [Column<HubContract>] = [
        Column("number", "编号", "number") { .integer($0.number) },
        Column("hub", "枢纽组织", "hub") { .text($0.hub) },
        Column("purchaser", "购买方", "purchaser") { .text($0.purchaser) },
        Column("area", "区域", "area") { .text($0.area.text) },
        Column("from", "开始日期", "from") { .day($0.from) },
        Column("until", "结束日期", "until") { .day($0.until) },
        Column("endedOn", "提前终止", "ended on") { .day($0.endedOn) },
        Column("openCases", "在办案卷", "open cases") { .integer($0.openCases) },
        Column("version", "版本", "version") { .integer($0.version) },
    ]
}
