import ArgumentParser
import Values
import Workflow

struct AreaShow: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show an area and what it lies in.")

    @Argument(help: "The area's code, such as 320613 or 320613001001-03.")
    var code: AreaCode

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await ShowArea(registry: registry)(code, as: caller)), asJSON: format.json)
    }
}
