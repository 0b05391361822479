import Appraisal
import ArgumentParser
import Values
import Workflow

struct RubricList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "列出内置的评估规则。",
            en: "List the rubrics that are built in."))

    @OptionGroup var format: TableOptions

    func run() throws {
        try Listing.show(try RubricLibrary.names.map(RubricLibrary.named), as: format)
    }
}

extension NamedRubric: Presentable {
    static let columns: [Column<NamedRubric>] = [
        Column("id", "名称", "name") { .text($0.rubric.id) },
        Column("title", "标题", "title") { .words($0.rubric.title) },
        Column("validFrom", "生效", "valid from") { .day($0.rubric.validFrom) },
        Column("validThrough", "失效", "valid through") { .day($0.rubric.validThrough) },
        Column("author", "作者", "author", brief: false) { .text($0.rubric.author) },
        Column("indicators", "指标数", "indicators") { .integer(Int64($0.rubric.indicators.count)) },
        Column("flags", "预警规则数", "flags") { .integer(Int64($0.rubric.flags.count)) },
        Column("hash", "内容摘要", "hash of the content", brief: false) { .text($0.hash) },
    ]
}
