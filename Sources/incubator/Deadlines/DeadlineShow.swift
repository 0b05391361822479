import ArgumentParser
import Incubation
import Workflow

struct DeadlineShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .words(
            zh: "显示一个待办事项：日期、期限依据和办理经过。",
            en: "Show something that waits: its days, the rule that they come from, what became of it."))

    @Argument(help: .words(zh: "事项的编号，如 320613-42-7。", en: "The item's number, such as 320613-42-7."))
    var number: PendingItemNumber

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await ShowPending(registry: registry)(number, as: caller)), asJSON: format.json)
    }
}
