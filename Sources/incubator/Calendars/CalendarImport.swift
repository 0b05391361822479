import ArgumentParser
import Workflow

struct CalendarImport: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: .words(zh: "从 CSV 文件录入一年的工作日历，并显示该日历。", en: "Enter a year's calendar from a CSV file; prints it."),
        discussion: .words(
            zh: """
                每个放假的工作日（dayOff）和每个调休上班的周末（makeUpDay）各占一行，列为 day、kind、occasion、englishOccasion、\
                source、englishSource。按旧版本算出的结果不变。
                """,
            en: """
                One row for each weekday that is not worked (dayOff) and each weekend day that is (makeUpDay), in the columns day, kind, \
                occasion, englishOccasion, source, englishSource. What was counted by an older version stays as it was counted.
                """)
    )

    @Argument(help: .words(zh: "CSV 文件。", en: "The file."), completion: .file(extensions: ["csv"]))
    var file: String

    @Option(
        help: .words(
            zh: "该年已有日历时填写：其版本，见 `calendar show`。",
            en: "For a year that has a calendar: its version, as `calendar show` prints it."))
    var version: Int64?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let published = try CalendarTable.read(try TableFile.content(of: file, atMost: CalendarTable.largest))
        let entered = try await EnterCalendar(registry: registry)(published, following: version, as: caller)
        try Terminal.show(Record(entered), asJSON: format.json)
    }
}
