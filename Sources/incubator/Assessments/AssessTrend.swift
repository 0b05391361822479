import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct AssessTrend: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend",
        abstract: .words(
            zh: "逐批显示一个组织的评估变化，最新的在前。",
            en: "Show how an organization's assessments went, run by run, the newest first."))

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let show = ShowTrend(registry: registry)
        try await page.print(as: format) { request in
            let found = try await show(organization.number, page: request, as: caller)
            return Page(items: found.items.map(TrendLine.init), next: found.next)
        }
    }
}

/// One assessment of a trend.
struct TrendLine: Presentable {
    let assessment: StoredAssessment

    static let columns: [Column<TrendLine>] = [
        Column("run", "批次", "run") { .integer($0.assessment.run) },
        Column("asOf", "截至", "as of") { .day($0.assessment.asOf) },
        Column("status", "结论", "status") { .term(Status(rawValue: $0.assessment.status), \.words) },
        Column("computedStatus", "本次结论", "by itself") { .term(Status(rawValue: $0.assessment.computedStatus), \.words) },
        Column("points", "分数", "points") { .integer(Int64($0.assessment.points)) },
        Column("probability", "24 个月内终止的可能", "probability") { $0.assessment.probability.map(FieldValue.number) ?? .missing },
        Column("coverage", "已知比例", "coverage") { .number($0.assessment.coverage) },
        Column("calibration", "校准", "calibration", brief: false) { line in
            .term(CalibrationStage(rawValue: line.assessment.detail.calibration), \.words)
        },
        Column("flags", "预警", "flags") { .texts($0.assessment.detail.flags.map(\.code)) },
    ]
}

struct AssessCohort: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort",
        abstract: .words(
            zh: "在一个批次中，将组织与本区县同类组织比较。",
            en: "Compare an organization with those of its kind in its district, in one run."),
        discussion: .words(
            zh: "不列出其他组织的名称，只显示个数和四分位数。",
            en: "No other organization is named: only counts and quarters are shown."))

    @OptionGroup var organization: OrganizationArgument

    @Option(
        name: .customLong("run"),
        help: .words(
            zh: "批次的编号（默认：含有该组织的最新批次）。",
            en: "The number of the run (default: the newest that holds the organization)."))
    var number: Int64?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let found = try await CompareWithCohort(registry: registry)(organization.number, run: number, as: caller)
        try Terminal.show(Record(found), asJSON: format.json)
    }
}

extension CohortComparison: Presentable {
    static let columns: [Column<CohortComparison>] = [
        Column("organization", "组织", "organization") { .text($0.assessment.organization.description) },
        Column("run", "批次", "run") { .integer($0.assessment.run) },
        Column("asOf", "截至", "as of") { .day($0.assessment.asOf) },
        Column("status", "结论", "status") { .term(Status(rawValue: $0.assessment.status), \.words) },
        Column("points", "分数", "points") { .integer(Int64($0.assessment.points)) },
        Column("probability", "24 个月内终止的可能", "probability") { $0.assessment.probability.map(FieldValue.number) ?? .missing },
        Column("cohortOrganizations", "同类组织数", "organizations of its kind") { .integer($0.cohort.organizations) },
        Column("pointsBelow", "分数低于它的比例", "share with fewer points") { $0.cohort.pointsBelow.map(FieldValue.number) ?? .missing },
        Column("pointQuarters", "分数四分位", "quarters of points") { quarters($0.cohort.pointQuarters) },
        Column("probabilityQuarters", "估计值四分位", "quarters of probability") { quarters($0.cohort.probabilityQuarters) },
        Column("unsustainable", "难以持续", "unsustainable") { .integer($0.cohort.unsustainable) },
        Column("watched", "关注", "watched") { .integer($0.cohort.watched) },
        Column("stable", "稳定", "stable") { .integer($0.cohort.stable) },
        Column("incomplete", "不完整", "incomplete") { .integer($0.cohort.incomplete) },
    ]

    private static func quarters(_ values: [Double]?) -> FieldValue {
        values.map { .list($0.map(FieldValue.number)) } ?? .missing
    }
}

struct AssessVisits: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "visits",
        abstract: .words(
            zh: "从没有预警的组织中抽取若干家走访，以了解预警遗漏了什么。",
            en: "Draw organizations without a flag for a visit, to learn what flags miss."),
        discussion: .words(
            zh: """
                每二十个需关注的组织抽取一个，至少一个。同一批次的抽取结果始终相同。走访结果用 `incubator flag intervene` 登记。
                """,
            en: """
                One for every twenty that are watched, at least one. The same run always draws the same. What came of a visit is kept with \
                `incubator flag intervene`.
                """))

    @Option(
        name: .customLong("run"),
        help: .words(
            zh: "批次的编号（默认：最新批次）。",
            en: "The number of the run (default: the newest)."))
    var number: Int64?

    @Option(help: .words(zh: "仅此区域及其下级。", en: "Only in this area and below."))
    var area: AreaCode?

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let found = try await DrawVisits(registry: registry)(run: number, area: area, as: caller)
        Terminal.complain(found.run.sentence)
        try Listing.show(found.visits, as: format)
    }
}

extension DrawnVisit: Presentable {
    static let columns: [Column<DrawnVisit>] = [
        Column("organization", "组织", "organization") { .text($0.organization.description) },
        Column("name", "名称", "name") { .text($0.name) },
        Column("englishName", "英文名称", "English name", brief: false) { .text($0.englishName) },
    ]
}
