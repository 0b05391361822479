import ArgumentParser
import Values
import Workflow

struct CalendarAdd: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Tell on which day a period ends.",
        discussion: """
            The first day does not count. A last day that is not worked gives way to the next that is, and ends at 24:00 in China. \
            Months and years end on the same day of the month, or on its last.
            """
    )

    @Option(help: "How many.")
    var days: Int

    @Option(help: "The day from which to count, such as 2026-02-11 (default: today in China).")
    var from: Day?

    @Option(help: "What is counted.")
    var unit: Period.Unit = .workingDay

    @OptionGroup var format: RecordOptions

    mutating func validate() throws {
        if !Period.amounts.contains(days) {
            throw ValidationError(
                zh: "--days 应为 \(Period.amounts.lowerBound) 到 \(Period.amounts.upperBound)。",
                en: "--days must be from \(Period.amounts.lowerBound) to \(Period.amounts.upperBound).")
        }
    }

    func run(on registry: Registry, as caller: Caller) async throws {
        guard let period = Period(days, unit) else { return }
        let end = try await CountPeriod(registry: registry)(period, from: from ?? registry.today, as: caller)
        try Terminal.show(Record(end), asJSON: format.json)
    }
}
