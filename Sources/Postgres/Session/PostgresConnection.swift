/// A connection lent by ``PostgresPool/withConnection(fileID:line:_:)``; each statement commits by itself.
///
/// Used after its block it throws kind `usage`.
package struct PostgresConnection: Sendable, PostgresStatements {
    package let handle: SessionHandle
}

/// A transaction lent by ``PostgresPool/withTransaction(context:isolation:access:deadline:retries:fileID:line:_:)``.
///
/// After a statement failed, the server refuses all others of the transaction, and it cannot be stored. Used after its block it throws
/// kind `usage`.
package struct PostgresTransaction: Sendable, PostgresStatements {
    package let handle: SessionHandle
}
