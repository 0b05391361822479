import ArgumentParser
import Incubation
import Values
import Workflow

struct RecordBodyCommand: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "body", abstract: "Add a body of the governance structure.")

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: "The kind of body.")
    var kind: GovernanceBodyKind

    @Option(help: "The day on which it was formed.")
    var formedOn: Day

    @Option(help: "The day on which it was dissolved.")
    var dissolvedOn: Day?

    @Option(help: "How many members it has.")
    var memberCount: Int32?

    @Option(help: "How often it must meet in a year.")
    var meetingsPerYear: Int32?

    @Option(help: "The share of members that makes a quorum, in thousandths: 667 is two thirds.")
    var quorumPerMille: Int32?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let value = GovernanceBody(
            kind: kind, formedOn: formedOn, dissolvedOn: dissolvedOn, memberCount: memberCount, meetingsPerYear: meetingsPerYear,
            quorumPerMille: quorumPerMille)
        let elements = try await RecordGovernanceBody(registry: registry)(organization.number, value, as: caller)
        try Terminal.show(Record(elements), asJSON: format.json)
    }
}

struct RecordMeetingCommand: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "meeting", abstract: "Add a meeting that a body held.")

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: "The kind of body.")
    var body: GovernanceBodyKind

    @Option(help: "The day of the meeting.")
    var heldOn: Day

    @Option(help: "How many members came.")
    var present: Int32

    @Option(help: "How many might have come.")
    var entitled: Int32

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let value = GovernanceMeeting(body: body, heldOn: heldOn, present: present, entitled: entitled)
        let elements = try await RecordMeeting(registry: registry)(organization.number, value, as: caller)
        try Terminal.show(Record(elements), asJSON: format.json)
    }
}

struct RecordControlsCommand: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "controls", abstract: "Add how money is guarded from a day on.")

    @OptionGroup var organization: OrganizationArgument

    @Option(help: "The first day.")
    var since: Day

    @Flag(inversion: .prefixedNo, help: "Whether it has an account of its own, or a custodian's.")
    var ownAccount: Bool

    @Flag(inversion: .prefixedNo, help: "Whether two people authorise each payment.")
    var twoSignatures: Bool

    @Flag(inversion: .prefixedNo, help: "Whether members are shown the accounts.")
    var accountsShown: Bool

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let value = MoneyControls(since: since, ownAccount: ownAccount, twoSignatures: twoSignatures, accountsShown: accountsShown)
        let elements = try await RecordMoneyControls(registry: registry)(organization.number, value, as: caller)
        try Terminal.show(Record(elements), asJSON: format.json)
    }
}
