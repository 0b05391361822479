import ArgumentParser
import Incubation
import Values
import Workflow

struct DeadlineReassign: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "reassign",
        abstract: "Hand something that waits over to another owner; prints it.",
        discussion: """
            The owner is a role in an area that the organization lies in, or one account. The deadline stays as it is. The version is the \
            one that `deadline show` printed.
            """
    )

    @Argument(help: "The item's number, such as 320613-42-7.")
    var number: PendingItemNumber

    @Option(help: "The role that it is to wait for.")
    var role: ResponsibleRole?

    @Option(help: "The area where the role is held.")
    var area: AreaCode?

    @Option(help: "The account that it is to wait for.")
    var account: Int64?

    @Option(help: "Why.")
    var reason: String?

    @Option(help: "The version of the item that the decision rests on.")
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
