import Access
import Postgres
import Values

/// The columns that make an ``Access/Account``, of a table called `a`.
enum AccountColumns {
    static let list: SQL = """
        a.account, a.login, a.display_name, a.state, a.duty, a.password_hash IS NOT NULL, a.second_factor IS NOT NULL, a.created_at, a.version
        """

    static func decode(_ row: Row) throws(PostgresError) -> Account {
        let (number, login, name, state, duty, hasPassword, hasSecondFactor, createdAt, version) = try row.decode(
            as: AccountNumber.self, String.self, String.self, AccountState.self, Duty?.self, Bool.self, Bool.self, Instant.self, Int64.self)
        return Account(
            number: number, login: login, displayName: name, state: state, duty: duty, hasPassword: hasPassword,
            hasSecondFactor: hasSecondFactor, createdAt: createdAt, version: version)
    }
}
