package import Access
package import Postgres

/// Names of accounts, of those whose name the transaction may know.
package struct SelectActorNames: Statement {
    let accounts: [Int64]

    package init(of accounts: some Sequence<AccountNumber>) {
        self.accounts = accounts.map(\.rawValue)
    }

    package var sql: SQL {
        "SELECT account, display_name, role FROM actor_names WHERE account = ANY(\(accounts))"
    }

    package func decode(_ row: Row) throws(PostgresError) -> (account: AccountNumber, name: String, role: Role?) {
        try row.decode(as: AccountNumber.self, String.self, Role?.self)
    }
}
