import Appraisal
import ArgumentParser
import Values
import Workflow

struct RubricCard: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "card",
        abstract: .words(
            zh: "显示模型说明卡：在结局已知的组织上估计的准确程度，以及局限。",
            en: "Show the model card: how well estimates did where it is known what became of organizations, and the limits."),
        discussion: .words(
            zh: "数字由 `incubator backtest` 在各数据集的开发半数上得出；--json 另含校准表、命令和许可。",
            en: """
                Figures are what `incubator backtest` printed, on the development halves of the data sets; --json adds reliability, commands and licences.
                """))

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let found = try await ShowModelCard(registry: registry)(as: caller)
        let lines = found.card.sets.flatMap { set in
            set.measures.map { ModelCardLine(set: set, about: found.dataSets.first { $0.dataset == set.dataset }, measure: $0) }
        }
        if format.json { return try Terminal.show(Record(found), asJSON: true) }
        try Listing.show(lines, as: format)
        guard !format.csv else { return }
        if !found.isAboutInForce {
            Terminal.complain(
                BilingualText(
                    zh: "现行规则 \(found.inForce.rubric.id) 没有在这些数据上检验过。",
                    en: "The rubric in force, \(found.inForce.rubric.id), was not measured on these data."))
        }
        for sentence in ModelCard.limits { Terminal.complain(sentence) }
    }
}

/// One model on one set of cases.
private struct ModelCardLine: Presentable {
    let set: ModelCard.DataSet
    let about: MeasuredDataSet?
    let measure: ModelCard.Measure

    static let columns: [Column<ModelCardLine>] =
        [
            Column("dataset", "数据集", "data set") { .text($0.set.dataset) },
            Column("horizon", "月数", "months") { .integer(Int64($0.set.horizon)) },
        ] + ModelCard.Measure.columns.map { $0.within(\.measure) }
}

extension ModelCard.Measure: Presentable {
    static let columns: [Column<ModelCard.Measure>] = [
        Column("cases", "样本", "cases") { .text($0.cases) },
        Column("model", "模型", "model") { .words($0.model.text) },
        Column("landmarks", "评分时点", "landmarks") { .integer(Int64($0.landmarks)) },
        Column("exits", "退出", "exits") { .integer(Int64($0.exits)) },
        Column("auc", "AUC", "AUC") { .figure($0.auc) },
        Column("aucLow", "95% 下限", "95% low") { .figure($0.aucLow) },
        Column("aucHigh", "95% 上限", "95% high") { .figure($0.aucHigh) },
        Column("calibrationSlope", "校准斜率", "calibration slope") { .figure($0.calibrationSlope) },
        Column("expectedOverObserved", "预期/实际", "expected/observed") { .figure($0.expectedOverObserved) },
        Column("brier", "Brier", "Brier") { .figure($0.brier, places: 4) },
        Column("brierSkill", "Brier 技巧", "Brier skill", brief: false) { .figure($0.brierSkill) },
        Column("calibrationIntercept", "校准截距", "calibration intercept", brief: false) { .figure($0.calibrationIntercept) },
        Column("expectedCalibrationError", "校准误差", "calibration error", brief: false) {
            .figure($0.expectedCalibrationError, places: 4)
        },
        Column("liftOfWorstTenth", "最差一成提升度", "lift, worst tenth") { .figure($0.liftOfWorstTenth) },
        Column("recallOfWorstFifth", "最差两成召回", "recall, worst fifth") { .figure($0.recallOfWorstFifth) },
    ]
}

extension ModelCard.Group: Presentable {
    static let columns: [Column<ModelCard.Group>] = [
        Column("cases", "样本", "cases") { .text($0.cases) },
        Column("group", "组", "group") { .integer(Int64($0.group)) },
        Column("landmarks", "评分时点", "landmarks") { .integer(Int64($0.landmarks)) },
        Column("estimate", "平均估计", "mean estimate") { .figure($0.estimate, places: 4) },
        Column("exits", "退出", "exits") { .integer(Int64($0.exits)) },
        Column("share", "退出比例", "share of exits") { .figure($0.share, places: 4) },
        Column("shareLow", "95% 下限", "95% low") { .figure($0.shareLow, places: 4) },
        Column("shareHigh", "95% 上限", "95% high") { .figure($0.shareHigh, places: 4) },
    ]
}

extension ModelCardInForce: Presentable {
    static let columns: [Column<ModelCardInForce>] = [
        Column("rubric", "规则", "rubric") { .text($0.card.rubric) },
        Column("rubricHash", "内容摘要", "hash of the content") { .text($0.card.rubricHash) },
        Column("isInForce", "使用中", "in force") { .yesNo($0.isAboutInForce) },
        Column("inForceHash", "现行规则的摘要", "hash of the one in force") { .text($0.inForce.hash) },
        Column("limits", "局限", "limits") { _ in .list(ModelCard.limits.map { .words($0) }) },
        Column("sets", "数据集", "data sets") { found in
            .records(
                found.card.sets.map { set in
                    Record(MeasuredSet(set: set, about: found.dataSets.first { $0.dataset == set.dataset }))
                })
        },
    ]
}

/// A data set with its figures, as programs get it.
private struct MeasuredSet: Presentable {
    let set: ModelCard.DataSet
    let about: MeasuredDataSet?

    static let columns: [Column<MeasuredSet>] = [
        Column("dataset", "数据集", "data set") { .text($0.set.dataset) },
        Column("title", "名称", "title") { $0.about.map { .words($0.title.text) } ?? .missing },
        Column("cases", "样本", "cases") { $0.about.map { .words($0.cases.text) } ?? .missing },
        Column("licence", "许可", "licence") { $0.about.map { .words($0.licence.text) } ?? .missing },
        Column("horizon", "月数", "months") { .integer(Int64($0.set.horizon)) },
        Column("commands", "命令", "commands") { .texts($0.set.commands) },
        Column("measures", "各模型", "models") { .records($0.set.measures.map { Record($0) }) },
        Column("reliability", "校准表", "reliability") { .records($0.set.reliability.map { Record($0) }) },
    ]
}
