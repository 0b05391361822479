import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct RubricPropose: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: .words(
            zh: "提出评估规则，由他人试算和启用；显示保存的版本。",
            en: "Hand a rubric in, to be tried and activated by somebody else; prints the version kept."))

    @Argument(
        help: .words(
            zh: "JSON 文件的路径，或内置评估规则的名称。",
            en: "The path of a JSON file, or the name of a rubric that is built in."))
    var rubric: String

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let kept = try await ProposeRubric(registry: registry)(try NamedRubric(nameOrPath: rubric), as: caller)
        try Terminal.show(Record(kept), asJSON: format.json)
    }
}

struct RubricTrialCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "trial",
        abstract: .words(
            zh: "在全部历史数据上将评估规则与现行规则一起试算，保存并显示谁会改变结论及其原因。",
            en: "Run a rubric beside the one in force on all past data, keep who would change status and why, and print it."),
        discussion: .words(
            zh: "全部历史数据：有过评估的各月最后一日，以及今天。",
            en: "All past data: the last day of every month for which something was assessed, and today."))

    @Argument(
        help: .words(
            zh: "评估规则：名称或内容摘要，见 `rubric versions`。写编号则显示已作的试算。",
            en: "The rubric: a name or a hash that `rubric versions` prints. A number shows a trial that was made."))
    var rubric: String

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number: Int64
        if let made = Int64(rubric) {
            number = made
        } else {
            let entry = try await ListRubrics(registry: registry)(rubric, as: caller).entry
            let line = CountLine(BilingualText(zh: "已评估", en: "assessed"))
            number = try await TrialRubric(registry: registry)(entry.hash, as: caller, progress: line.show).trial
            line.end()
        }
        var (listing, next, shown) = (Listing<RubricTrialChange>(as: format), String?.none, RubricTrialRecord?.none)
        repeat {
            let found = try await ShowRubricTrial(registry: registry)(number, page: PageRequest(size: 500, after: next), as: caller)
            if !found.page.items.isEmpty { try listing.add(found.page.items) }
            (next, shown) = (found.page.next, found.trial)
        } while next != nil
        try listing.finish()
        if let shown { Terminal.complain(shown.sentence) }
    }
}

struct RubricActivate: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "activate",
        abstract: .words(
            zh: "启用评估规则，须先与现行规则一起试算；提出人不能启用。",
            en: "Put a rubric in force, after it was tried beside the present one; whoever proposed it does not."))

    @Argument(
        help: .words(
            zh: "评估规则：名称或内容摘要，见 `rubric versions`。",
            en: "The rubric: a name or a hash that `rubric versions` prints."))
    var rubric: String

    @Option(help: .words(zh: "所依据试算的编号。", en: "The number of the trial that this rests on."))
    var trial: Int64

    @Option(help: .words(zh: "理由。", en: "Why."))
    var reason: String

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let entry = try await ListRubrics(registry: registry)(rubric, as: caller).entry
        let active = try await ActivateRubric(registry: registry)(entry.hash, trial: trial, reason: reason, as: caller)
        try Terminal.show(Record(active), asJSON: format.json)
    }
}

extension RubricTrialRecord {
    /// The trial in one line.
    fileprivate var sentence: BilingualText {
        let (all, changed) = (Grouping.digits(organizations), Grouping.digits(self.changed))
        return BilingualText(
            zh: "试算 \(trial)：\(days.count) 个日期共 \(all) 次评估，\(changed) 次会改变结论。",
            en: "Trial \(trial): on \(days.count) days \(all) assessments, of which \(changed) would change status.")
    }
}

extension RubricVersion: Presentable {
    static let columns: [Column<RubricVersion>] = [
        Column("id", "名称", "name") { .text($0.id) },
        Column("hash", "内容摘要", "hash of the content") { .text($0.hash) },
        Column("author", "提出", "proposed by") { .text($0.author) },
        Column("proposedAt", "提出时间", "proposed at") { .text($0.proposedAt.rfc3339) },
        Column("validFrom", "生效", "valid from") { .day($0.validFrom) },
        Column("validThrough", "失效", "valid through") { .day($0.validThrough) },
        Column("activatedBy", "启用", "activated by") { .text($0.activatedBy) },
        Column("activatedAt", "启用时间", "activated at") { .text($0.activatedAt?.rfc3339) },
    ]
}

extension RubricTrialChange: Presentable {
    static let columns: [Column<RubricTrialChange>] = [
        Column("organization", "组织", "organization") { .text($0.organization.description) },
        Column("name", "名称", "name") { .text($0.name) },
        Column("asOf", "截至", "as of") { .day($0.asOf) },
        Column("statusBefore", "原结论", "status before") { .term(Status(rawValue: $0.statusBefore), \.words) },
        Column("statusAfter", "新结论", "status after") { .term(Status(rawValue: $0.statusAfter), \.words) },
        Column("parts", "原因", "because of") { .texts($0.parts) },
        Column("logOdds", "对数几率之差", "difference in log-odds", brief: false) { .list($0.logOdds.map(FieldValue.number)) },
        Column("flagsRaised", "新出现的预警", "flags raised") { .texts($0.flagsRaised) },
        Column("flagsCleared", "不再有的预警", "flags cleared") { .texts($0.flagsCleared) },
    ]
}
