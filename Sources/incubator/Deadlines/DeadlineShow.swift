import ArgumentParser
import Incubation
import Workflow

struct DeadlineShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show something that waits: its days, the rule that they come from, what became of it.")

    @Argument(help: "The item's number, such as 320613-42-7.")
    var number: PendingItemNumber

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await ShowPending(registry: registry)(number, as: caller)), asJSON: format.json)
    }
}
