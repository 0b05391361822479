import Appraisal
import Values

/// One line of the report: one model on one set of cases.
struct BacktestMeasure: Presentable {
    let cases: String
    let model: BilingualText
    let scores: BacktestScores

    static let columns: [Column<BacktestMeasure>] = [
        Column("cases", "样本", "cases") { .text($0.cases) },
        Column("model", "模型", "model") { .words($0.model) },
        Column("landmarks", "评分时点", "landmarks") { .integer(Int64($0.scores.cases)) },
        Column("exits", "退出", "exits") { .integer(Int64($0.scores.exits)) },
        Column("auc", "AUC", "AUC") { .figure($0.scores.area) },
        Column("aucLow", "95% 下限", "95% low") { .figure($0.scores.interval?.lowerBound) },
        Column("aucHigh", "95% 上限", "95% high") { .figure($0.scores.interval?.upperBound) },
        Column("liftOfWorstTenth", "最差一成提升度", "lift, worst tenth") { .figure($0.scores.liftOfWorstTenth) },
        Column("recallOfWorstFifth", "最差两成召回", "recall, worst fifth") { .figure($0.scores.recallOfWorstFifth) },
        Column("brier", "Brier", "Brier") { .figure($0.scores.calibration?.brier, places: 4) },
        Column("brierSkill", "Brier 技巧", "Brier skill", brief: false) { .figure($0.scores.calibration?.skill) },
        Column("calibrationSlope", "校准斜率", "slope") { .figure($0.scores.calibration?.slope) },
        Column("calibrationIntercept", "校准截距", "intercept", brief: false) { .figure($0.scores.calibration?.intercept) },
        Column("expectedCalibrationError", "校准误差", "ECE") { .figure($0.scores.calibration?.expectedError, places: 4) },
        Column("expectedOverObserved", "预期/实际", "expected/observed") { measure in
            .figure(
                measure.scores.calibration.flatMap { check in
                    check.exits > 0 ? check.expectedShare * Double(check.cases) / Double(check.exits) : nil
                })
        },
    ]
}

/// One test year of the walk-forward.
struct WalkForwardLine: Presentable {
    let task: String
    let year: WalkForward.Year

    static let columns: [Column<WalkForwardLine>] = [
        Column("cases", "样本", "cases") { .text($0.task) },
        Column("year", "年份", "year") { .integer(Int64($0.year.year)) },
        Column("landmarks", "评分时点", "landmarks") { .integer(Int64($0.year.cases)) },
        Column("exits", "退出", "exits") { .integer(Int64($0.year.exits)) },
        Column("expected", "预期", "expected") { .number(($0.year.expected * 10).rounded() / 10) },
        Column("expectedMoved", "调截距后预期", "expected, intercept moved") { .number(($0.year.movedExpected * 10).rounded() / 10) },
        Column("brier", "Brier", "Brier") { .number(($0.year.brier * 1e5).rounded() / 1e5) },
        Column("brierMoved", "调截距后 Brier", "Brier, intercept moved") { .number(($0.year.movedBrier * 1e5).rounded() / 1e5) },
    ]
}
