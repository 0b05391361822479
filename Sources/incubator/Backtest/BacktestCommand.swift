import Appraisal
import ArgumentParser
import Values
import Workflow

struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: .words(
            zh: "用结局已知的真实组织检验评估规则，并与两个已发表的模型比较。",
            en: "Try a rubric on real organizations whose fate is known, beside two published models."),
        discussion: .words(
            zh: """
                目录中为一个数据集的各张表。可以不含结果列，此时只有 --predictions 有输出。
                各评分时点均按当日所知计分。不向登记系统写入任何内容。
                """,
            en: """
                DIR holds a data set's tables. Its outcome columns may be absent: then only --predictions has anything to say.
                Each landmark is scored by what was known on its day. Nothing is written to the register.
                """)
    )

    @Argument(help: .words(zh: "各张表所在的目录。", en: "The folder with the tables."))
    var folder: String

    @Option(
        help: .words(
            zh: "数据集：coops_uk、ca_charters 或 apache_incubator。",
            en: "Which data set it is: coops_uk, ca_charters or apache_incubator."))
    var dataset: String

    @Option(help: .words(zh: "评估规则：名称或 JSON 文件的路径。", en: "The rubric: a name or the path of a JSON file."))
    var rubric = RubricLibrary.standard

    @Option(
        name: .customLong("fit-on"),
        help: .words(
            zh: "用此目录中同一数据集的结果重新拟合分值。",
            en: "Fit the points anew on the outcomes in this folder of the same data set."))
    var fitOn: String?

    @Option(
        help: .words(
            zh: "不计某类指标的分值，如 reporting。可写多次。",
            en: "Leave the points of a family of indicators out, for example reporting. May be repeated."))
    var without: [String] = []

    @Option(help: .words(zh: "预测的月数：12、24 或 36。", en: "Months ahead: 12, 24 or 36."))
    var horizon = 24

    @Option(help: .words(zh: "将每个评分时点写成一行，存入此 CSV 文件。", en: "Write one row per landmark to this CSV file."))
    var predictions: String?

    @Flag(
        name: .customLong("cross-validate"),
        help: .words(
            zh: "同时用本目录的数据拟合，各组织均由未用过其数据的分值计分。",
            en: "Also fit on this folder itself, each organization scored by points that never saw it."))
    var crossValidates = false

    @Option(help: .words(zh: "计算区间时重复抽样的次数。", en: "How many times organizations are drawn for the intervals."))
    var samples = 500

    @Option(
        help: .words(
            zh: "抽样的随机种子；种子相同，结果相同。",
            en: "Where the drawing begins; the same number always draws the same."))
    var seed: UInt64 = 1

    @Option(
        help: .words(
            zh: "只显示此表；写了 --json 或 --csv 时为 measures。",
            en: "Only this table: \(BacktestTableName.allCases.map(\.rawValue).joined(separator: ", ")). With --json and --csv: measures."))
    var table: BacktestTableName?

    @Option(help: .words(zh: "将估计与实际的对照图写入此 SVG 文件。", en: "Draw estimates against what happened, to this SVG file."))
    var diagram: String?

    @OptionGroup var format: TableOptions

    mutating func validate() throws {
        guard Horizon(rawValue: horizon) != nil else {
            throw ValidationError(zh: "--horizon 应为 12、24 或 36。", en: "--horizon must be 12, 24 or 36.")
        }
        guard (0...100_000).contains(samples) else {
            throw ValidationError(zh: "--samples 应为 0 到 100000。", en: "--samples must be 0 to 100000.")
        }
    }

    func run() throws {
        let layout = try BacktestReference.layout(dataset)
        let folder = try BacktestFolder(path: folder, layout: layout)
        let horizon = Horizon(rawValue: horizon) ?? .months24
        let chosen = try chosenRubric(layout: layout, horizon: horizon)
        let report = BacktestReport(
            data: folder.data, rubric: chosen, settings: try settings(for: chosen), horizon: horizon, samples: samples, seed: seed,
            crossValidates: crossValidates, isFitted: fitOn != nil
        )
        if let predictions {
            try PredictionsFile(data: folder.data, evaluations: report.evaluations, horizon: horizon).write(to: predictions)
        }
        if let diagram { try draw(report, to: diagram) }
        try report.show(table, as: format)
    }

    /// Draws the first task that has outcomes.
    private func draw(_ report: BacktestReport, to path: String) throws {
        guard let part = report.parts.first else { return }
        let file = try ReportFile(path: path)
        try file.begin()
        try file.write(Array(part.diagram.svg(in: Terminal.language).utf8))
        try file.close()
    }

    /// The rubric as it is, or with points fitted elsewhere.
    private func chosenRubric(layout: BacktestLayout, horizon: Horizon) throws -> Rubric {
        let named = try NamedRubric(nameOrPath: rubric).rubric
        let unknown = without.filter { code in !named.families.contains { $0.code == code } }
        guard unknown.isEmpty else {
            let all = named.families.map(\.code)
            throw Refusal.importFile(
                BilingualText(zh: "没有指标类“\(unknown[0])”。", en: "There is no family of indicators “\(unknown[0])”."),
                remedy: BilingualText(zh: "可用：\(all.joined(separator: "、"))。", en: "There are: \(all.joined(separator: ", ")).")
            )
        }
        let base = named.withoutPoints(ofFamilies: Set(without))
        guard let fitOn else { return base }
        let training = try BacktestFolder(path: fitOn, layout: layout)
        let settings = try settings(for: base)
        do throws(BacktestFault) {
            return try training.data.fit(base, settings: settings, horizon: horizon)
        } catch {
            throw Refusal.backtest(error, folder: fitOn)
        }
    }

    /// The fit's settings without the families left out.
    private func settings(for rubric: Rubric) throws(Refusal) -> RubricFit.Settings {
        try BacktestReference.fitSettings().without(families: Set(without), of: rubric)
    }
}
