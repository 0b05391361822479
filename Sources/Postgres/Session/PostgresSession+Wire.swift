import CLibpq

// Sending and receiving. Only called inside an operation.

extension PostgresSession {
    /// The connection, or the error for one that is gone.
    func live() throws(PostgresError) -> Libpq {
        guard let libpq else { throw PostgresError(.connectionLost, "the connection has ended") }
        return libpq
    }

    /// Sends everything queued. Reads meanwhile, because a server whose answers nobody takes stops reading.
    func flush() async throws(PostgresError) {
        while !(try live().flush()) {
            let what = await wait([.read, .write])
            if what != .write { try live().consumeInput() }
        }
    }

    /// Waits for the next answer; nil at the end of a command's answers.
    func nextResult(_ statement: SQL?, place: SourcePlace?) async throws(PostgresError) -> QueryResult? {
        while try live().isBusy {
            _ = await wait(.read)
            do throws(PostgresError) {
                try live().consumeInput()
            } catch {
                throw try lastWords(statement, place) ?? error
            }
        }
        let result = try live().result(statement: statement?.text, place: place)
        if let result, result.status == PGRES_FATAL_ERROR || result.status == PGRES_BAD_RESPONSE {
            throw failure(result, statement)
        }
        return result
    }

    /// The server's farewell, when it sent one before it ended the connection.
    private func lastWords(_ statement: SQL?, _ place: SourcePlace?) throws(PostgresError) -> PostgresError? {
        // The socket is gone, so this cannot wait.
        guard let libpq, libpq.isBroken, let result = try libpq.result(statement: statement?.text, place: place) else { return nil }
        let error = ServerMessage.error(result, arguments: statement?.arguments)
        return error.sqlState == nil ? nil : error
    }

    /// The error in an answer. Whatever it says, a broken connection is what matters most.
    private func failure(_ result: QueryResult, _ statement: SQL?) -> PostgresError {
        let error = ServerMessage.error(result, arguments: statement?.arguments)
        guard libpq?.isBroken != false, error.kind == .server else { return error }
        return error.with { $0.kind = .connectionLost }
    }

    /// Switches pipeline mode, which costs no message. COPY and scripts of several statements are not possible inside it.
    func setPipelining(_ wanted: Bool) throws(PostgresError) {
        let libpq = try live()
        guard libpq.isPipelining != wanted else { return }
        if wanted { try libpq.enterPipeline() } else { try libpq.exitPipeline() }
    }

    /// Refuses what would be misunderstood on the way: C ends a text at a zero byte.
    func check(_ statement: SQL) throws(PostgresError) {
        // Over plain bytes: element by element this would be looked for in every statement at a noticeable cost.
        let hasZero = statement.text.utf8.withContiguousStorageIfAvailable { $0.contains(0) } ?? statement.text.utf8.contains(0)
        if hasZero {
            throw PostgresError(.usage, "the statement contains a zero byte", statement: statement.text)
        }
        if let refusal = statement.arguments.refusal {
            throw PostgresError(.usage, refusal, statement: statement.text)
        }
    }
}
