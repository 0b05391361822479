import Appraisal
import ArgumentParser
import Store
import Values
import Workflow

struct AssessRun: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: .words(
            zh: "进行评估，保存批次，并显示预警组织，最严重的在前。",
            en: "Assess, keep the run, and print the flagged organizations, worst first."))

    @Option(help: .words(zh: "按此日所知评估（默认：北京时间当天）。", en: "By what was known on this day (default: today in China)."))
    var asOf: Day?

    @Option(help: .words(zh: "仅此区域及其下级。", en: "Only in this area and below."))
    var area: AreaCode?

    @Option(
        help: .words(
            zh: "评估规则：名称、内容摘要或 JSON 文件的路径（默认：现行规则）。",
            en: "The rubric: a name, a hash or the path of a JSON file (default: the one in force)."))
    var rubric: String?

    @OptionGroup var part: FlaggedOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let day = asOf ?? registry.today
        let chosen = try await rubric.rubric(in: registry, as: caller)
        let line = CountLine(BilingualText(zh: "已评估", en: "assessed"))
        let run = try await RunAssessment(registry: registry)(asOf: day, area: area, rubric: chosen, as: caller, progress: line.show)
        line.end()
        Terminal.complain(run.sentence)
        try await part.print(run: run.run, area: nil, as: format, on: registry, caller)
    }
}

extension AssessmentRun {
    /// The run in one line.
    var sentence: BilingualText {
        BilingualText(
            zh: "评估批次 \(run)：截至 \(asOf)，按 \(rubric) 评估了 \(Grouping.digits(organizations)) 个组织。",
            en: "Run \(run): \(Grouping.digits(organizations)) organizations assessed as of \(asOf) by \(rubric).")
    }
}
