import ArgumentParser
import Values
import Workflow

struct RubricCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a rubric's file: print the hash that names its content, or say where it is wrong.")

    @Argument(help: "The path of a JSON file, a name or a hash.")
    var rubric: String

    @OptionGroup var kept: KeptRubricOption
    @OptionGroup var format: RecordOptions

    func run() async throws {
        let found = try await NamedRubric(rubric, kept: kept)
        if format.json { return try Terminal.show(Record(found), asJSON: true) }
        try Terminal.show(found.hash)
    }
}
