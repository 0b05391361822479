import Appraisal
import ArgumentParser
import Values
import Workflow

struct RubricDiff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: .words(
            zh: "逐处显示两套评估规则的差异。",
            en: "Show what changes from one rubric to another, place by place."))

    @Argument(
        help: .words(
            zh: "一套评估规则：名称、内容摘要或 JSON 文件的路径。",
            en: "The one rubric: a name, a hash or the path of a JSON file."))
    var first: String

    @Argument(help: .words(zh: "另一套评估规则。", en: "The other rubric."))
    var second: String

    @OptionGroup var kept: KeptRubricOption
    @OptionGroup var format: TableOptions

    func run() async throws {
        let (before, after) = (try await NamedRubric(first, kept: kept), try await NamedRubric(second, kept: kept))
        let differences = before.document.differences(to: after.document)
        if differences.isEmpty, !format.json, !format.csv {
            return Terminal.complain(BilingualText(zh: "两套规则内容相同。", en: "The two say the same."))
        }
        if format.json { return try Listing.show(differences.map(WholeDifference.init), as: format) }
        try Listing.show(differences, as: format)
    }
}

extension RubricDifference: Presentable {
    static let columns: [Column<RubricDifference>] = [
        Column("place", "位置", "place") { .text($0.place) },
        Column("before", "原为", "before") { .text($0.before.map(short)) },
        Column("after", "改为", "after") { .text($0.after.map(short)) },
    ]

    /// At most so much that a line of a table can be read.
    private static func short(_ value: RubricValue) -> String {
        let text = if case .text(let text) = value { text } else { String(decoding: value.canonicalBytes, as: UTF8.self) }
        return text.count > 100 ? text.prefix(99) + "…" : text
    }
}

/// A difference with its values as they are in the documents.
private struct WholeDifference: Presentable {
    let difference: RubricDifference

    static let columns: [Column<WholeDifference>] = [
        Column("place", "位置", "place") { .text($0.difference.place) },
        Column("before", "原为", "before") { $0.difference.before.map { FieldValue($0) } ?? .missing },
        Column("after", "改为", "after") { $0.difference.after.map { FieldValue($0) } ?? .missing },
    ]
}
