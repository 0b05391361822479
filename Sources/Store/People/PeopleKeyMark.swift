package import Postgres

/// The value that the register keeps of its master key; no row before the first person.
package struct FindPeopleKeyMark: Statement {
    package init() {}

    package var sql: SQL { "SELECT value FROM people_key_marks WHERE mark = 'master'" }

    package func decode(_ row: Row) throws(PostgresError) -> [UInt8] {
        try row.decode(as: [UInt8].self)
    }
}

/// Keeps the value, unless there is one.
package struct KeepPeopleKeyMark: Command {
    let value: [UInt8]

    package init(_ value: [UInt8]) {
        self.value = value
    }

    package var sql: SQL {
        "INSERT INTO people_key_marks (mark, value) VALUES ('master', \(value)) ON CONFLICT (mark) DO NOTHING"
    }
}
