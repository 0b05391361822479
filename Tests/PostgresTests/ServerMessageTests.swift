import Testing

@testable import Postgres

struct ServerMessageTests {
    @Test(arguments: [
        ("Key (code)=(53320602MJ123) already exists.", "Key (code)=(…) already exists."),
        ("Key (a, b)=(1, (x)) is not present in table \"t\".", "Key (a, b)=(…) is not present in table \"t\"."),
        ("Failing row contains (1, secret, null).", "Failing row contains (…)."),
        ("Nothing to hide.", "Nothing to hide."), ("=(", "=("), ("", ""),
    ]) func `values in parentheses are cut out`(text: String, expected: String) {
        #expect(ServerMessage.withoutParenthesizedValues(text) == expected)
    }

    @Test(arguments: [
        ("invalid input syntax for type integer: \"12a\"", "invalid input syntax for type integer"),
        ("date/time field value out of range: \"2013-02-30\"", "date/time field value out of range"),
        ("integer out of range", "integer out of range"), ("\"x\" is bad", ""),
    ]) func `a quoted value at the end of a message is cut off`(text: String, expected: String) {
        #expect(ServerMessage.withoutQuotedTail(text) == expected)
    }

    @Test func `an error names constraint, table, statement and place, and no bound value`() async throws {
        try await TestServer.withPool(.init(maxConnections: 1)) { pool in
            try await pool.withConnection { connection in
                try await connection.execute(
                    """
                    CREATE TEMPORARY TABLE e (
                        id bigint CONSTRAINT e_key PRIMARY KEY, t text CONSTRAINT e_short CHECK (length(t) < 9)
                    )
                    """
                )
                try await connection.execute("INSERT INTO e VALUES (\(123_456), \("Zhang"))")
                let twice = await #expect(throws: PostgresError.self) {
                    try await connection.execute("INSERT INTO e VALUES (\(123_456), \("Li"))")
                }
                #expect(twice?.sqlState == .uniqueViolation && twice?.constraint == "e_key" && twice?.table == "e")
                #expect(twice?.statement == "INSERT INTO e VALUES ($1, $2)")
                #expect(twice.map { "\($0)".contains("123456") } == false)
                let long = await #expect(throws: PostgresError.self) {
                    try await connection.execute("INSERT INTO e VALUES (\(2), \("Wang Xiaoming"))")
                }
                #expect(long?.constraint == "e_short")
                #expect(long.map { "\($0)".contains("Wang") } == false)
                let wrong = await #expect(throws: PostgresError.self) { try await connection.execute("SELECT \("Ouyang")::integer") }
                #expect(wrong?.sqlState == .invalidTextRepresentation)
                #expect(wrong.map { "\($0)".contains("Ouyang") } == false)
                let raised = await #expect(throws: PostgresError.self) {
                    try await connection.execute("SELECT \("Sima Qian") || pg_temp.fail(\("Sima Qian"))")
                }
                #expect(raised?.sqlState?.rawValue == "42883")
            }
        }
    }
}
