package import Access
package import Postgres

/// What an account proves itself with. Hashes and sealed seeds, no secret as it is.
package struct Credentials: Hashable, Sendable {
    package let account: AccountNumber
    package let state: AccountState
    package let login: String
    package let displayName: String
    package let passwordHash: String?
    package let secondFactor: [UInt8]?
    /// A seed that was shown and not confirmed yet.
    package let newSecondFactor: [UInt8]?
    package let lastCodeStep: Int64?
}

/// The credentials of a login or of an account; no row for a login that nobody has.
package struct FindCredentials: Statement {
    private let condition: SQL
    private let lock: Bool

    /// - Parameter lock: keeps others from using the same code until the transaction ends.
    package init(ofFoldedLogin login: String) {
        condition = "a.folded_login = \(login)"
        lock = false
    }

    package init(of number: AccountNumber, lock: Bool) {
        condition = "a.account = \(number)"
        self.lock = lock
    }

    package var sql: SQL {
        """
        SELECT a.account, a.state, a.login, a.display_name, a.password_hash, a.second_factor, a.new_second_factor, a.last_code_step
          FROM accounts a
         WHERE \(fragment: condition)
        \(fragment: lock ? "FOR UPDATE" : "")
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Credentials {
        let (account, state, login, name, password, seed, newSeed, step) = try row.decode(
            as: AccountNumber.self, AccountState.self, String.self, String.self, String?.self, [UInt8]?.self, [UInt8]?.self, Int64?.self)
        return Credentials(
            account: account, state: state, login: login, displayName: name, passwordHash: password, secondFactor: seed,
            newSecondFactor: newSeed, lastCodeStep: step)
    }
}

/// Stores the hash of a password that the person chose.
package struct UpdatePassword: Command {
    let number: AccountNumber
    let hash: String

    package init(of number: AccountNumber, hash: String) {
        self.number = number
        self.hash = hash
    }

    package var sql: SQL {
        "UPDATE accounts SET password_hash = \(hash), version = version + 1 WHERE account = \(number)"
    }
}

/// Stores a hash of the same password that was made in a newer way, unless the password was changed meanwhile.
package struct RenewPasswordHash: Command {
    let number: AccountNumber
    let old: String
    let new: String

    package init(of number: AccountNumber, from old: String, to new: String) {
        self.number = number
        self.old = old
        self.new = new
    }

    package var sql: SQL {
        "UPDATE accounts SET password_hash = \(new) WHERE account = \(number) AND password_hash = \(old)"
    }
}

/// Keeps a seed that is being shown; codes of the one in use go on counting.
package struct KeepOfferedSecondFactor: Command {
    let number: AccountNumber
    let sealed: [UInt8]

    package init(_ sealed: [UInt8], to number: AccountNumber) {
        self.number = number
        self.sealed = sealed
    }

    package var sql: SQL {
        "UPDATE accounts SET new_second_factor = \(sealed) WHERE account = \(number)"
    }
}

/// Puts the seed that was offered in use, after a code of it.
package struct AdoptSecondFactor: Command {
    let number: AccountNumber
    let step: Int64

    package init(of number: AccountNumber, step: Int64) {
        self.number = number
        self.step = step
    }

    package var sql: SQL {
        """
        UPDATE accounts
           SET second_factor = new_second_factor, new_second_factor = NULL, last_code_step = \(step), version = version + 1
         WHERE account = \(number) AND new_second_factor IS NOT NULL
        """
    }
}

/// Uses up the code of a step. Touches no row when it or a later one was used.
package struct UseCodeStep: Command {
    let number: AccountNumber
    let step: Int64

    package init(_ step: Int64, of number: AccountNumber) {
        self.number = number
        self.step = step
    }

    package var sql: SQL {
        """
        UPDATE accounts
           SET last_code_step = \(step)
         WHERE account = \(number) AND (last_code_step IS NULL OR last_code_step < \(step))
        """
    }
}

/// Takes everything from an account by which somebody could come in: it is being set up anew.
package struct ClearCredentials: Sendable {
    let number: AccountNumber
    let keepsSecondFactor: Bool

    /// - Parameter keepsSecondFactor: leaves the second factor, its recovery codes and the identities of the provider.
    package init(of number: AccountNumber, keepsSecondFactor: Bool) {
        self.number = number
        self.keepsSecondFactor = keepsSecondFactor
    }

    package var statements: [SQL] {
        if keepsSecondFactor {
            return [
                """
                UPDATE accounts
                   SET password_hash = NULL, new_second_factor = NULL, version = version + 1
                 WHERE account = \(number)
                """,
                "DELETE FROM sign_in_places WHERE account = \(number)",
            ]
        }
        return [
            """
            UPDATE accounts
               SET password_hash = NULL, second_factor = NULL, new_second_factor = NULL, last_code_step = NULL, version = version + 1
             WHERE account = \(number)
            """,
            "DELETE FROM recovery_codes WHERE account = \(number)",
            "DELETE FROM external_identities WHERE account = \(number)",
            "DELETE FROM sign_in_places WHERE account = \(number)",
        ]
    }
}
