import ArgumentParser
import Incubation
import Values
import Workflow

struct FlagList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the flags that somebody works on and that are not settled, by the day on which they are due.")

    @Option(help: "Only in this area and below.")
    var area: AreaCode?

    @Option(help: "Only this owner's, such as account-7.")
    var owner: String?

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListFlags(registry: registry)(area: area, owner: owner, as: caller), as: format)
    }
}

struct FlagShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an organization's flags, or one of them with its history.")

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: "The flag's code, such as FIN-RESERVE-NEG.")
    var code: String?

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        guard let code else {
            return try Listing.show(try await ShowFlags(registry: registry)(organization.number, as: caller), as: format)
        }
        let file = try await ShowFlags(registry: registry)(organization.number, code: code, as: caller)
        if format.csv { return try Listing.show([file], as: format) }
        try Terminal.show(Record(file), asJSON: format.json)
    }
}
