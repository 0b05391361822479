package import Access
package import Postgres

/// Accounts in the order of their numbers, after one.
package struct SelectAccounts: Statement {
    let state: AccountState?
    let part: String?
    let after: Int64
    let limit: Int

    /// - Parameter foldedLogin: a part of it; nil for all.
    package init(state: AccountState?, foldedLogin: String?, after: Int64, limit: Int) {
        self.state = state
        part = foldedLogin
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AccountColumns.list)
          FROM accounts a
         WHERE a.account > \(after)
           AND (\(state) IS NULL OR a.state = \(state))
           AND (\(part) IS NULL OR strpos(a.folded_login, \(part)) > 0)
         ORDER BY a.account
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Account {
        try AccountColumns.decode(row)
    }
}

/// An account by its number.
package struct FindAccount: Statement {
    let number: AccountNumber
    /// Keeps others from changing it until the transaction ends.
    let lock: Bool

    package init(_ number: AccountNumber, lock: Bool = false) {
        self.number = number
        self.lock = lock
    }

    package var sql: SQL {
        "SELECT \(fragment: AccountColumns.list) FROM accounts a WHERE a.account = \(number) \(fragment: lock ? "FOR UPDATE" : "")"
    }

    package func decode(_ row: Row) throws(PostgresError) -> Account {
        try AccountColumns.decode(row)
    }
}

/// Whether there is any account.
package struct AnyAccount: Statement {
    package init() {}

    package var sql: SQL { "SELECT EXISTS (SELECT FROM accounts)" }

    package func decode(_ row: Row) throws(PostgresError) -> Bool {
        try row.decode(as: Bool.self)
    }
}

/// Keeps everybody else from making accounts until the transaction ends; reading and signing in go on.
package struct LockAccounts: Command {
    package init() {}

    package var sql: SQL { "LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE" }
}

/// Makes an account that nobody can come in by yet. A login that is taken fails with `accounts_login_key`.
package struct InsertAccount: Statement {
    let login: String
    let foldedLogin: String
    let displayName: String

    package init(login: String, foldedLogin: String, displayName: String) {
        self.login = login
        self.foldedLogin = foldedLogin
        self.displayName = displayName
    }

    package var sql: SQL {
        """
        INSERT INTO accounts AS a (login, folded_login, display_name)
        VALUES (\(login), \(foldedLogin), \(displayName))
        RETURNING \(fragment: AccountColumns.list)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Account {
        try AccountColumns.decode(row)
    }
}

/// Moves an account to a state.
package struct UpdateAccountState: Command {
    let number: AccountNumber
    let state: AccountState

    package init(_ number: AccountNumber, _ state: AccountState) {
        self.number = number
        self.state = state
    }

    package var sql: SQL {
        "UPDATE accounts SET state = \(state), version = version + 1 WHERE account = \(number)"
    }
}

/// Says which kind of role the account is for, if it has no other kind. Touches no row when it has.
package struct ClaimDuty: Command {
    let number: AccountNumber
    let duty: Duty

    package init(_ duty: Duty, for number: AccountNumber) {
        self.number = number
        self.duty = duty
    }

    package var sql: SQL {
        """
        UPDATE accounts a
           SET duty = \(duty), version = version + 1
         WHERE account = \(number)
           AND (duty IS NULL OR duty = \(duty) OR NOT EXISTS (SELECT FROM role_holdings h WHERE h.account = a.account))
        """
    }
}

/// Whether an account has a way in: a password, or somebody who vouches for its person.
package struct CanSignIn: Statement {
    let number: AccountNumber

    package init(_ number: AccountNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT a.password_hash IS NOT NULL OR EXISTS (SELECT FROM external_identities e WHERE e.account = a.account)
          FROM accounts a
         WHERE a.account = \(number)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Bool {
        try row.decode(as: Bool.self)
    }
}
