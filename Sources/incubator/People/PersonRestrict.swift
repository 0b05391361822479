import ArgumentParser
import Incubation
import Values
import Workflow

struct PersonRestrict: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "restrict",
        abstract: .words(
            zh: "限制使用人员信息：只保存，不向任何人显示；并显示仍可查看的内容。",
            en: "Keep a person's data and show it to nobody; prints what is left to see."),
        discussion: .words(
            zh: "依法须保存一定期限的，期满后由 `retention run` 删除。",
            en: "Where a law keeps the data for a time, `retention run` erases it after the last day.")
    )

    @OptionGroup var person: PersonArguments

    @Option(help: .words(zh: "理由。", en: "Why."))
    var basis: RestrictionBasis

    @Option(help: .words(zh: "依法保存的最后一日。", en: "The last day on which the law keeps the data."))
    var until: Day?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let restricted = try await RestrictPerson(registry: registry)(
            person.person, of: person.organization.number, on: basis, until: until, as: caller)
        try Terminal.show(Record(restricted), asJSON: format.json)
    }
}

struct PersonRelease: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: .words(
            zh: "解除误设的或理由已消失的使用限制，并显示该人员。",
            en: "End a restriction that was set in error, or whose reason is gone; prints the person."))

    @OptionGroup var person: PersonArguments
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let released = try await ReleasePerson(registry: registry)(person.person, of: person.organization.number, as: caller)
        try Terminal.show(Record(released), asJSON: format.json)
    }
}
