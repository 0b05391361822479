import Access
import ArgumentParser
import Workflow

struct AccountIdentityList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "列出账号所关联的统一身份。",
            en: "List the identities that are linked to an account."))

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
        abstract: .words(
            zh: "移除账号的一个统一身份，并显示其余的统一身份。",
            en: "Remove an identity from an account; prints those that are left."),
        discussion: .words(
            zh: "该账号的全部登录随即结束。没有密码的人员须重新邀请。",
            en: "All sessions of the account end. Whoever has no password then needs a new invitation.")
    )

    @OptionGroup var account: AccountArgument

    @Argument(
        help: .words(
            zh: "统一身份的编号，见 `account identity list`。",
            en: "The identity's number, as `account identity list` prints it."))
    var identity: Int64

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let number = try await account.number(in: registry.accounts, as: caller)
        try Listing.show(try await RemoveIdentity(accounts: registry.accounts)(identity, of: number, as: caller), as: format)
    }
}
