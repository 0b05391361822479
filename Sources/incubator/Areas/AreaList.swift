import ArgumentParser
import Incubation
import Values
import Workflow

struct AreaList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "按代码顺序列出区域。",
            en: "List areas in the order of their codes."))

    @Option(help: .words(zh: "仅此区域的直接下级。", en: "Only the areas directly below this one."))
    var parent: AreaCode?

    @Option(help: .words(zh: "仅此级别的区域。", en: "Only areas of this level."))
    var level: AreaLevel?

    @Option(help: .words(zh: "仅名称与此完全相同的区域。", en: "Only areas of exactly this name."))
    var name: String?

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let filter = AreaFilter(parent: parent, level: level, name: name)
        try await page.print(as: format) { try await ListAreas(registry: registry)(filter, page: $0, as: caller) }
    }
}
