import ArgumentParser
import Incubation
import Values
import Workflow

struct PersonShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .words(
            zh: "显示所存的人员信息；说明用途方显示全部内容，用途予以记录。",
            en: "Show what is kept of a person; unmasked for a stated purpose only, which is recorded.")
    )

    @OptionGroup var person: PersonArguments
    @OptionGroup var disclosure: DisclosureOptions
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        guard let purpose = disclosure.purpose else {
            let shown = try await ShowPerson(registry: registry)(person.person, of: person.organization.number, as: caller)
            return try Terminal.show(Record(shown), asJSON: format.json)
        }
        let shown = try await DisclosePeople(registry: registry)(
            .organization(person.organization.number), person: person.person, for: purpose, note: disclosure.note, as: caller)
        for file in shown { try Terminal.show(Record(file), asJSON: format.json) }
    }
}

/// A person of an organization.
struct PersonArguments: ParsableArguments {
    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "人员的编号，见 `person list`。", en: "The person's number, as `person list` gives it."))
    var person: Int64
}

/// What people's data is wanted unmasked for.
struct DisclosureOptions: ParsableArguments {
    @Option(help: .words(zh: "为此用途显示全部内容。", en: "Show everything, for this purpose."))
    var purpose: DisclosurePurpose?

    @Option(help: .words(zh: "用途的补充说明，最多 200 字。", en: "More on the purpose, at most 200 characters."))
    var note: String?

    mutating func validate() throws {
        if note != nil, purpose == nil { throw ValidationError(zh: "写了 --note 就须写 --purpose。", en: "--note needs a --purpose.") }
    }
}
