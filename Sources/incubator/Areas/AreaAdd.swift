import ArgumentParser
import Incubation
import Values
import Workflow

struct AreaAdd: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an area of the register's own, such as a community or a grid; prints it.",
        discussion: """
            A community's code has 12 digits. Neighbourhoods, compounds and grids have no national code: theirs is the community's with a \
            hyphen and a number or letters, such as 320613001001-03.
            """
    )

    @Argument(help: "The area's code.")
    var code: AreaCode

    @Argument(help: "The area's name.")
    var name: String

    @Option(help: "The area's level.")
    var level: AreaLevel

    @Option(help: "The area that it lies in.")
    var parent: AreaCode?

    @Option(help: "The area's name in English.")
    var englishName: String?

    @Option(help: "The first day on which the code is in force, such as 2020-11-01.")
    var validFrom: Day?

    @Option(help: "The last day on which the code is in force.")
    var validUntil: Day?

    @Option(help: "The area that takes over afterwards.")
    var successor: AreaCode?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let area = Area(
            code: code, name: name, englishName: englishName, level: level, parent: parent, validFrom: validFrom, validUntil: validUntil,
            successor: successor)
        try Terminal.show(Record(try await AddArea(registry: registry)(area, as: caller)), asJSON: format.json)
    }
}
