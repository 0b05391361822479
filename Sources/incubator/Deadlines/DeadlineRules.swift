import ArgumentParser
import Workflow

struct DeadlineRules: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List how long what may wait, for whom, and where that is written.")

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListDeadlineRules(registry: registry)(as: caller), as: format)
    }
}
