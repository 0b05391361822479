package import Access
import Postgres
import Store

/// Ends the session that somebody is using.
package struct SignOut: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    package func callAsFunction(_ token: SecretToken, as caller: Caller) async throws {
        _ = try await accounts.registry.act(.signOut, on: .account(caller.account), as: caller, checking: {}) { transaction, _ in
            guard let account = caller.account else { throw Refusal.signInNeeded }
            return try await transaction.run(DeleteSessions(tokenHash: token.hash, of: account))
        }
    }
}

/// Lists one's own sessions, the newest first.
package struct ListOwnSessions: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    package func callAsFunction(as caller: Caller) async throws -> [Session] {
        try await accounts.registry.reading(.listOwnSessions, of: .anywhere, as: caller) { transaction in
            guard let account = caller.account else { return [] }
            return try await transaction.all(SelectSessions(of: account, limits: SessionLimits(at: accounts.now)))
        }
    }
}

/// Ends sessions of one's own.
package struct EndOwnSessions: Sendable {
    /// Which.
    package enum Choice: Hashable, Sendable {
        case one(Int64)
        /// All but the one that goes on.
        case allBut(SecretToken)
    }

    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Returns: how many have ended.
    /// - Throws: ``Refusal/notFound(_:_:)`` for a number that is none of the caller's own; ``Refusal/confirmationNeeded``: whoever finds a
    ///   device that is signed in shall not shut its owner out everywhere else.
    @discardableResult package func callAsFunction(_ choice: Choice, as caller: Caller) async throws -> Int {
        try await accounts.registry.act(.endOwnSessions, on: .account(caller.account), as: caller, checking: {}) { transaction, _ in
            guard let account = caller.account else { throw Refusal.signInNeeded }
            try accounts.refuseUnconfirmed(caller)
            switch choice {
            case .one(let number):
                guard try await transaction.run(DeleteSessions(number, of: account)) == 1 else {
                    throw Refusal.notFound(.session, String(number))
                }
                return 1
            case .allBut(let token):
                return try await transaction.run(DeleteSessions(of: account, except: token.hash))
            }
        }
    }
}
