import ArgumentParser
import Incubation
import Values
import Workflow

struct PersonList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(zh: "列出组织档案中的人员，内容已遮盖。", en: "List the people whom an organization's file names, masked."),
        discussion: .words(
            zh: "依法公开的姓名，如已登记组织的负责人，完整显示。",
            en: "Names that are published by duty, such as that of a registered organization's chair, are shown whole.")
    )

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let scope = PeopleScope.organization(organization.number)
        try await page.print(as: format) { try await ListPeople(registry: registry)(scope, page: $0, as: caller) }
    }
}
