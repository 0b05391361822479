import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct AssessWhatIf: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract: .words(
            zh: "试算：改变若干指标的值后，一个组织的评估会怎样变化。",
            en: "Show what the assessment of one organization would be with other values of some indicators."),
        discussion: .words(
            zh: """
                `incubator assess what-if 320613-42 --set FN-01=3 --set LT-04=2` 假定资金储备为三个月、导师为两名。数值按指标的\
                单位填写：比例如 12%，增减幅度如 -10%，是非填 yes 或 no，未知填 unknown。只改变这些指标，同一记录所决定的其他指\
                标不变。结果不保存。
                """,
            en: """
                `incubator assess what-if 320613-42 --set FN-01=3 --set LT-04=2` takes the reserves as three months and the mentors as two. \
                Values are written in the indicator's unit: 12% for a share, -10% for a change, yes or no, unknown for no value. Only these \
                indicators change, not others that the same records decide. Nothing is stored.
                """))

    @OptionGroup var organization: OrganizationArgument

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            .words(
                zh: "指标的另一个值。可写多次。",
                en: "Another value of an indicator. May be repeated."), valueName: "indicator=value"))
    var settings: [IndicatorSetting]

    @Option(help: .words(zh: "按此日所知评估（默认：北京时间当天）。", en: "By what was known on this day (default: today in China)."))
    var asOf: Day?

    @Option(
        help: .words(
            zh: "评估规则：名称、内容摘要或 JSON 文件的路径（默认：现行规则）。",
            en: "The rubric: a name, a hash or the path of a JSON file (default: the one in force)."))
    var rubric: String?

    @OptionGroup var format: RecordOptions

    mutating func validate() throws {
        if settings.isEmpty { throw ValidationError(zh: "请至少写一个 --set 指标=值。", en: "Give at least one --set INDICATOR=VALUE.") }
    }

    func run(on registry: Registry, as caller: Caller) async throws {
        let result = try await TryWhatIf(registry: registry)(
            organization.number, settings: settings, asOf: asOf ?? registry.today,
            rubric: try await rubric.rubric(in: registry, as: caller), as: caller)
        if format.json { return try Terminal.show(Record(result), asJSON: true) }
        try Terminal.write(result.lines(in: Terminal.language).map { DisplayWidth.harmless($0) + "\n" }.joined())
    }
}

extension IndicatorSetting: ExpressibleByArgument {
    /// Reads `FN-01=3`.
    package init?(argument: String) {
        let parts = argument.parts(between: "=", most: 2)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        self.init(indicator: parts[0], value: parts[1])
    }
}
