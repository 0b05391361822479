import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct FlagInterventions: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "interventions",
        abstract: .words(
            zh: "列出对组织的走访与帮扶，最新的在前。",
            en: "List the visits and other help that an organization had, the newest first."))

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try Listing.show(try await ListInterventions(registry: registry)(organization.number, as: caller), as: format)
    }
}

struct FlagIntervene: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "intervene",
        abstract: .words(
            zh: "登记一次走访或帮扶及其缘由；显示该组织的全部走访与帮扶。",
            en: "Record a visit or another help, and why it came; prints all of the organization's."),
        discussion: .words(
            zh: "日后可以据此判断组织是否因有人介入而得以持续或终止。",
            en: "Later it can be told whether an organization was saved, or closed, because somebody came."))

    @OptionGroup var organization: OrganizationArgument

    @Option(
        help: .words(
            zh: "走访或帮扶的方式。",
            en: "What was done: \(Intervention.Kind.allCases.map(\.rawValue).joined(separator: ", "))."))
    var kind: Intervention.Kind

    @Option(
        help: .words(
            zh: "走访或帮扶的缘由。",
            en: "Why it came: \(Intervention.Reason.allCases.map(\.rawValue).joined(separator: ", "))."))
    var reason: Intervention.Reason

    @Option(help: .words(zh: "日期（默认：北京时间当天）。", en: "The day (default: today in China)."))
    var heldOn: Day?

    @Option(help: .words(zh: "因预警而走访时，该预警的代码。", en: "The flag's code, where a flag was the reason."))
    var flag: String?

    @Option(
        name: .customLong("run"),
        help: .words(
            zh: "预警或抽样所属批次的编号。",
            en: "The number of the run that the flag or the sample comes from."))
    var number: Int64?

    @Option(help: .words(zh: "处理结果。", en: "What came of it."))
    var result: String?

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let intervention = Intervention(
            kind: kind, heldOn: heldOn ?? registry.today, reason: reason, flag: flag, run: number, result: result)
        try Listing.show(
            try await RecordIntervention(registry: registry)(organization.number, intervention, as: caller), as: format)
    }
}

extension Intervention.Kind: ExpressibleByArgument {}

extension Intervention.Reason: ExpressibleByArgument {}
