import Appraisal
import ArgumentParser
import Values
import Workflow

struct RubricVersions: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions",
        abstract: .words(
            zh: "列出内置和登记系统所存的评估规则、其提出人，以及现行的是哪一套。",
            en: "List the rubrics that are built in and those that the register keeps: who proposed them, and which is in force."))

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListRubrics(registry: registry)(as: caller), as: format)
    }
}

extension RubricEntry: Presentable {
    static let columns: [Column<RubricEntry>] = [
        Column("id", "名称", "name") { .text($0.id) },
        Column("title", "标题", "title") { .words($0.title) },
        Column("validFrom", "生效", "valid from") { .day($0.validFrom) },
        Column("validThrough", "失效", "valid through") { .day($0.validThrough) },
        Column("isInForce", "使用中", "in force") { .yesNo($0.isInForce) },
        Column("isCompiledIn", "内置", "built in") { .yesNo($0.isCompiledIn) },
        Column("author", "提出", "proposed by") { .text($0.kept?.author) },
        Column("activatedBy", "启用", "activated by") { .text($0.kept?.activatedBy) },
        Column("activatedAt", "启用时间", "activated at", brief: false) { .text($0.kept?.activatedAt?.rfc3339) },
        Column("hash", "内容摘要", "hash of the content", brief: false) { .text($0.hash) },
    ]
}
