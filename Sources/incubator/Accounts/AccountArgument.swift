import Access
import ArgumentParser
import Values
import Workflow

/// An account as people name it on the command line: by its number or its login. A login is never a number.
struct AccountArgument: ParsableArguments {
    @Argument(help: .words(zh: "账号的编号或账号名。", en: "The account's number or login."))
    var account: String

    /// - Throws: ``Workflow/Refusal/notFound(_:_:)``.
    func number(in accounts: UserAccounts, as caller: Caller) async throws -> AccountNumber {
        if let number = Int64(account) {
            guard let number = AccountNumber(rawValue: number) else { throw Refusal.notFound(.account, account) }
            return number
        }
        let wanted = LoginName(typed: account).folded
        var cursor: String?
        repeat {
            let page = try await ListUserAccounts(accounts: accounts)(
                AccountFilter(login: account), page: PageRequest(size: 500, after: cursor), as: caller)
            if let found = page.items.first(where: { LoginName(typed: $0.login).folded == wanted }) { return found.number }
            cursor = page.next
        } while cursor != nil
        throw Refusal.notFound(.account, account)
    }
}

extension Registry {
    /// Accounts as the command line reaches them: nobody signs in here.
    var accounts: UserAccounts { UserAccounts(registry: self) }
}
