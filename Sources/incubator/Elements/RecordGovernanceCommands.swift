import ArgumentParser
import Incubation
import Values
import Workflow

struct RecordBodyCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "body",
        abstract: .words(
            zh: "登记一个治理机构。",
            en: "Add a body of the governance structure."))

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "机构的类型。", en: "The kind of body."))
    var kind: GovernanceBodyKind

    @Option(help: .words(zh: "成立日期。", en: "The day on which it was formed."))
    var formedOn: Day

    @Option(help: .words(zh: "撤销日期。", en: "The day on which it was dissolved."))
    var dissolvedOn: Day?

    @Option(help: .words(zh: "成员人数。", en: "How many members it has."))
    var memberCount: Int32?

    @Option(help: .words(zh: "每年应开会次数。", en: "How often it must meet in a year."))
    var meetingsPerYear: Int32?

    @Option(
        help: .words(
            zh: "法定人数占成员的比例，以千分之几表示：667 即三分之二。",
            en: "The share of members that makes a quorum, in thousandths: 667 is two thirds."))
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
    static let configuration = CommandConfiguration(
        commandName: "meeting",
        abstract: .words(
            zh: "登记机构召开的一次会议。",
            en: "Add a meeting that a body held."))

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "机构的类型。", en: "The kind of body."))
    var body: GovernanceBodyKind

    @Option(help: .words(zh: "会议日期。", en: "The day of the meeting."))
    var heldOn: Day

    @Option(help: .words(zh: "实到人数。", en: "How many members came."))
    var present: Int32

    @Option(help: .words(zh: "应到人数。", en: "How many might have come."))
    var entitled: Int32

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let value = GovernanceMeeting(body: body, heldOn: heldOn, present: present, entitled: entitled)
        let elements = try await RecordMeeting(registry: registry)(organization.number, value, as: caller)
        try Terminal.show(Record(elements), asJSON: format.json)
    }
}

struct RecordControlsCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "controls",
        abstract: .words(
            zh: "登记自某日起的资金管理办法。",
            en: "Add how money is guarded from a day on."))

    @OptionGroup var organization: OrganizationArgument

    @Option(help: .words(zh: "开始日期。", en: "The first day."))
    var since: Day

    @Flag(
        inversion: .prefixedNo,
        help: .words(
            zh: "是否有独立账户或托管账户。",
            en: "Whether it has an account of its own, or a custodian's."))
    var ownAccount: Bool

    @Flag(inversion: .prefixedNo, help: .words(zh: "每笔付款是否由双人签字。", en: "Whether two people authorise each payment."))
    var twoSignatures: Bool

    @Flag(inversion: .prefixedNo, help: .words(zh: "账目是否向成员公开。", en: "Whether members are shown the accounts."))
    var accountsShown: Bool

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let value = MoneyControls(since: since, ownAccount: ownAccount, twoSignatures: twoSignatures, accountsShown: accountsShown)
        let elements = try await RecordMoneyControls(registry: registry)(organization.number, value, as: caller)
        try Terminal.show(Record(elements), asJSON: format.json)
    }
}
