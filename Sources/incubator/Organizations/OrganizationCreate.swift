import ArgumentParser
import Incubation
import Values
import Workflow

struct OrganizationCreate: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: .words(zh: "登记组织，显示其档案和新编号。", en: "Record an organization; prints its file with its new number."),
        discussion: .words(
            zh: "可能属于同一组织的记录在标准错误中列出；从不自动合并。",
            en: "Records that may be of the same organization are named on standard error; nothing is ever merged by itself.")
    )

    @Argument(help: .words(zh: "组织名称。", en: "Its name."))
    var name: String

    @Option(help: .words(zh: "组织所在的区域，区县或以下。", en: "The area in which it is based, a district or smaller."))
    var area: AreaCode

    @Option(help: .words(zh: "法律形式。", en: "Its legal form."))
    var legalForm: LegalForm

    @Option(help: .words(zh: "法律状态。", en: "Its legal status."))
    var legalStatus: LegalStatus

    @OptionGroup var step: LegalStepOptions
    @OptionGroup var particulars: ParticularsOptions
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        var draft = OrganizationDraft(
            particulars: OrganizationParticulars(name: name, legalForm: legalForm, area: area),
            firstStep: step.step(legalStatus, today: registry.today))
        try particulars.apply(to: &draft)
        let created = try await CreateOrganization(registry: registry)(draft, as: caller)
        var record = Record(created.file)
        if format.json {
            record.fields.append(
                Record.Field("nearDuplicates", "疑似重复", "near duplicates", .records(created.nearDuplicates.map { Record($0) })))
        }
        try Terminal.show(record, asJSON: format.json)
        for other in created.nearDuplicates {
            Terminal.complain(
                BilingualText(
                    zh: "请核对：组织 \(other.number) 与它同名同区域。",
                    en: "See whether it is the same: organization \(other.number) has the same name in the same area."))
        }
    }
}
