import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct FlagBatch: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: .words(
            zh: "成批指派或上报预警，并显示各条的结果。",
            en: "Give several flags to somebody, or hand them up; prints what became of each."),
        discussion: .words(
            zh: "各条单独办理：一条不能办理不影响其他，此时退出码为 1。",
            en: "Each is done by itself: one that cannot be done leaves the others alone, and the status is then 1."))

    enum Work: String, CaseIterable, ExpressibleByArgument {
        case assign, escalate
    }

    @Argument(
        help: .words(
            zh: "预警，写成“组织编号/预警代码”，如 320613-42/FIN-RESERVE-NEG。",
            en: "The flags, each as ORGANIZATION/CODE, such as 320613-42/FIN-RESERVE-NEG."))
    var flags: [String]

    @Option(help: .words(zh: "办理事项：assign 为指派，escalate 为上报。", en: "What is to be done: assign, escalate."))
    var act = Work.assign

    @Option(help: .words(zh: "交给谁，如 account-7。", en: "To whom, such as account-7."))
    var owner: String

    @Option(help: .words(zh: "办结期限。", en: "By which day they are to be settled."))
    var due: Day

    @Option(help: .words(zh: "期限所依据规则的代码。", en: "The code of the rule that sets the day."))
    var rule = "by-hand"

    @Option(help: .words(zh: "理由；上报时必填。", en: "Why; needed to escalate."))
    var note: String?

    @Flag(help: .words(zh: "只显示会怎样，不办理。", en: "Print what would happen, and do nothing."))
    var preview = false

    @OptionGroup var format: TableOptions

    mutating func validate() throws {
        if act == .escalate, note == nil { throw ValidationError(zh: "上报须写 --note。", en: "To escalate takes --note.") }
        if act == .assign, note != nil { throw ValidationError(zh: "--note 只用于 --act escalate。", en: "--note goes with --act escalate.") }
        if let wrong = flags.first(where: { Self.flag($0) == nil }) {
            throw ValidationError(zh: "“\(wrong)”不是“组织编号/预警代码”。", en: "“\(wrong)” is not ORGANIZATION/CODE.")
        }
    }

    private static func flag(_ text: String) -> ChosenFlag? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = OrganizationNumber(String(parts[0])), !parts[1].isEmpty else { return nil }
        return ChosenFlag(organization: number, code: String(parts[1]))
    }

    func run(on registry: Registry, as caller: Caller) async throws {
        let work: HandledFlag.Act =
            switch act {
            case .assign: .assign(owner: owner, due: due, rule: rule)
            case .escalate: .escalate(owner: owner, due: due, rule: rule, note: note ?? "")
            }
        let batch = HandleFlags(registry: registry)
        var outcomes = try await batch.preview(flags.compactMap(Self.flag), work, as: caller)
        let possible = outcomes.filter { $0.refusal == nil }.map(\.flag)
        // One that cannot be done is refused as a single act is.
        if possible.isEmpty, outcomes.count == 1, let refusal = outcomes[0].refusal { throw refusal }
        if !preview, !possible.isEmpty {
            outcomes = try await batch(possible, work, as: caller) + outcomes.filter { $0.refusal != nil }
        }
        var listing = Listing<FlagOutcome>(as: format)
        try listing.add(outcomes)
        try listing.finish()
        if outcomes.contains(where: { $0.refusal != nil }) { throw ExitStatus.refused }
    }
}

extension FlagOutcome: Presentable {
    static let columns: [Column<FlagOutcome>] = [
        Column("organization", "组织编号", "organization") { .text($0.flag.organization.description) },
        Column("name", "名称", "name") { $0.name.map(FieldValue.words) ?? .missing },
        Column("flag", "预警", "flag") { .text($0.flag.code) },
        Column("version", "版本", "version", brief: false) { $0.flag.version.map(FieldValue.integer) ?? .missing },
        Column("state", "处理状态", "state") { .text($0.state?.rawValue) },
        Column("owner", "承办人", "owner") { .text($0.owner) },
        Column("refusal", "不能办理", "refused") { .text($0.refusal?.slug) },
        Column("reason", "原因", "why") { $0.refusal.map { .words($0.words.detail) } ?? .missing },
    ]
}
