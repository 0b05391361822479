import ArgumentParser
import Values
import Workflow

struct AreaShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .words(
            zh: "显示区域及其所在的各级上级。",
            en: "Show an area and what it lies in."))

    @Argument(help: .words(zh: "区域代码，如 320613 或 320613001001-03。", en: "The area's code, such as 320613 or 320613001001-03."))
    var code: AreaCode

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await ShowArea(registry: registry)(code, as: caller)), asJSON: format.json)
    }
}
