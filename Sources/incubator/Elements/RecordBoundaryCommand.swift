import ArgumentParser
import Incubation
import Values
import Workflow

struct RecordBoundaryCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "boundary",
        abstract: .words(
            zh: "登记自某日起的服务边界。",
            en: "Add the service boundary as it stands from a day on."))

    @OptionGroup var organization: OrganizationArgument

    @Option(help: .words(zh: "开始日期。", en: "The first day."))
    var since: Day

    @Option(help: .words(zh: "服务内容。", en: "What it does."))
    var content: String?

    @Option(help: .words(zh: "服务对象。", en: "For whom."))
    var peopleServed: String?

    @Option(help: .words(zh: "服务对象的人数。", en: "How many people that is."))
    var targetPopulation: Int32?

    @Option(help: .words(zh: "不做什么。", en: "What it leaves to others."))
    var limits: String?

    @Option(help: .words(zh: "服务形式。", en: "In which form it takes part."))
    var form: String?

    @Option(name: .customLong("area"), help: ArgumentHelp(.words(zh: "服务区域；可写多次。", en: "Where; may be repeated."), valueName: "area"))
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
