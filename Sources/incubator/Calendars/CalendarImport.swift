import ArgumentParser
import Workflow

struct CalendarImport: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Enter a year's calendar from a CSV file; prints it.",
        discussion: """
            One row for each weekday that is not worked (dayOff) and each weekend day that is (makeUpDay), in the columns day, kind, \
            occasion, englishOccasion, source, englishSource. What was counted by an older version stays as it was counted.
            """
    )

    @Argument(help: "The file.", completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: "For a year that has a calendar: its version, as `calendar show` prints it.")
    var version: Int64?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let published = try CalendarTable.read(try TableFile.content(of: file, atMost: CalendarTable.largest))
        let entered = try await EnterCalendar(registry: registry)(published, following: version, as: caller)
        try Terminal.show(Record(entered), asJSON: format.json)
    }
}
