import ArgumentParser
import Incubation
import Values
import Workflow

struct PersonRestrict: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "restrict",
        abstract: "Keep a person's data and show it to nobody; prints what is left to see.",
        discussion: "Where a law keeps the data for a time, `retention run` erases it after the last day."
    )

    @OptionGroup var person: PersonArguments

    @Option(help: "Why.")
    var basis: RestrictionBasis

    @Option(help: "The last day on which the law keeps the data.")
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
        commandName: "release", abstract: "End a restriction that was set in error, or whose reason is gone; prints the person.")

    @OptionGroup var person: PersonArguments
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let released = try await ReleasePerson(registry: registry)(person.person, of: person.organization.number, as: caller)
        try Terminal.show(Record(released), asJSON: format.json)
    }
}
