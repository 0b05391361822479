import ArgumentParser
import Workflow

struct DeadlineRules: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: .words(
            zh: "列出各类事项的办理期限、责任角色和依据。",
            en: "List how long what may wait, for whom, and where that is written."))

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListDeadlineRules(registry: registry)(as: caller), as: format)
    }
}
