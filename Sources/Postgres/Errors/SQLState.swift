/// PostgreSQL's five-character code for what went wrong.
///
/// Source: PostgreSQL documentation, Appendix A "PostgreSQL Error Codes". Decide by these codes and by constraint names,
/// never by the words of a message, which are translated and reworded.
package struct SQLState: RawRepresentable, Hashable, Sendable {
    /// The five characters, such as `23505`.
    package let rawValue: String

    /// Takes the code as the server sent it; no check, because a newer server may know codes that this list does not.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The first two characters: the class of the error (`23` is an integrity constraint violation).
    package var errorClass: Substring { rawValue.prefix(2) }
}

extension SQLState: CustomStringConvertible {
    package var description: String { rawValue }
}

extension SQLState {
    /// 40001: two transactions cannot both be right; run the transaction again.
    package static let serializationFailure = SQLState(rawValue: "40001")
    /// 40P01: two transactions waited for each other; run the transaction again.
    package static let deadlockDetected = SQLState(rawValue: "40P01")
    /// 23505: a unique constraint or index refused the row.
    package static let uniqueViolation = SQLState(rawValue: "23505")
    /// 23503: a foreign key points at nothing, or something still points at the row.
    package static let foreignKeyViolation = SQLState(rawValue: "23503")
    /// 23514: a CHECK constraint refused the row.
    package static let checkViolation = SQLState(rawValue: "23514")
    /// 23502: a column that must have a value got none.
    package static let notNullViolation = SQLState(rawValue: "23502")
    /// 23P01: an exclusion constraint refused the row.
    package static let exclusionViolation = SQLState(rawValue: "23P01")
    /// 57014: the statement was cancelled, by a request or by `statement_timeout`.
    package static let queryCanceled = SQLState(rawValue: "57014")
    /// 55P03: a lock was not free within `lock_timeout`, or at once with NOWAIT.
    package static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// 42501: the role may not do this, or a row-level security policy refused the row.
    package static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// 42P01: no such table.
    package static let undefinedTable = SQLState(rawValue: "42P01")
    /// 42601: the statement cannot be parsed.
    package static let syntaxError = SQLState(rawValue: "42601")
    /// 25P02: an earlier statement failed, so the transaction takes no more until it is rolled back.
    package static let inFailedTransaction = SQLState(rawValue: "25P02")
    /// 25006: a read-only transaction was asked to write.
    package static let readOnlyTransaction = SQLState(rawValue: "25006")
    /// 22021: the bytes are not valid in the database's encoding (NUL in text, broken UTF-8).
    package static let characterNotInRepertoire = SQLState(rawValue: "22021")
    /// 22P02: the text is not a value of the type.
    package static let invalidTextRepresentation = SQLState(rawValue: "22P02")
    /// 53100: the server's disk is full.
    package static let diskFull = SQLState(rawValue: "53100")
    /// 53300: the server has no connection left to give.
    package static let tooManyConnections = SQLState(rawValue: "53300")
    /// 57P01: an administrator ended the connection or stopped the server.
    package static let adminShutdown = SQLState(rawValue: "57P01")
    /// 0A000: not supported; also "cached plan must not change result type" after a table was altered.
    package static let featureNotSupported = SQLState(rawValue: "0A000")
    /// 26000: a prepared statement is not known to this connection.
    package static let invalidStatementName = SQLState(rawValue: "26000")
}
