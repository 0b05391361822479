import ArgumentParser
import Incubation
import Values
import Workflow

/// The group of commands for hub contracts.
struct ContractCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Say which hub incubates groups where and until when, and hand its cases over.",
        subcommands: [ContractList.self, ContractRecord.self, ContractEnd.self, ContractHandOver.self]
    )
}

struct ContractList: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List hub contracts, the oldest first.")

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await page.print(as: format) { try await ListContracts(registry: registry)(page: $0, as: caller) }
    }
}

struct ContractRecord: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "record", abstract: "Record a contract; prints it with its number.")

    @Argument(help: "The hub's name.")
    var hub: String

    @Option(help: "Who commissioned it.")
    var purchaser: String

    @Option(help: "The area that it covers.")
    var area: AreaCode

    @Option(help: "The first day, such as 2026-01-01.")
    var from: Day

    @Option(help: "The last day.")
    var until: Day

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let contract = HubContract(hub: hub, purchaser: purchaser, area: area, from: from, until: until)
        try Terminal.show(Record(try await RecordContract(registry: registry)(contract, as: caller)), asJSON: format.json)
    }
}

struct ContractEnd: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End a contract before its time; prints it with the cases that are still open.")

    @Argument(help: "The contract's number.")
    var contract: Int64

    @Option(help: "The last day on which the hub acts.")
    var lastDay: Day

    @Option(help: "The version of the contract that was read.")
    var version: Int64

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let ended = try await EndContract(registry: registry)(contract, lastDay: lastDay, version: version, as: caller)
        try Terminal.show(Record(ended), asJSON: format.json)
    }
}

struct ContractHandOver: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-over", abstract: "Give the open cases of a contract to another; prints the one that has them now.")

    @Argument(help: "The number of the contract that gives its cases away.")
    var contract: Int64

    @Option(help: "The number of the contract that takes them.")
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
