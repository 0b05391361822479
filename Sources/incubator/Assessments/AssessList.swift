import ArgumentParser
import Values
import Workflow

struct AssessList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "显示一个批次的预警组织，最严重的在前；不重新评估。",
            en: "Print the flagged organizations of a run, worst first, without assessing again."))

    @Option(
        name: .customLong("run"),
        help: .words(
            zh: "批次的编号（默认：最新批次）。",
            en: "The number of the run (default: the newest)."))
    var number: Int64?

    @Option(help: .words(zh: "仅此区域及其下级。", en: "Only in this area and below."))
    var area: AreaCode?

    @OptionGroup var part: FlaggedOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await part.print(run: number, area: area, as: format, on: registry, caller)
    }
}
