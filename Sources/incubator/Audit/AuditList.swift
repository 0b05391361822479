import ArgumentParser
import Values
import Workflow

struct AuditList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(zh: "列出一个区划的审计记录，最新的在前。", en: "List the audit events of a district, the newest first."),
        discussion: .words(
            zh: "不写区划时，列出不属于任何单一区划的记录：区域、导入、跨区划的评估。",
            en: "Without a district, those that belong to no single one: areas, imports, assessments of several districts.")
    )

    @Option(help: .words(zh: "区划，如 320613。", en: "The district, such as 320613."))
    var district: District?

    @Option(
        help: .words(
            zh: "仅关于此编号的记录，如 320613-42。", en: "Only events about the record of this number, such as 320613-42."))
    var subject: String?

    @Option(
        help: .words(
            zh: "仅被拒绝的操作（refused），或个人信息的查看记录（disclosed）。",
            en: "Only what was refused, or to whom people's data was shown."))
    var question: AuditQuestion?

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await page.print(as: format) {
            try await BrowseAudit(registry: registry)(of: district, about: subject, question: question, page: $0, as: caller)
        }
    }
}

extension AuditQuestion: ExpressibleByArgument {}

extension AuditRecord: Presentable {
    static let columns: [Column<AuditRecord>] = [
        Column("district", "区划", "district", brief: false) { .text($0.district?.description) },
        Column("sequence", "序号", "sequence") { .integer($0.sequence) },
        Column("occurredAt", "时间", "time") { .text($0.occurredAt.rfc3339) },
        Column("act", "行为", "act") { .text($0.act) },
        Column("caller", "操作者", "caller") { .text($0.caller) },
        Column("subject", "对象", "subject") { .text($0.subject) },
        Column("subjectKey", "编号", "number") { .text($0.subjectKey) },
        Column("versionBefore", "原版本", "version before", brief: false) { $0.versionBefore.map { .integer($0) } ?? .missing },
        Column("versionAfter", "新版本", "version after", brief: false) { $0.versionAfter.map { .integer($0) } ?? .missing },
        Column("refusal", "拒绝原因", "refusal") { .text($0.refusal) },
        Column("purpose", "目的", "purpose") { .text($0.purpose) },
        Column("rowCount", "行数", "rows") { $0.rowCount.map { .integer($0) } ?? .missing },
    ]
}
