import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct RubricTry: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: .words(
            zh: "在登记系统上将评估规则与现行规则一起试算，列出谁会改变结论及其原因。",
            en: "Run a rubric beside the one in force on the register, and list who would change status and why."),
        discussion: .words(zh: "结果不保存。", en: "Nothing is stored."))

    @Argument(
        help: .words(
            zh: "要试算的评估规则：JSON 文件的路径、名称或内容摘要。",
            en: "The rubric to try: the path of a JSON file, a name or a hash."))
    var rubric: String

    @Option(
        help: .words(
            zh: "用作对照的评估规则：名称、内容摘要或 JSON 文件的路径（默认：现行规则）。",
            en: "The rubric that it is held against: a name, a hash or the path of a JSON file (default: the one in force)."))
    var beside: String?

    @Option(help: .words(zh: "按此日所知评估。", en: "By what was known on this day."))
    var asOf: Day

    @Option(help: .words(zh: "仅此区域及其下级。", en: "Only in this area and below."))
    var area: AreaCode?

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let other = try await NamedRubric(nameOrPath: rubric, in: registry, as: caller)
        let standard =
            if let beside { try await NamedRubric(nameOrPath: beside, in: registry, as: caller) } else {
                try await ShowRubric(registry: registry).inForce(as: caller)
            }
        var listing = Listing<StatusChange>(as: format)
        let line = CountLine(BilingualText(zh: "已评估", en: "assessed"))
        let trial = try await TryRubric(registry: registry)(
            other, beside: standard, asOf: asOf, area: area, as: caller, progress: line.show
        ) { changes in
            if format.json || format.csv { return try listing.add(changes) }
            let lines = changes.flatMap { $0.lines(in: Terminal.language) }
            try Terminal.write(lines.map { DisplayWidth.harmless($0) + "\n" }.joined())
        }
        line.end()
        if format.json || format.csv { try listing.finish() }
        for sentence in trial.sentences { Terminal.complain(sentence) }
    }
}

extension RubricTrial {
    /// How many would change, and from where to where.
    var sentences: [BilingualText] {
        let (changed, all) = (Grouping.digits(changed), Grouping.digits(organizations))
        func name(_ move: Move) -> String { "\(move.before.rawValue) \(move.after.rawValue)" }
        let kinds = moves.filter { $0.key.before != $0.key.after }.sorted { ($1.value, name($0.key)) < ($0.value, name($1.key)) }
        return [
            BilingualText(zh: "\(all) 个组织中有 \(changed) 个会改变结论。", en: "\(changed) of \(all) organizations would change status.")
        ]
            + kinds.map { move, count in
                let number = Grouping.digits(count)
                let (before, after) = (move.before.words, move.after.words)
                return BilingualText(zh: "  \(before.zh) → \(after.zh)：\(number)", en: "  \(before.en) → \(after.en): \(number)")
            }
    }
}

extension StatusChange: Presentable {
    static let columns: [Column<StatusChange>] = [
        Column("organization", "组织", "organization") { .text($0.organization.description) },
        Column("name", "名称", "name") { .text($0.name) },
        Column("statusBefore", "原结论", "status before") { .term($0.before.status, \.words) },
        Column("statusAfter", "新结论", "status after") { .term($0.after.status, \.words) },
        Column("pointsBefore", "原分数", "points before") { .integer(Int64($0.before.totalPoints)) },
        Column("pointsAfter", "新分数", "points after") { .integer(Int64($0.after.totalPoints)) },
        Column("probabilityBefore", "原估计", "probability before") { probability($0.before) },
        Column("probabilityAfter", "新估计", "probability after") { probability($0.after) },
        Column("causes", "原因", "causes") { .records($0.causes.map { Record($0) }) },
        Column("flagsRaised", "新出现的预警", "flags raised") { .texts($0.flagsRaised) },
        Column("flagsCleared", "不再有的预警", "flags cleared") { .texts($0.flagsCleared) },
    ]

    private static func probability(_ evaluation: Evaluation) -> FieldValue {
        evaluation.showsProbability ? .number(evaluation.probabilities.months24.probability) : .missing
    }

    fileprivate func lines(in language: Language) -> [String] {
        func shown(_ evaluation: Evaluation) -> String {
            evaluation.showsProbability ? " \(Percent.words(evaluation.probabilities.months24.probability))" : ""
        }
        let (from, to) = (before.status.words[language] + shown(before), after.status.words[language] + shown(after))
        var lines = ["\(organization)  \(name)  \(from) → \(to)"]
        lines += causes.map { "    \($0.part)  \(signed($0.before)) → \(signed($0.after))" }
        if !flagsRaised.isEmpty { lines.append("    + " + flagsRaised.joined(separator: " ")) }
        if !flagsCleared.isEmpty { lines.append("    - " + flagsCleared.joined(separator: " ")) }
        return lines
    }

    private func signed(_ value: Double) -> String {
        (value > 0 ? "+" : "") + FieldValue.number(value).words(in: .english)
    }
}

extension StatusChange.Cause: Presentable {
    static let columns: [Column<StatusChange.Cause>] = [
        Column("part", "部分", "part") { .text($0.part) },
        Column("before", "原对数几率", "log-odds before") { .number($0.before) },
        Column("after", "新对数几率", "log-odds after") { .number($0.after) },
    ]
}
