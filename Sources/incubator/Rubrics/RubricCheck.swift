import ArgumentParser
import Values
import Workflow

struct RubricCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a rubric's file: print the hash that names its content, or say where it is wrong.")

    @Argument(help: "The path of a JSON file, or a name.")
    var rubric: String

    @OptionGroup var format: RecordOptions

    func run() throws {
        let found = try NamedRubric(nameOrPath: rubric)
        if format.json { return try Terminal.show(Record(found), asJSON: true) }
        try Terminal.show(found.hash)
    }
}
