import ArgumentParser
import Incubation
import Values
import Workflow

struct DeadlineReassign: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "reassign",
        abstract: .words(
            zh: "将待办事项移交给另一个责任人，并显示该事项。",
            en: "Hand something that waits over to another owner; prints it."),
        discussion: .words(
            zh: "责任人为组织所在区域的一个角色，或一个账号。期限不变。版本即 `deadline show` 显示的版本。",
            en: """
                The owner is a role in an area that the organization lies in, or one account. The deadline stays as it is. The version is the \
                one that `deadline show` printed.
                """)
    )

    @Argument(help: .words(zh: "事项的编号，如 320613-42-7。", en: "The item's number, such as 320613-42-7."))
    var number: PendingItemNumber

    @Option(help: .words(zh: "移交后负责的角色。", en: "The role that it is to wait for."))
    var role: ResponsibleRole?

    @Option(help: .words(zh: "该角色所属的区域。", en: "The area where the role is held."))
    var area: AreaCode?

    @Option(help: .words(zh: "移交后负责的账号。", en: "The account that it is to wait for."))
    var account: Int64?

    @Option(help: .words(zh: "理由。", en: "Why."))
    var reason: String?

    @Option(help: .words(zh: "决定所依据的事项版本。", en: "The version of the item that the decision rests on."))
    var version: Int64

    @OptionGroup var format: RecordOptions

    mutating func validate() throws {
        if (role == nil) != (area == nil) || (role == nil) == (account == nil) {
            throw ValidationError(zh: "请写 --role 和 --area，或者只写 --account。", en: "Give --role and --area, or --account.")
        }
    }

    func run(on registry: Registry, as caller: Caller) async throws {
        guard let owner else { return }
        let file = try await ReassignPending(registry: registry)(number, to: owner, reason: reason, version: version, as: caller)
        try Terminal.show(Record(file), asJSON: format.json)
    }

    private var owner: PendingOwner? {
        if let account { return .account(account) }
        guard let role, let area else { return nil }
        return .role(role, in: area)
    }
}
