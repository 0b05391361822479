import ArgumentParser
import Incubation
import Values
import Workflow

struct AssessExplain: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show everything that a run found about one organization, and what it rests on.")

    @OptionGroup var organization: OrganizationArgument

    @Option(name: .customLong("run"), help: "The number of the run (default: the newest that holds the organization).")
    var number: Int64?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let found = try await ShowAssessment(registry: registry)(organization.number, run: number, as: caller)
        if format.json { return try Terminal.show(Record(ExplainedAssessment(assessment: found)), asJSON: true) }
        let language = Terminal.language
        try Terminal.write((found.lines(in: language) + [""] + found.detailLines(in: language)).map { $0 + "\n" }.joined())
    }
}

/// An assessment with everything that it rests on.
struct ExplainedAssessment: Presentable {
    let assessment: StoredAssessment

    static let columns: [Column<ExplainedAssessment>] =
        StoredAssessment.columns.map { $0.within(\.assessment) } + [
            Column("estimates", "各期限估计", "estimates") { .records($0.assessment.detail.estimates.map { Record($0) }) },
            Column("readings", "指标读数", "readings") { .records($0.assessment.detail.readings.map { Record($0) }) },
            Column("contributions", "得分构成（24 个月）", "contributions at 24 months") {
                .records($0.assessment.detail.contributions.map { Record($0) })
            },
            Column("elements", "四要素", "four elements") { .records($0.assessment.detail.elements.map { Record($0) }) },
        ]
}

extension StoredAssessment {
    /// The tables that an explanation adds below the flags.
    func detailLines(in language: Language) -> [String] {
        let nested = ExplainedAssessment.columns.suffix(4).map { column in
            Record.Field(name: column.name, label: column.label, value: column.value(ExplainedAssessment(assessment: self)))
        }
        return Array(Record(nested).lines(in: language).dropFirst())
    }
}
