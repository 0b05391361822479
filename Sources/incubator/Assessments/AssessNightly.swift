import Appraisal
import ArgumentParser
import Values
import Workflow

struct AssessNightly: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "nightly",
        abstract: .words(
            zh: "每日评估全部组织一次：中断后再次运行即从中断处继续；当日已完成的，予以说明。",
            en: "Assess everything once a day: run again, it goes on where it was cut short, or says that it is done."),
        discussion: .words(
            zh: "供 cron 或定时器启动，次数不限。采用现行评估规则。",
            en: "Made to be started by cron or a timer, as often as one likes. Uses the rubric in force."))

    @Option(help: .words(zh: "仅此区域及其下级。", en: "Only in this area and below."))
    var area: AreaCode?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let line = CountLine(BilingualText(zh: "已评估", en: "assessed"))
        let (run, wasFinished) = try await RunNightlyAssessment(registry: registry)(area: area, as: caller, progress: line.show)
        line.end()
        if wasFinished {
            Terminal.complain(BilingualText(zh: "今日已评估。", en: "Today was assessed before."))
        }
        Terminal.complain(run.sentence)
        try Terminal.show(Record(run), asJSON: format.json)
    }
}

struct AssessRefresh: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: .words(
            zh: "重新评估上次评估后证据有变化的组织，并显示由此产生的批次。",
            en: "Assess the organizations anew whose evidence changed since they were assessed last; prints the runs made."))

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let runs = try await RefreshAssessments(registry: registry)(as: caller)
        try Listing.show(runs, as: format)
        let count = runs.reduce(0) { $0 + $1.organizations }
        Terminal.complain(
            BilingualText(zh: "重新评估的组织：\(Grouping.digits(count))", en: "Organizations assessed anew: \(Grouping.digits(count))"))
    }
}

struct AssessResume: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: .words(
            zh: "继续已中断的批次；已完成的部分予以保留。",
            en: "Go on with a run that was cut short; what it had done stays done."))

    @Argument(help: .words(zh: "批次的编号。", en: "The number of the run."))
    var number: Int64

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let line = CountLine(BilingualText(zh: "已评估", en: "assessed"))
        let run = try await RunAssessment(registry: registry).resume(number, as: caller, progress: line.show)
        line.end()
        Terminal.complain(run.sentence)
        try Terminal.show(Record(run), asJSON: format.json)
    }
}
