import ArgumentParser
import Values
import Workflow

/// The group of commands that look at imports; organizations and areas each have their own command that imports.
struct ImportCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: .words(
            zh: "查看自己的导入：进行中的、已中断的，以及已完成的结果。",
            en: "Look at one's own imports: those under way, those cut short, and what came of the others."),
        discussion: .words(
            zh: "导入表格请用：incubator organization import、incubator area import。",
            en: "Tables are imported with: incubator organization import, incubator area import."),
        subcommands: [ImportList.self, ImportShow.self]
    )
}

struct ImportList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .words(zh: "列出自己的导入，最新的在前。", en: "List one's own imports, the newest first."))

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await page.print(as: format) { try await ListImports(registry: registry)(page: $0, as: caller) }
    }
}

struct ImportShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: .words(
            zh: "显示自己的一项导入的进度或结果。",
            en: "Show how far one of one's own imports is, or what came of it."))

    @Argument(help: .words(zh: "导入的编号，见 `import list`。", en: "The import's number, as `import list` gives it."))
    var number: Int64

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Terminal.show(Record(try await ShowImport(registry: registry)(number, as: caller)), asJSON: format.json)
    }
}

extension ImportStatus: Presentable {
    static let columns: [Column<ImportStatus>] = [
        Column("number", "编号", "number") { .integer($0.number) },
        Column("file", "文件", "file") { .text($0.fileName) },
        Column("kind", "种类", "kind") { .text($0.kind.rawValue) },
        Column("rehearsal", "试运行", "dry run") { .yesNo($0.isRehearsal) },
        Column("standing", "状态", "standing") { .term($0.standing, \.words) },
        Column("percent", "已读百分比", "read, in percent") { .count($0.percent.map { Int32($0) }) },
        Column("rowsRead", "读入", "read") { .integer($0.rowsRead) },
        Column("rowsOfAll", "全部行数", "rows of all", brief: false) { $0.rowsOfAll.map(FieldValue.integer) ?? .missing },
        Column("rowsInserted", "新增", "new", brief: false) { .integer($0.rowsInserted) },
        Column("rowsChanged", "变更", "changed", brief: false) { .integer($0.rowsChanged) },
        Column("rowsUnchanged", "未变", "unchanged", brief: false) { .integer($0.rowsUnchanged) },
        Column("rowsRejected", "拒绝", "rejected") { .integer($0.rowsRejected) },
        Column("errors", "错误", "errors", brief: false) { .integer($0.errors) },
        Column("warnings", "提醒", "warnings", brief: false) { .integer($0.warnings) },
        Column("startedAt", "开始", "started", brief: false) { .text($0.startedAt.rfc3339) },
        Column("finishedAt", "结束", "finished", brief: false) { .text($0.finishedAt?.rfc3339) },
        Column("reason", "中断原因", "why cut short", brief: false) { .text($0.reason?[Terminal.language]) },
    ]
}
