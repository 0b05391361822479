import ArgumentParser
import Incubation
import Values
import Workflow

struct OrganizationList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List and search organizations in the order of their numbers.")

    @Argument(help: "Words that must all stand in the name, traditional or simplified, full or half width.")
    var search: [String] = []

    @Option(help: "Only in this area and everything below it, and in retired areas that it took over.")
    var area: AreaCode?

    @Option(help: "Only of this category.")
    var category: OrganizationCategory?

    @Option(help: "Only of this legal form.")
    var legalForm: LegalForm?

    @Option(help: "Only with this legal status.")
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
