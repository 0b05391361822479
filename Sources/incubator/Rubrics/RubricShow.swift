import Appraisal
import ArgumentParser
import Values
import Workflow

struct RubricShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .words(
            zh: "显示评估规则：各项指标、分段、分值和预警，及其说明和依据。",
            en: "Show a rubric: every indicator, cut, point and flag, with its words and what it rests on."))

    @Argument(
        help: .words(
            zh: "评估规则：名称、内容摘要或 JSON 文件的路径。",
            en: "The rubric: a name, a hash or the path of a JSON file."))
    var rubric = RubricLibrary.standard

    @OptionGroup var kept: KeptRubricOption
    @OptionGroup var format: RecordOptions

    func run() async throws {
        let found = try await NamedRubric(rubric, kept: kept)
        if format.json {
            let fields = [
                Record.Field("hash", "内容摘要", "hash", .text(found.hash)),
                Record.Field("document", "文档", "document", FieldValue(found.document)),
            ]
            return try Terminal.show(Record(fields), asJSON: true)
        }
        let lines = RubricText(rubric: found.rubric, hash: found.hash, language: Terminal.language).lines
        try Terminal.write(lines.map { DisplayWidth.harmless($0) + "\n" }.joined())
    }
}

extension FieldValue {
    /// A part of a document as it is.
    init(_ value: RubricValue) {
        self =
            switch value {
            case .null: .missing
            case .bool(let bool): .yesNo(bool)
            case .number(let number): Int64(exactly: number).map(FieldValue.integer) ?? .number(number)
            case .text(let text): .text(text)
            case .list(let values): .list(values.map(FieldValue.init))
            case .record(let fields):
                .record(
                    Record(
                        fields.sorted { $0.key < $1.key }.map { name, value in
                            Record.Field(name, name, name, FieldValue(value))
                        }))
            }
    }
}
