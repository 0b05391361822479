import ArgumentParser
import Incubation
import Workflow

struct OrganizationDuplicates: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: .words(
            zh: "列出可能与某组织重复的组织：同一街道或乡镇内名称相同，不论写法。",
            en: "List the organizations that may be the same as one: equal names, however written, in the same subdistrict or town."))

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListNearDuplicates(registry: registry)(organization.number, as: caller), as: format)
    }
}
