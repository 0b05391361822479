import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct AssessCompare: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: .words(
            zh: "显示两个批次之间的变化，以及由哪条记录引起。",
            en: "Show what changed between two runs, and because of which record."),
        discussion: .words(
            zh: """
                列出结论有变化、新出现或解除预警的组织，以及引起变化的指标值。标有“新记录”的，是此前的值未曾依据的记录；其他记录\
                则随时间推移而变化。
                """,
            en: """
                Organizations whose status changed or of which a flag was raised or cleared, with the readings that moved them. A record \
                marked “new” was not what the value rested on before; another one changed in the course of time.
                """))

    @Argument(help: .words(zh: "较早批次的编号。", en: "The number of the older run."))
    var first: Int64

    @Argument(help: .words(zh: "较晚批次的编号。", en: "The number of the newer run."))
    var second: Int64

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        var listing = Listing<AssessmentChange>(as: format)
        var count: Int64 = 0
        var next: String?
        var runs: (before: AssessmentRun, after: AssessmentRun)?
        repeat {
            let found = try await CompareRuns(registry: registry)(
                first, second, page: PageRequest(size: 500, after: next), as: caller)
            (runs, next) = ((found.before, found.after), found.page.next)
            count += Int64(found.page.items.count)
            if format.json || format.csv {
                try listing.add(found.page.items)
            } else {
                let lines = found.page.items.flatMap { $0.lines(in: Terminal.language) }
                try Terminal.write(lines.map { DisplayWidth.harmless($0) + "\n" }.joined())
            }
        } while next != nil
        if format.json || format.csv { try listing.finish() }
        guard let runs else { return }
        Terminal.complain(runs.before.sentence)
        Terminal.complain(runs.after.sentence)
        if runs.before.rubricHash != runs.after.rubricHash {
            Terminal.complain(
                BilingualText(zh: "两个批次所用的评分规则不同，变化也可能由此而来。", en: "The runs were made by different rubrics: that, too, may be why."))
        }
        Terminal.complain(
            BilingualText(zh: "有变化的组织：\(Grouping.digits(count))", en: "Organizations that changed: \(Grouping.digits(count))"))
    }
}

extension AssessmentChange: Presentable {
    static let columns: [Column<AssessmentChange>] = [
        Column("organization", "组织", "organization") { .text($0.organization.description) },
        Column("name", "名称", "name") { .text($0.name) },
        Column("englishName", "英文名称", "English name", brief: false) { .text($0.englishName) },
        Column("statusBefore", "原结论", "status before") { .term($0.statusBefore.flatMap(Status.init), \.words) },
        Column("statusAfter", "新结论", "status after") { .term($0.statusAfter.flatMap(Status.init), \.words) },
        Column("pointsBefore", "原分数", "points before") { .count($0.pointsBefore) },
        Column("pointsAfter", "新分数", "points after") { .count($0.pointsAfter) },
        Column("probabilityBefore", "原估计", "probability before") { $0.probabilityBefore.map(FieldValue.number) ?? .missing },
        Column("probabilityAfter", "新估计", "probability after") { $0.probabilityAfter.map(FieldValue.number) ?? .missing },
        Column("flagsRaised", "新出现的预警", "flags raised") { .texts($0.flagsRaised) },
        Column("flagsCleared", "解除的预警", "flags cleared") { .texts($0.flagsCleared) },
        Column("causes", "原因", "causes") { .records($0.causes.map { Record($0) }) },
    ]

    /// The change for people.
    func lines(in language: Language) -> [String] {
        func status(_ name: String?) -> String {
            guard let name else { return language == .english ? "not assessed" : "未评估" }
            return Status(rawValue: name)?.words[language] ?? name
        }
        let shown = language == .english ? englishName ?? name : name
        let move =
            statusBefore == statusAfter ? status(statusAfter) : "\(status(statusBefore)) → \(status(statusAfter))"
        var lines = ["\(organization)  \(shown)  \(move)"]
        let separator = language == .english ? ", " : "、"
        if !flagsRaised.isEmpty {
            lines.append("    \(language == .english ? "raised" : "新出现")  \(flagsRaised.joined(separator: separator))")
        }
        if !flagsCleared.isEmpty {
            lines.append("    \(language == .english ? "cleared" : "解除")  \(flagsCleared.joined(separator: separator))")
        }
        return lines + causes.map { "    " + $0.line(in: language) }
    }
}

extension AssessmentChange.Cause: Presentable {
    static let columns: [Column<AssessmentChange.Cause>] = [
        Column("indicator", "指标", "indicator") { .text($0.indicator) },
        Column("before", "原值", "before") { $0.before?.value.map(FieldValue.number) ?? .missing },
        Column("stateBefore", "原状态", "state before") { .term($0.stateBefore, \.words) },
        Column("after", "新值", "after") { $0.after?.value.map(FieldValue.number) ?? .missing },
        Column("stateAfter", "新状态", "state after") { .term($0.stateAfter, \.words) },
        Column("record", "记录", "record") { .text($0.record) },
        Column("isNewRecord", "新记录", "new record") { .yesNo($0.isNewRecord) },
    ]

    /// A reading that is not stored means nothing for the organization.
    private var stateBefore: IndicatorState? { before.map { IndicatorState(rawValue: $0.state) } ?? .notApplicable }
    private var stateAfter: IndicatorState? { after.map { IndicatorState(rawValue: $0.state) } ?? .notApplicable }

    fileprivate func line(in language: Language) -> String {
        func words(_ reading: AssessmentDetail.Reading?, _ state: IndicatorState?) -> String {
            reading?.value.map { FieldValue.number($0).words(in: language) } ?? state?.words[language] ?? "?"
        }
        let new = language == .english ? "new" : "新"
        let source = record.map { "  \($0)\(isNewRecord ? " (\(new))" : "")" } ?? ""
        return "\(indicator)  \(words(before, stateBefore)) → \(words(after, stateAfter))\(source)"
    }
}
