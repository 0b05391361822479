import ArgumentParser
import Incubation
import Values
import Workflow

struct RecordBoundaryCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "boundary", abstract: "Add the service boundary as it stands from a day on.")

    @OptionGroup var organization: OrganizationArgument

    @Option(help: "The first day.")
    var since: Day

    @Option(help: "What it does.")
    var content: String?

    @Option(help: "For whom.")
    var peopleServed: String?

    @Option(help: "How many people that is.")
    var targetPopulation: Int32?

    @Option(help: "What it leaves to others.")
    var limits: String?

    @Option(help: "In which form it takes part.")
    var form: String?

    @Option(name: .customLong("area"), help: ArgumentHelp("Where; may be repeated.", valueName: "area"))
    var areas: [AreaCode] = []

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let value = ServiceBoundary(
            since: since, content: content, peopleServed: peopleServed, targetPopulation: targetPopulation, limits: limits, form: form,
            areas: areas)
        let elements = try await RecordServiceBoundary(registry: registry)(organization.number, value, as: caller)
        try Terminal.show(Record(elements), asJSON: format.json)
    }
}
