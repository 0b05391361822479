import Appraisal
import ArgumentParser
import Values
import Workflow

/// The group of commands for what is learned from local exits.
struct CalibrationCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibration",
        abstract: .words(
            zh: "用本登记系统的退出结果校准：满五例校准基准风险，满二十例校准分值效力，满五十例重新拟合分值。",
            en: "Learn from the register's own exits: base risk from five on, the weight of points from twenty, points from fifty."),
        subcommands: [CalibrationList.self, CalibrationShow.self, CalibrationPropose.self, CalibrationApprove.self]
    )
}

struct CalibrationList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "列出校准，最新的在前。",
            en: "List the calibrations, the newest first."))

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await page.print(as: format) { try await ListCalibrations(registry: registry)(page: $0, as: caller) }
    }
}

struct CalibrationShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .words(
            zh: "显示一项校准及其在以往各年的检验结果。",
            en: "Show a calibration with how it would have done in past years."))

    @Argument(help: .words(zh: "校准的编号。", en: "The number of the calibration."))
    var number: Int64

    @Option(help: .words(zh: "将估计与实际的对照图写入此 SVG 文件。", en: "Draw estimates against what happened, to this SVG file."))
    var diagram: String?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let found = try await ListCalibrations(registry: registry)(number, as: caller)
        if let diagram {
            let file = try ReportFile(path: diagram)
            try file.begin()
            try file.write(Array((found.report.diagram[Terminal.language == .english ? "en" : "zh"] ?? "").utf8))
            try file.close()
        }
        try Terminal.show(Record(found), asJSON: format.json)
    }
}

struct CalibrationPropose: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: .words(
            zh: "用今天已知的退出结果提出校准；显示校准及其在以往各年的检验结果。",
            en: "Learn from the exits known today and propose it; prints it with how it would have done in past years."))

    @Option(
        help: .words(
            zh: "取自并适用于此区域（默认：全部登记组织）。",
            en: "From this area, for this area (default: the whole register)."))
    var area: AreaCode?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let proposed = try await ProposeCalibration(registry: registry)(area: area, as: caller)
        try Terminal.show(Record(proposed), asJSON: format.json)
    }
}

struct CalibrationApprove: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: .words(
            zh: "批准一项校准使其生效，并显示该校准；提出人不能批准。",
            en: "Put a calibration in force; whoever proposed it does not. Prints it."))

    @Argument(help: .words(zh: "校准的编号。", en: "The number of the calibration."))
    var number: Int64

    @Option(help: .words(zh: "开始使用的日期。", en: "The first day for which it is used."))
    var from: Day

    @Option(help: .words(zh: "最后一日（默认：不设期限）。", en: "The last day (default: open)."))
    var through: Day?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let approved = try await ApproveCalibration(registry: registry)(number, from: from, through: through, as: caller)
        try Terminal.show(Record(approved), asJSON: format.json)
    }
}

extension CalibrationProposal: Presentable {
    static let columns: [Column<CalibrationProposal>] = [
        Column("number", "编号", "number") { .integer($0.row.number) },
        Column("area", "区域", "area") { .text($0.row.area?.text) },
        Column("stage", "阶段", "stage") { .term(CalibrationStage(rawValue: $0.row.stage), \.words) },
        Column("asOf", "截至", "as of") { .day($0.row.asOf) },
        Column("exits", "退出", "exits") { .integer(Int64($0.row.exits)) },
        Column("author", "提出", "proposed by") { .text($0.row.author) },
        Column("approver", "批准", "approved by") { .text($0.row.approver) },
        Column("validFrom", "生效", "valid from") { .day($0.row.validFrom) },
        Column("validThrough", "失效", "valid through") { .day($0.row.validThrough) },
        Column("expected", "预期退出", "exits expected", brief: false) { .figure($0.report.expected, places: 1) },
        Column("observed", "实际退出", "observed", brief: false) { .integer(Int64($0.report.exits)) },
        Column("expectedOverObserved", "预期/实际", "expected/observed", brief: false) { .figure($0.report.balance.ratio, places: 2) },
        Column("ratioLow", "95% 下限", "95% low", brief: false) { .figure($0.report.balance.interval.lowerBound, places: 2) },
        Column("ratioHigh", "95% 上限", "95% high", brief: false) { .figure($0.report.balance.interval.upperBound, places: 2) },
        Column("alarm", "警报", "alarm", brief: false) { .term($0.report.balance.alarm, \.words) },
        Column("brierSkill", "Brier 技巧", "Brier skill", brief: false) { .figure($0.report.brierSkill) },
        Column("rubricHash", "规则摘要", "rubric's hash", brief: false) { .text($0.row.rubricHash) },
        Column("hash", "内容摘要", "hash", brief: false) { .text($0.row.hash) },
        Column("years", "逐年检验", "year by year", brief: false) { .records($0.report.years.map { Record($0) }) },
        Column("groups", "校准表", "reliability", brief: false) { .records($0.report.groups.map { Record($0) }) },
    ]
}

extension CalibrationReport.Year: Presentable {
    static let columns: [Column<CalibrationReport.Year>] = [
        Column("year", "年份", "year") { .integer(Int64($0.year)) },
        Column("cases", "评分时点", "landmarks") { .integer(Int64($0.cases)) },
        Column("knownExits", "当时已知退出", "exits known then") { .integer(Int64($0.knownExits)) },
        Column("stage", "采用阶段", "stage used") { .term(CalibrationStage(rawValue: $0.stage), \.words) },
        Column("exits", "实际退出", "exits") { .integer(Int64($0.exits)) },
        Column("expectedShipped", "未校准预期", "expected as shipped") { .figure($0.expectedShipped, places: 1) },
        Column("expected", "校准后预期", "expected, calibrated") { .figure($0.expected, places: 1) },
        Column("lossShipped", "未校准损失", "log-loss as shipped") { .figure($0.lossShipped, places: 4) },
        Column("loss", "校准后损失", "log-loss, calibrated") { .figure($0.loss, places: 4) },
    ]
}

extension CalibrationReport.Group: Presentable {
    static let columns: [Column<CalibrationReport.Group>] = [
        Column("cases", "评分时点", "landmarks") { .integer(Int64($0.cases)) },
        Column("estimate", "平均估计", "mean estimate") { .figure($0.estimate, places: 4) },
        Column("exits", "退出", "exits") { .integer(Int64($0.exits)) },
        Column("share", "退出比例", "share of exits") { .figure($0.share, places: 4) },
        Column("lowest", "95% 下限", "95% low") { .figure($0.lowest, places: 4) },
        Column("highest", "95% 上限", "95% high") { .figure($0.highest, places: 4) },
    ]
}
