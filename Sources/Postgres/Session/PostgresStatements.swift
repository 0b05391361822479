/// What can be asked of a connection and of a transaction alike.
///
/// One connection does one thing at a time: calls made at the same time are done in the order in which they arrive. Every call throws
/// ``PostgresError``; a cancelled task's statement is stopped on the server.
package protocol PostgresStatements: Sendable {
    /// The lease that the calls are made under.
    var handle: SessionHandle { get }
}

extension PostgresStatements {
    /// Runs one statement and answers all its rows, in memory.
    @discardableResult
    package func query(_ sql: SQL, fileID: StaticString = #fileID, line: UInt = #line) async throws -> Rows {
        Rows(try await handle.session.run([sql], handle.call(fileID, line))[0])
    }

    /// Runs one statement and answers how many rows it inserted, changed, deleted or returned.
    @discardableResult
    package func execute(_ sql: SQL, fileID: StaticString = #fileID, line: UInt = #line) async throws -> Int {
        try await handle.session.run([sql], handle.call(fileID, line))[0].affected
    }

    /// Runs statements in order in one round trip. After the first failure the server skips the rest; outside a transaction it then also
    /// undoes those before it.
    ///
    /// - Returns: one answer per statement.
    package func pipeline(_ statements: [SQL], fileID: StaticString = #fileID, line: UInt = #line) async throws -> [Rows] {
        try await handle.session.run(statements, handle.call(fileID, line)).map(Rows.init)
    }

    /// Runs a text of several statements without values, such as a migration. It must not be input: all of it is executed.
    package func executeScript(_ text: String, fileID: StaticString = #fileID, line: UInt = #line) async throws {
        try await handle.session.script(text, handle.call(fileID, line))
    }
}

extension PostgresStatements {
    /// Sends data with `COPY … FROM STDIN`.
    ///
    /// - Parameter body: writes the data; when it throws, the server undoes what it took.
    /// - Returns: the rows taken.
    /// - Throws: what `body` throws, and the server's refusal with ``PostgresError/copyLine``.
    package func copyIn(
        _ sql: SQL,
        fileID: StaticString = #fileID,
        line: UInt = #line,
        _ body: (CopyWriter) async throws -> Void
    ) async throws -> Int {
        let call = handle.call(fileID, line)
        try await handle.session.beginCopy(.into, sql, call)
        do {
            try await body(CopyWriter(handle: handle, place: call.place))
        } catch {
            // Without an answer to the refusal the connection is not usable, which the end of the lease finds out.
            _ = try? await handle.session.endCopyIn(refusal: "the sender gave up", handle.call(fileID, line, isShielded: true))
            throw error
        }
        return try await handle.session.endCopyIn(refusal: nil, call)
    }

    /// Sends chunks of data with `COPY … FROM STDIN`, taking each from its source only when the one before is on its way.
    ///
    /// - Returns: the rows taken.
    package func copyIn<Chunks: AsyncSequence>(
        _ sql: SQL,
        from chunks: Chunks,
        fileID: StaticString = #fileID,
        line: UInt = #line
    ) async throws -> Int where Chunks.Element == [UInt8] {
        try await copyIn(sql, fileID: fileID, line: line) { writer in
            for try await chunk in chunks {
                try await writer.write(chunk)
            }
        }
    }

    /// The rows of a `COPY … TO STDOUT`; the statement is sent when the loop over them begins.
    package func copyOut(_ sql: SQL, fileID: StaticString = #fileID, line: UInt = #line) -> CopyOut {
        CopyOut(handle: handle, sql: sql, place: SourcePlace(fileID: fileID, line: line))
    }
}
