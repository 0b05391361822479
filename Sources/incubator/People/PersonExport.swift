import ArgumentParser
import Incubation
import Values
import Workflow

struct PersonExport: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: .words(
            zh: "将组织或区县的人员导出为表格；未说明用途的一律遮盖；用途予以记录。",
            en: "Print the people of an organization or a district as a table; masked unless a purpose is stated, which is recorded."),
        discussion: .words(
            zh: "会被电子表格当作公式执行的单元格，前面加撇号。",
            en: "Cells that a spreadsheet would run as a formula get an apostrophe in front.")
    )

    @Option(help: .words(zh: "此组织的人员。", en: "The people of this organization."))
    var organization: OrganizationNumber?

    @Option(help: .words(zh: "此区县的人员，如 320613。", en: "The people of this district, such as 320613."))
    var district: District?

    @OptionGroup var disclosure: DisclosureOptions
    @OptionGroup var format: TableOptions

    mutating func validate() throws {
        if (organization == nil) == (district == nil) {
            throw ValidationError(zh: "--organization 和 --district 请写其中一个。", en: "Choose one of --organization and --district.")
        }
    }

    func run(on registry: Registry, as caller: Caller) async throws {
        guard let scope = organization.map(PeopleScope.organization) ?? district.map(PeopleScope.district) else { return }
        guard let purpose = disclosure.purpose else {
            return try await PageOptions().print(as: format) { try await ListPeople(registry: registry)(scope, page: $0, as: caller) }
        }
        try Listing.show(
            try await DisclosePeople(registry: registry)(scope, for: purpose, note: disclosure.note, as: caller), as: format)
    }
}
