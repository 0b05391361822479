import ArgumentParser
import Store
import Values
import Workflow

struct AuditExport: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: .words(zh: "逐链列出审计事件，最早的在前。", en: "List the audit events, chain after chain, the oldest first."),
        discussion: .words(
            zh: "不属于任何单一区县的事项记在区划 0 下：区域、导入、跨区县的评估。",
            en: "Acts that belong to no single district are those of the district 0: areas, imports, assessments of several districts.")
    )

    @Option(
        help: .words(
            zh: "仅此区划的事件；0 表示不属于任何单一区县的事件。",
            en: "Only the events of this district; 0 for those of no single one."))
    var district: Int64?

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let chain = district.map { AuditChain(rawValue: $0) }
        try await page.print(as: format) { try await ListAuditEvents(registry: registry)(of: chain, page: $0, as: caller) }
    }
}

extension AuditEvent: Presentable {
    static let columns: [Column<AuditEvent>] = [
        Column("district", "区划", "district") { .integer($0.chain.rawValue) },
        Column("sequence", "序号", "sequence") { .integer($0.sequence) },
        Column("occurredAt", "时间", "time") { .text($0.occurredAt.rfc3339) },
        Column("act", "行为", "act") { .text($0.entry.act) },
        Column("caller", "操作者", "caller") { .text($0.entry.caller) },
        Column("subject", "对象", "subject") { .text($0.entry.subject) },
        Column("subjectKey", "编号", "number") { .text($0.entry.subjectKey) },
        Column("versionBefore", "原版本", "version before", brief: false) { $0.entry.versionBefore.map { .integer($0) } ?? .missing },
        Column("versionAfter", "新版本", "version after") { $0.entry.versionAfter.map { .integer($0) } ?? .missing },
        Column("outcome", "结果", "outcome", brief: false) { .text($0.entry.refusal == nil ? "done" : "refused") },
        Column("refusal", "拒绝原因", "refusal") { .text($0.entry.refusal) },
        Column("purpose", "目的", "purpose", brief: false) { .text($0.entry.purpose) },
        Column("rowCount", "行数", "rows", brief: false) { $0.entry.rowCount.map { .integer($0) } ?? .missing },
        Column("previousHash", "前一摘要", "previous hash", brief: false) { .text($0.previousHash.hexadecimal) },
        Column("hash", "摘要", "hash", brief: false) { .text($0.hash.hexadecimal) },
    ]
}
