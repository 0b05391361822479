import Access
import ArgumentParser
import Workflow

struct AccountIdentityList: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the identities that are linked to an account.")

    @OptionGroup var account: AccountArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Listing.show(try await ShowUserAccount(accounts: registry.accounts)(number, as: caller).identities, as: format)
    }
}

struct AccountIdentityRemove: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove an identity from an account; prints those that are left.",
        discussion: "All sessions of the account end. Whoever has no password then needs a new invitation."
    )

    @OptionGroup var account: AccountArgument

    @Argument(help: "The identity's number, as `account identity list` prints it.")
    var identity: Int64

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Listing.show(try await RemoveIdentity(accounts: registry.accounts)(identity, of: number, as: caller), as: format)
    }
}
