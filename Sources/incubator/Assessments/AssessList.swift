import ArgumentParser
import Values
import Workflow

struct AssessList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print the flagged organizations of a run, worst first, without assessing again.")

    @Option(name: .customLong("run"), help: "The number of the run (default: the newest).")
    var number: Int64?

    @Option(help: "Only in this area and below.")
    var area: AreaCode?

    @OptionGroup var part: FlaggedOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await part.print(run: number, area: area, as: format, on: registry, caller)
    }
}
