import Appraisal
import Values
import Workflow

/// Expected and observed exits of one task.
struct BacktestBalance: Presentable {
    let task: String
    let balance: ExpectedAndObserved
    let skill: Double?

    static let columns: [Column<BacktestBalance>] =
        [Column("cases", "样本", "cases") { .text($0.task) }] + balanceColumns { $0.balance }
        + [Column("brierSkill", "Brier 技巧", "Brier skill") { .figure($0.skill) }]

    /// Exits expected and observed, their quotient with what chance leaves open, and whether that calls for attention.
    static func balanceColumns<Line>(_ balance: @escaping @Sendable (Line) -> ExpectedAndObserved) -> [Column<Line>] {
        [
            Column("landmarks", "评分时点", "landmarks") { .integer(Int64(balance($0).cases)) },
            Column("expected", "预期退出", "exits expected") { .figure(balance($0).expected, places: 1) },
            Column("observed", "实际退出", "observed") { .integer(Int64(balance($0).observed)) },
            Column("expectedOverObserved", "预期/实际", "expected/observed") { .figure(balance($0).ratio, places: 2) },
            Column("ratioLow", "95% 下限", "95% low") { .figure(balance($0).interval.lowerBound, places: 2) },
            Column("ratioHigh", "95% 上限", "95% high") { .figure(balance($0).interval.upperBound, places: 2) },
            Column("alarm", "警报", "alarm") { .term(balance($0).alarm, \.words) },
        ]
    }
}

/// One group of the reliability table.
struct ReliabilityLine: Presentable {
    let task: String
    let group: Int
    let point: ReliabilityDiagram.Point

    static let columns: [Column<ReliabilityLine>] = [
        Column("cases", "样本", "cases") { .text($0.task) },
        Column("group", "组", "group") { .integer(Int64($0.group)) },
        Column("landmarks", "评分时点", "landmarks") { .integer(Int64($0.point.cases)) },
        Column("estimate", "平均估计", "mean estimate") { .figure($0.point.estimate, places: 4) },
        Column("exits", "退出", "exits") { .integer(Int64($0.point.exits)) },
        Column("share", "退出比例", "share of exits") { .figure($0.point.share, places: 4) },
        Column("shareLow", "95% 下限", "95% low") { .figure($0.point.lowest, places: 4) },
        Column("shareHigh", "95% 上限", "95% high") { .figure($0.point.highest, places: 4) },
    ]
}

/// What one flag was worth.
struct FlagLiftLine: Presentable {
    let task: String
    let rule: FlagRule
    let lift: FlagLift

    static let columns: [Column<FlagLiftLine>] = [
        Column("cases", "样本", "cases") { .text($0.task) },
        Column("flag", "预警", "flag") { .text($0.rule.code) },
        Column("severity", "等级", "severity") { .term($0.rule.severity, \.words) },
        Column("landmarks", "可判断的评分时点", "landmarks with a value") { .integer(Int64($0.lift.cases)) },
        Column("raised", "出现", "raised") { .integer(Int64($0.lift.raised)) },
        Column("exits", "其中退出", "exits among them") { .integer(Int64($0.lift.exitsAmongRaised)) },
        Column("lift", "提升度", "lift") { .figure($0.lift.lift, places: 2) },
        Column("liftLow", "95% 下限", "95% low") { .figure($0.lift.interval?.lowerBound, places: 2) },
        Column("liftHigh", "95% 上限", "95% high") { .figure($0.lift.interval?.upperBound, places: 2) },
    ]
}

/// One kind of organizations beside the others.
struct GroupLine: Presentable {
    let task: String
    let difference: GroupDifference

    static let columns: [Column<GroupLine>] =
        [
            Column("cases", "样本", "cases") { .text($0.task) },
            Column("by", "分组", "by") { .term($0.difference.dimension, \.words) },
            Column("group", "组", "group") { .words($0.difference.group) },
        ] + BacktestBalance.balanceColumns { $0.difference.balance } + [
            Column("auc", "AUC", "AUC") { .figure($0.difference.area) },
            Column("alarmedAmongStays", "留存者被提示比例", "watched among stays") { .figure($0.difference.alarmedAmongStays) },
            Column("alarmedAmongExits", "退出者被提示比例", "watched among exits") { .figure($0.difference.alarmedAmongExits) },
        ]
}

/// One test year of a calibration that grows.
struct GrowthLine: Presentable {
    let task: String
    let year: GrowingCalibration.Year

    static let columns: [Column<GrowthLine>] =
        [
            Column("cases", "样本", "cases") { .text($0.task) },
            Column("year", "年份", "year") { .integer(Int64($0.year.year)) },
            Column("landmarks", "评分时点", "landmarks") { .integer(Int64($0.year.cases)) },
            Column("knownExits", "当时已知退出", "exits known then") { .integer(Int64($0.year.knownExits)) },
            Column("stage", "采用阶段", "stage used") { .term($0.year.used, \.words) },
            Column("observed", "实际退出", "exits") { .integer(Int64($0.year.exits)) },
            Column("expectedShipped", "未校准预期", "expected as shipped") { .figure($0.year.expected[.notCalibratedLocally], places: 1) },
            Column("expected", "校准后预期", "expected, calibrated") { .figure($0.year.expected[$0.year.used], places: 1) },
        ]
        + CalibrationStage.allCases.map { stage in
            Column("loss-\(stage.rawValue)", "对数损失：\(stage.words.zh)", "log-loss, \(stage.rawValue)", brief: false) {
                .figure($0.year.losses[stage], places: 5)
            }
        } + [
            Column("lossShipped", "未校准损失", "log-loss as shipped") { .figure($0.year.losses[.notCalibratedLocally], places: 4) },
            Column("loss", "校准后损失", "log-loss, calibrated") { .figure($0.year.losses[$0.year.used], places: 4) },
        ]
}

extension FieldValue {
    /// A measured number to so many places; missing where there is none.
    static func figure(_ value: Double?, places: Int = 3) -> FieldValue {
        guard let value, value.isFinite else { return .missing }
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        return .number((value * scale).rounded() / scale)
    }
}
