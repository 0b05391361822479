import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct FlagInterventions: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "interventions", abstract: "List the visits and other help that an organization had, the newest first.")

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListInterventions(registry: registry)(organization.number, as: caller), as: format)
    }
}

struct FlagIntervene: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "intervene",
        abstract: "Record a visit or another help, and why it came; prints all of the organization's.",
        discussion: "Later it can be told whether an organization was saved, or closed, because somebody came.")

    @OptionGroup var organization: OrganizationArgument

    @Option(help: "What was done: \(Intervention.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: Intervention.Kind

    @Option(help: "Why it came: \(Intervention.Reason.allCases.map(\.rawValue).joined(separator: ", ")).")
    var reason: Intervention.Reason

    @Option(help: "The day (default: today in China).")
    var heldOn: Day?

    @Option(help: "The flag's code, where a flag was the reason.")
    var flag: String?

    @Option(name: .customLong("run"), help: "The number of the run that the flag or the sample comes from.")
    var number: Int64?

    @Option(help: "What came of it.")
    var result: String?

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let intervention = Intervention(
            kind: kind, heldOn: heldOn ?? registry.today, reason: reason, flag: flag, run: number, result: result)
        try Listing.show(
            try await RecordIntervention(registry: registry)(organization.number, intervention, as: caller), as: format)
    }
}

extension Intervention.Kind: ExpressibleByArgument {}

extension Intervention.Reason: ExpressibleByArgument {}
