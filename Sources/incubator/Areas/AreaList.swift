import ArgumentParser
import Incubation
import Values
import Workflow

struct AreaList: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List areas in the order of their codes.")

    @Option(help: "Only the areas directly below this one.")
    var parent: AreaCode?

    @Option(help: "Only areas of this level.")
    var level: AreaLevel?

    @Option(help: "Only areas of exactly this name.")
    var name: String?

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let filter = AreaFilter(parent: parent, level: level, name: name)
        try await page.print(as: format) { try await ListAreas(registry: registry)(filter, page: $0, as: caller) }
    }
}
