import ArgumentParser
import Values
import Workflow

struct LookupCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: .words(
            zh: "查询组织的办理进度；任何知道其信用代码、备案号或案卷编号的人都可以得到同样的答复。",
            en: "Say where an organization stands, as anybody is told who knows its credit code, filing number or case number."),
        discussion: .words(
            zh: "号码不存在和组织未公开的，答复相同，均无内容。",
            en: "A number that there is not and an organization that is not public are answered alike, with nothing.")
    )

    @Argument(help: .words(zh: "号码。", en: "The number."))
    var number: String

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as _: Caller) async throws {
        try Terminal.show(Record(try await LookUpStatus(registry: registry)(number, from: nil, as: .visitor)), asJSON: format.json)
    }
}

extension PublicStatus: Presentable {
    static let columns: [Column<PublicStatus>] = [
        Column("legalStatus", "法律状态", "legal status") { .term($0.legalStatus, \.words) },
        Column("stage", "孵化阶段", "stage") { .term($0.stage, \.words) },
        Column("owner", "当前办理方", "whose turn") { .term($0.owner, \.words) },
        Column("until", "办理期限", "by") { .day($0.until) },
    ]
}
