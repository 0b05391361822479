import ArgumentParser
import Incubation
import Values
import Workflow

struct OrganizationList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "按编号顺序列出和查找组织。",
            en: "List and search organizations in the order of their numbers."))

    @Argument(
        help: .words(
            zh: "名称中须全部出现的字词，繁体、简体、全角、半角均可。",
            en: "Words that must all stand in the name, traditional or simplified, full or half width."))
    var search: [String] = []

    @Option(
        help: .words(
            zh: "仅此区域及其所有下级，含其接替的已停用区域。",
            en: "Only in this area and everything below it, and in retired areas that it took over."))
    var area: AreaCode?

    @Option(help: .words(zh: "仅此类别。", en: "Only of this category."))
    var category: OrganizationCategory?

    @Option(help: .words(zh: "仅此法律形式。", en: "Only of this legal form."))
    var legalForm: LegalForm?

    @Option(help: .words(zh: "仅此法律状态。", en: "Only with this legal status."))
    var legalStatus: LegalStatus?

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let filter = OrganizationFilter(
            search: search.isEmpty ? nil : search.joined(separator: " "), area: area, category: category, legalStatus: legalStatus,
            legalForm: legalForm)
        try await page.print(as: format) { try await ListOrganizations(registry: registry)(filter, page: $0, as: caller) }
    }
}
