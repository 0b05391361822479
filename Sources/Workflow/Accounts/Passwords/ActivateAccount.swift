package import Access
import Postgres
import Store

/// Takes up an invitation: the person chooses a password, and can sign in from then on.
package struct ActivateAccount: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// What the account was set up with before is worth nothing afterwards: password, sessions, tokens, and the second factor with its
    /// recovery codes, unless the invitation is for the password alone.
    ///
    /// - Parameter address: where the attempt comes from.
    /// - Throws: ``Refusal/invitationInvalid`` for one that was used, has run out or never was one; ``Refusal/notPossible(field:_:)`` for a
    ///   password that is guessed; ``Refusal/tooManyAttempts(seconds:)``.
    package func callAsFunction(_ token: SecretToken, password: String, from address: String, as caller: Caller) async throws -> Account {
        try await SignInLimits(registry: accounts.registry).take(login: nil, from: address)
        let now = accounts.now
        let found = try await accounts.registry.findingOut(FindInvitation(tokenHash: token.hash, at: now)).first
        var hash: PasswordHash?
        var refusal: Refusal?
        if let found {
            do {
                let accepted = try accounts.accepted(password, field: "password", login: found.login, displayName: found.displayName)
                hash = try await accounts.hasher.hash(accepted)
            } catch let error as Refusal {
                refusal = error
            }
        }
        let prepared = (hash: hash, refusal: refusal)
        return try await accounts.registry.act(.activateAccount, on: .account(found?.account), as: caller, checking: {}) {
            transaction, subject in
            if let refusal = prepared.refusal { throw refusal }
            try await transaction.assume(.signIn)
            let taken = try await transaction.first(UseInvitation(tokenHash: token.hash, at: now))
            guard let hash = prepared.hash, let (number, keeps) = taken,
                let account = try await transaction.first(FindAccount(number, lock: true)), account.state != .disabled
            else { throw Refusal.invitationInvalid }
            try await accounts.endEverything(of: number, in: transaction)
            _ = try await transaction.pipeline(ClearCredentials(of: number, keepsSecondFactor: keeps).statements)
            try await transaction.run(UpdatePassword(of: number, hash: hash.text))
            return try await accounts.settle(number, as: .active, before: account, &subject, in: transaction)
        }
    }
}
