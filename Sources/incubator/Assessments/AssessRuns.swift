import Appraisal
import ArgumentParser
import Store
import Values
import Workflow

struct AssessRuns: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: .words(
            zh: "列出批次，最新的在前。",
            en: "List the runs, the newest first."))

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await page.print(as: format) { try await ListRuns(registry: registry)(page: $0, as: caller) }
    }
}

extension AssessmentRun: Presentable {
    static let columns: [Column<AssessmentRun>] = [
        Column("run", "批次", "run") { .integer($0.run) },
        Column("asOf", "截至", "as of") { .day($0.asOf) },
        Column("area", "区域", "area") { .text($0.area?.text) },
        Column("rubric", "评分规则", "rubric") { .text($0.rubric) },
        Column("organizations", "组织数", "organizations") { .integer($0.organizations) },
        Column("startedAt", "开始", "started") { .text($0.startedAt.rfc3339) },
        Column("finishedAt", "完成", "finished") { .text($0.finishedAt?.rfc3339) },
        Column("kind", "种类", "kind") { .term($0.kind, \.words) },
        Column("rubricHash", "规则摘要", "rubric's hash", brief: false) { .text($0.rubricHash) },
    ]
}

extension AssessmentRun.Kind {
    /// What the run was started for, for people.
    var words: BilingualText {
        switch self {
        case .demanded: BilingualText(zh: "按需", en: "demanded")
        case .nightly: BilingualText(zh: "每夜", en: "nightly")
        case .refresh: BilingualText(zh: "更新", en: "refresh")
        }
    }
}
