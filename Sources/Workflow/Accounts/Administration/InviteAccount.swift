package import Access
import Postgres
import Store

/// An account with the invitation to it, whose token is shown once and handed to the person.
package struct Invitation: Sendable {
    package let account: Account
    package let token: SecretToken
}

/// Makes an account and invites its person.
package struct InviteAccount: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/loginTaken(_:)``, ``Refusal/confirmationNeeded``.
    package func callAsFunction(_ login: LoginName, displayName: String, as caller: Caller) async throws -> Invitation {
        try await accounts.registry.act(.inviteAccount, on: .account(nil), as: caller) {
            try accounts.refuseUnconfirmed(caller)
            try FieldRules.refuseText(displayName, field: "displayName", longest: 100)
        } doing: { transaction, subject in
            try await transaction.assume(.administration)
            let account = try await transaction.newAccount(login, displayName: displayName)
            subject.key = account.number.description
            subject.versionAfter = account.version
            return Invitation(account: account, token: try await accounts.invite(account.number, in: transaction))
        }
    }
}

/// Invites the person of an account once more: the invitation ran out, or the password or the telephone was lost. Until it is taken up,
/// what the person has goes on counting.
package struct RenewInvitation: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Parameter lost: whether the second factor, if there is one, was lost as well. Otherwise it stays, so that whoever gets hold of the
    ///   invitation has one factor and not both.
    /// - Throws: ``Refusal/accountDisabled(_:)``, ``Refusal/ownAccount``, ``Refusal/confirmationNeeded``.
    package func callAsFunction(_ number: AccountNumber, secondFactorLost lost: Bool, as caller: Caller) async throws -> Invitation {
        try await accounts.registry.act(.renewInvitation, on: .account(number), as: caller) {
            try accounts.refuseUnconfirmed(caller)
            if caller.account == number { throw Refusal.ownAccount }
        } doing: { transaction, _ in
            try await transaction.assume(.administration)
            let account = try await transaction.account(number, lock: true)
            guard account.state != .disabled else { throw Refusal.accountDisabled(number) }
            return Invitation(
                account: account, token: try await accounts.invite(number, keepingSecondFactor: !lost, in: transaction))
        }
    }
}

/// Makes the first account of a register: a security administrator, who then invites everybody else. Only the person at the machine can,
/// and only as long as there is no account.
package struct CreateFirstAdministrator: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/accountsExist``.
    package func callAsFunction(_ login: LoginName, displayName: String, as caller: Caller) async throws -> Invitation {
        try await accounts.registry.act(.createFirstAdministrator, on: .account(nil), as: caller) {
            try FieldRules.refuseText(displayName, field: "displayName", longest: 100)
        } doing: { transaction, subject in
            try await transaction.assume(.administration)
            // Two who do this at the same moment would both see an empty register.
            try await transaction.run(LockAccounts())
            if try await transaction.first(AnyAccount()) == true { throw Refusal.accountsExist }
            let number = try await transaction.newAccount(login, displayName: displayName).number
            try await transaction.run(ClaimDuty(.security, for: number))
            _ = try await transaction.first(
                InsertHolding(
                    of: number, role: .securityAdministrator, scope: .nation, from: accounts.registry.today, until: nil, grantedBy: nil))
            let account = try await transaction.account(number)
            subject.key = number.description
            subject.versionAfter = account.version
            return Invitation(account: account, token: try await accounts.invite(number, in: transaction))
        }
    }
}

/// Whether a register still waits for its first account.
package struct CheckForAccounts: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    package func callAsFunction() async throws -> Bool {
        try await accounts.registry.findingOut(AnyAccount()).first ?? false
    }
}

extension PostgresTransaction {
    /// - Throws: ``Refusal/loginTaken(_:)``.
    fileprivate func newAccount(_ login: LoginName, displayName: String) async throws -> Account {
        do {
            guard
                let account = try await first(InsertAccount(login: login.text, foldedLogin: login.folded, displayName: displayName))
            else { throw Refusal.loginTaken(login.text) }
            return account
        } catch let error as PostgresError where error.constraint == "accounts_login_key" {
            throw Refusal.loginTaken(login.text)
        }
    }
}
