import ArgumentParser
import Values
import Workflow

struct RubricCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: .words(
            zh: "检查评估规则文件：显示其内容摘要，或指出何处有误。",
            en: "Check a rubric's file: print the hash that names its content, or say where it is wrong."))

    @Argument(help: .words(zh: "JSON 文件的路径、名称或内容摘要。", en: "The path of a JSON file, a name or a hash."))
    var rubric: String

    @OptionGroup var kept: KeptRubricOption
    @OptionGroup var format: RecordOptions

    func run() async throws {
        let found = try await NamedRubric(rubric, kept: kept)
        if format.json { return try Terminal.show(Record(found), asJSON: true) }
        try Terminal.show(found.hash)
    }
}
