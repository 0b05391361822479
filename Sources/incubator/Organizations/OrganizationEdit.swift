import ArgumentParser
import Incubation
import Values
import Workflow

struct OrganizationEdit: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: .words(zh: "修改组织资料，并显示其档案。", en: "Change what is written down about an organization; prints its file."),
        discussion: .words(
            zh: """
                未写明的内容不变。版本即 `organization show` 显示的版本：此后已被他人修改的记录不再修改。法律状态用 \
                `organization status` 变更。
                """,
            en: """
                What is not named stays as it is. The version is the one that `organization show` printed: a record that somebody else has \
                changed since is not changed again. The legal status moves with `organization status`.
                """)
    )

    /// What can be emptied.
    enum Clearable: String, CaseIterable, ExpressibleByArgument {
        case englishName, category, creditCode, filingNumber, foundedOn, serviceAreas, classifications, contacts
    }

    @OptionGroup var organization: OrganizationArgument

    @Option(help: .words(zh: "修改所依据的版本。", en: "The version that the change rests on."))
    var version: Int64

    @Option(help: .words(zh: "组织名称。", en: "Its name."))
    var name: String?

    @Option(help: .words(zh: "组织所在的区域，须在同一区县内。", en: "The area in which it is based, in the same district."))
    var area: AreaCode?

    @Option(help: .words(zh: "法律形式。", en: "Its legal form."))
    var legalForm: LegalForm?

    @OptionGroup var particulars: ParticularsOptions

    @Option(help: .words(zh: "清空此项；可写多次。", en: "Empty this; may be repeated."))
    var clear: [Clearable] = []

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let file = try await ShowOrganization(registry: registry)(organization.number, as: caller)
        // Whoever edits a version that is no longer the newest is told so, rather than writing what this command has just read.
        guard file.organization.version == version else { throw Refusal.versionStale(current: file.organization.version) }
        var draft = OrganizationDraft(
            particulars: file.organization.particulars,
            firstStep: file.legalHistory.first ?? LegalStatusStep(status: file.organization.legalStatus, since: registry.today),
            serviceAreas: file.serviceAreas, classifications: file.classifications, contacts: file.contacts)
        clear.forEach { Self.clear($0, in: &draft) }
        if let name { draft.particulars.name = name }
        if let area { draft.particulars.area = area }
        if let legalForm { draft.particulars.legalForm = legalForm }
        try particulars.apply(to: &draft)
        let edited = try await EditOrganization(registry: registry)(organization.number, version: version, to: draft, as: caller)
        try Terminal.show(Record(edited), asJSON: format.json)
    }

    private static func clear(_ field: Clearable, in draft: inout OrganizationDraft) {
        switch field {
        case .englishName: draft.particulars.englishName = nil
        case .category: draft.particulars.category = nil
        case .creditCode: (draft.particulars.creditCode, draft.particulars.creditCodeOverride) = (nil, nil)
        case .filingNumber: draft.particulars.filingNumber = nil
        case .foundedOn: draft.particulars.foundedOn = nil
        case .serviceAreas: draft.serviceAreas = []
        case .classifications: draft.classifications = []
        case .contacts: draft.contacts = []
        }
    }
}
