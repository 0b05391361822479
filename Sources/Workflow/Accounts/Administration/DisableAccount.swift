package import Access
import Postgres
import Store

/// Keeps somebody out, at once: every session and token of the account ends in the same transaction.
package struct DisableAccount: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/accountDisabled(_:)`` when it is so already, ``Refusal/ownAccount``.
    package func callAsFunction(_ number: AccountNumber, as caller: Caller) async throws -> Account {
        try await accounts.registry.act(.disableAccount, on: .account(number), as: caller) {
            if caller.account == number { throw Refusal.ownAccount }
        } doing: { transaction, subject in
            try await transaction.assume(.administration)
            let before = try await transaction.account(number, lock: true)
            guard before.state != .disabled else { throw Refusal.accountDisabled(number) }
            try await accounts.endEverything(of: number, in: transaction)
            return try await accounts.settle(number, as: .disabled, before: before, &subject, in: transaction)
        }
    }
}

/// Lets somebody in again who was kept out. Sessions and tokens that ended stay ended.
package struct EnableAccount: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/notPossible(field:_:)`` for an account that is not disabled, ``Refusal/confirmationNeeded``,
    ///   ``Refusal/ownAccount``.
    package func callAsFunction(_ number: AccountNumber, as caller: Caller) async throws -> Account {
        try await accounts.registry.act(.enableAccount, on: .account(number), as: caller) {
            try accounts.refuseUnconfirmed(caller)
            if caller.account == number { throw Refusal.ownAccount }
        } doing: { transaction, subject in
            try await transaction.assume(.administration)
            let before = try await transaction.account(number, lock: true)
            guard before.state == .disabled else {
                throw Refusal.notPossible(field: "account", text("账号没有停用", "the account is not disabled"))
            }
            let state: AccountState = try await transaction.first(CanSignIn(number)) == true ? .active : .invited
            return try await accounts.settle(number, as: state, before: before, &subject, in: transaction)
        }
    }
}

/// Ends all sessions of somebody else's account.
package struct EndAccountSessions: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Returns: how many have ended.
    package func callAsFunction(_ number: AccountNumber, as caller: Caller) async throws -> Int {
        try await accounts.registry.act(.endAccountSessions, on: .account(number), as: caller, checking: {}) { transaction, _ in
            try await transaction.assume(.administration)
            _ = try await transaction.account(number, lock: true)
            return try await transaction.run(DeleteSessions(of: number))
        }
    }
}
