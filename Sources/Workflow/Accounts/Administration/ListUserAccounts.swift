package import Access
import Postgres
import Store

/// What a list of accounts is narrowed to; nil narrows nothing.
package struct AccountFilter: Hashable, Sendable {
    package var state: AccountState?
    /// A part of the login.
    package var login: String?

    package init(state: AccountState? = nil, login: String? = nil) {
        self.state = state
        self.login = login
    }
}

/// Lists accounts in the order of their numbers.
package struct ListUserAccounts: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    package func callAsFunction(_ filter: AccountFilter, page: PageRequest, as caller: Caller) async throws -> Page<Account> {
        let after = try page.key { Int64($0) } ?? 0
        let login = filter.login.map { LoginName(typed: $0).folded }
        let rows = try await accounts.registry.reading(.listUserAccounts, of: .nation, as: caller) { transaction in
            try await transaction.assume(.administration)
            return try await transaction.all(
                SelectAccounts(state: filter.state, foldedLogin: login, after: after, limit: page.size + 1))
        }
        return Page(reading: rows, size: page.size, cursor: \.number.description)
    }
}

/// An account with everything that hangs on it.
package struct AccountFile: Sendable {
    package let account: Account
    /// All that it holds, has held and will hold, the newest first.
    package let holdings: [Holding]
    /// Those that go on.
    package let sessions: [Session]
    package let tokens: [ApiToken]
    package let identities: [LinkedIdentity]
    package let recoveryCodesLeft: Int64
}

/// Shows an account with its roles, sessions and tokens.
package struct ShowUserAccount: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    package func callAsFunction(_ number: AccountNumber, as caller: Caller) async throws -> AccountFile {
        try await accounts.registry.reading(.showUserAccount, of: .nation, as: caller) { transaction in
            try await transaction.assume(.administration)
            return try await accounts.file(of: number, in: transaction)
        }
    }
}

/// Shows one's own account.
package struct ShowOwnAccount: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    package func callAsFunction(as caller: Caller) async throws -> AccountFile {
        try await accounts.registry.reading(.showOwnAccount, of: .anywhere, as: caller) { transaction in
            guard let number = caller.account else { throw Refusal.signInNeeded }
            return try await accounts.file(of: number, in: transaction)
        }
    }
}

extension UserAccounts {
    fileprivate func file(of number: AccountNumber, in transaction: PostgresTransaction) async throws -> AccountFile {
        AccountFile(
            account: try await transaction.account(number), holdings: try await transaction.all(SelectHoldings(of: number)),
            sessions: try await transaction.all(SelectSessions(of: number, limits: SessionLimits(at: now))),
            tokens: try await transaction.all(SelectApiTokens(of: number)),
            identities: try await transaction.all(SelectExternalIdentities(of: number)),
            recoveryCodesLeft: try await transaction.first(CountRecoveryCodes(of: number)) ?? 0)
    }
}
