import ArgumentParser
import Store
import Values
import Workflow

/// The group of commands for how long what is kept.
struct RetentionCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: .words(
            zh: "查看各类记录的保存期限，清除已过期限的记录。",
            en: "Say how long what is kept, and remove what is past its time."),
        subcommands: [RetentionList.self, RetentionRun.self]
    )
}

struct RetentionList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "列出各类记录的保存期限、执行者和依据。",
            en: "List how long what is kept, by whom, and by what right."))

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListRetention(registry: registry)(as: caller), as: format)
    }
}

struct RetentionRun: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: .words(zh: "清除已过期限的记录，并显示行数。", en: "Remove what is past its time; prints how many rows went."),
        discussion: .words(
            zh: "每日运行一次。分批清除，每批记一个审计事件，可随时停止；依法保存期已满的人员信息一并删除。",
            en: """
                Run it once a day. It removes in batches, each with an audit event, can be stopped at any time, and erases people whom a law \
                kept until a day that is past.
                """)
    )

    @Flag(help: .words(zh: "只计数，不清除。", en: "Count only, and remove nothing."))
    var dryRun = false

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ApplyRetention(registry: registry)(isRehearsal: dryRun, as: caller), as: format)
    }
}

extension RetentionPeriod: Presentable {
    static let columns: [Column<RetentionPeriod>] = [
        Column("subject", "对象", "subject") { .text($0.subject) },
        Column("keeps", "期限", "keeps") { .term($0.keeps, \.words) },
        Column("days", "天数", "days") { .integer(Int64($0.days)) },
        Column("keeper", "执行者", "kept by") { .term($0.keeper, \.words) },
        Column("certainty", "确定程度", "certainty") { .term($0.certainty, \.words) },
        Column("source", "依据", "source", brief: false) { .words($0.source) },
    ]
}

extension ApplyRetention.Result: Presentable {
    static let columns: [Column<ApplyRetention.Result>] = [
        Column("subject", "对象", "subject") { .text($0.subject) },
        Column("due", "到期", "due") { .integer($0.due) },
        Column("removed", "已删除", "removed") { .integer($0.removed) },
    ]
}
