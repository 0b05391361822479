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

    /// The same transaction for statements that run under other settings. Whatever it was begun or last used with and `context` does not
    /// name is empty for them; the change travels with the first of them.
    ///
    /// - Parameter deadline: when they must be over, instead of the transaction's own.
    package func under(_ context: SessionContext, until deadline: ContinuousClock.Instant? = nil) -> PostgresTransaction {
        var handle = handle
        handle.context = context
        handle.deadline = deadline ?? handle.deadline
        return PostgresTransaction(handle: handle)
    }
}
