import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct AssessExplain: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: .words(
            zh: "显示一个批次对某组织评估的全部内容：所据记录，以及各项预警的解除条件。",
            en: "Show everything that a run found about one organization, what it rests on, and what would clear each flag."),
        discussion: .words(
            zh: "列出能降低估计值的改变。这并非承诺：不表示组织因此一定能持续。",
            en: """
                Changes are named that would lower the estimate. That is no promise: nobody is said to be saved by them.
                """))

    @OptionGroup var organization: OrganizationArgument

    @Option(
        name: .customLong("run"),
        help: .words(
            zh: "批次的编号（默认：含有该组织的最新批次）。",
            en: "The number of the run (default: the newest that holds the organization)."))
    var number: Int64?

    @Option(help: .words(zh: "截至此日的最新批次。", en: "The run for the latest day up to this one."))
    var asOf: Day?

    @Option(
        help: .words(
            zh: "批次所用的评估规则为文件时，该文件的路径。",
            en: "The run's rubric, where it was a file: the path of that file."))
    var rubric: String?

    @OptionGroup var format: RecordOptions

    mutating func validate() throws {
        if number != nil, asOf != nil { throw ValidationError(zh: "--run 和 --as-of 请写其中一个。", en: "Choose one of --run and --as-of.") }
    }

    func run(on registry: Registry, as caller: Caller) async throws {
        let explanation = try await ExplainAssessment(registry: registry)(
            organization.number, run: number, upTo: asOf, rubric: try await rubric.rubric(in: registry, as: caller), as: caller)
        if format.json { return try Terminal.show(Record(explanation), asJSON: true) }
        try Terminal.write(explanation.lines(in: Terminal.language).map { $0 + "\n" }.joined())
    }
}

extension AssessmentExplanation {
    /// The explanation for people: the flags and what clears them, what would lower the estimate, then everything that it rests on.
    func lines(in language: Language) -> [String] {
        var lines = assessment.lines(in: language) { flag in
            (remedies?.clearings.first { $0.flag == flag }).map { $0.lines(in: language) } ?? []
        }
        lines.append("")
        if let remedies {
            lines += remedies.lines(in: language)
        } else {
            let words = BilingualText(
                zh: "该批次所用的评分规则“\(run.rubric)”不在本程序中；用 --rubric 给出其文件，即可列出解除条件。",
                en: "The rubric “\(run.rubric)” of that run is not part of this program; name its file with --rubric.")
            lines.append(words[language])
        }
        return lines + assessment.detailLines(in: language).map(DisplayWidth.harmless)
    }
}

extension AssessmentExplanation: Presentable {
    static let columns: [Column<AssessmentExplanation>] =
        StoredAssessment.columns.map { $0.within(\.assessment) } + [
            Column("asOf", "截至", "as of") { .day($0.run.asOf) },
            Column("rubric", "评分规则", "rubric") { .text($0.run.rubric) },
            Column("rubricHash", "规则摘要", "rubric's hash") { .text($0.run.rubricHash) },
            Column("estimates", "各期限估计", "estimates") { .records($0.assessment.detail.estimates.map { Record($0) }) },
            Column("readings", "指标读数", "readings") { .records($0.assessment.detail.readings.map { Record($0) }) },
            Column("contributions", "得分构成（24 个月）", "contributions at 24 months") {
                .records($0.assessment.detail.contributions.map { Record($0) })
            },
            Column("elements", "四要素", "four elements") { .records($0.assessment.detail.elements.map { Record($0) }) },
            Column("remedies", "怎样改善", "remedies") { $0.remedies.map { .record(Record($0)) } ?? .missing },
        ]
}

extension StoredAssessment {
    /// The tables that an explanation adds below the flags.
    fileprivate func detailLines(in language: Language) -> [String] {
        let nested: [Record.Field] = [
            Record.Field("estimates", "各期限估计", "estimates", .records(detail.estimates.map { Record($0) })),
            Record.Field("readings", "指标读数", "readings", .records(detail.readings.map { Record($0) })),
            Record.Field(
                "contributions", "得分构成（24 个月）", "contributions at 24 months", .records(detail.contributions.map { Record($0) })),
            Record.Field("elements", "四要素", "four elements", .records(detail.elements.map { Record($0) })),
        ]
        return Record(nested).lines(in: language)
    }
}
