import CLibpq

extension PostgresSession {
    /// Runs statements in one round trip, after the prologue of the transaction when they are its first.
    ///
    /// - Returns: one answer per statement.
    func run(_ sql: [SQL], _ call: Call) async throws(PostgresError) -> [QueryResult] {
        try await perform(call) { () async throws(PostgresError) in
            let prologue = try takePrologue(call)
            let outcome = try await exchange(prologue + sql, place: call.place)
            if let failure = outcome.failure {
                note(failure)
                throw failure.with { $0.isStalePlan = outcome.isStalePlan }
            }
            noteSettings(call)
            return Array(outcome.results.dropFirst(prologue.count))
        }
    }

    /// Runs statements as a transaction of their own in one round trip: BEGIN, settings, statements, COMMIT.
    ///
    /// - Parameter access: decides what a lost answer means: after COMMIT of a writing transaction was sent, nobody knows.
    func runOnce(_ sql: [SQL], prologue: [SQL], access: Access, _ call: Call) async throws(PostgresError) -> [QueryResult] {
        try await perform(call) { () async throws(PostgresError) in
            let epilogue: [SQL] = prologue.isEmpty ? [] : ["COMMIT"]
            var outcome = try await exchangeOnce(prologue + sql + epilogue, access, call)
            if outcome.failure != nil, !prologue.isEmpty { await rollBackQuietly(call) }
            if outcome.isStalePlan {
                // Nothing was stored. The plan is forgotten, so that the statement is now sent as text.
                outcome = try await exchangeOnce(prologue + sql + epilogue, access, call)
                if outcome.failure != nil, !prologue.isEmpty { await rollBackQuietly(call) }
            }
            try outcome.check()
            return Array(outcome.results.dropFirst(prologue.count).dropLast(epilogue.count))
        }
    }

    /// Ends a transaction by storing what it did. Does nothing when none of its statements was sent.
    ///
    /// - Throws: `commitUnknown` when the answer was lost; the first failure of the transaction when it had failed before.
    func commit(_ call: Call) async throws(PostgresError) {
        guard transaction?.number == call.transaction, libpq != nil else {
            if let failure = transaction?.failure { throw failure }
            return
        }
        try await perform(call) { () async throws(PostgresError) in
            defer { transaction = nil }
            let failure = transaction?.failure
            guard libpq?.transactionStatus != PQTRANS_IDLE else { throw endedByStatement }
            if let deadline = call.deadline, deadline <= .now {
                throw PostgresError(.deadline, "the deadline passed before the transaction was stored")
            }
            do throws(PostgresError) {
                let outcome = try await exchange(["COMMIT"], place: call.place)
                if let failure = outcome.failure { throw failure }
                // COMMIT of a failed transaction succeeds, and says ROLLBACK.
                guard outcome.results.first?.commandTag == "COMMIT" else {
                    throw failure ?? PostgresError(.server, "the transaction had failed and was rolled back")
                }
            } catch {
                throw unknown(error, "COMMIT")
            }
        }
    }

    /// Runs a text of several statements without values, as one message of the simple protocol.
    func script(_ text: String, _ call: Call) async throws(PostgresError) {
        try await perform(call) { () async throws(PostgresError) in
            try check(SQL(trusted: text))
            try await sendPrologue(call)
            try setPipelining(false)
            try live().sendScript(text)
            try await flush()
            try await receiveScript(SQL(trusted: text), call)
            try setPipelining(true)
        }
    }

    /// Makes the connection ready for the next caller, whatever the last one left: an open COPY, a transaction, a COMMIT never sent.
    ///
    /// - Returns: what the transaction had failed with, if it had.
    @discardableResult
    func settle() async -> PostgresError? {
        await takeTurn()
        passTurn()
        let failure = transaction?.failure
        transaction = nil
        guard libpq != nil else { return failure }
        let call = Call(
            place: SourcePlace(fileID: #fileID, line: #line), deadline: .now + configuration.cancelPatience, isShielded: true
        )
        do throws(PostgresError) {
            if case .out(let reader) = copy {
                reader.abandon()
                await abandonCopyOut()
            }
            if copy == .into { try await endCopyIn(refusal: "the block ended before the COPY", call) }
            if isTainted { drop() }
            if libpq?.transactionStatus != PQTRANS_IDLE { try await rollBack(call) }
        } catch {
            drop()
        }
        if health != .ready { drop() }
        return failure
    }
}

extension PostgresSession {
    private func rollBack(_ call: Call) async throws(PostgresError) {
        guard libpq != nil else { return }
        try await perform(call) { () async throws(PostgresError) in
            try await exchange(["ROLLBACK"], place: call.place).check()
        }
    }

    private func exchangeOnce(_ sql: [SQL], _ access: Access, _ call: Call) async throws(PostgresError) -> PipelineOutcome {
        do throws(PostgresError) {
            return try await exchange(sql, place: call.place)
        } catch {
            throw access == .readWrite ? unknown(error, sql.last) : error
        }
    }

    /// Ends a failed transaction inside the operation that it failed in; a connection that cannot do that is dropped.
    private func rollBackQuietly(_ call: Call) async {
        do throws(PostgresError) {
            try await exchange(["ROLLBACK"], place: call.place).check()
        } catch {
            drop()
        }
    }

    /// Keeps the first failure of the transaction: it is the reason for all that follow, and decides about running it again.
    func note(_ failure: PostgresError) {
        if let current = transaction, current.failure == nil { transaction?.failure = failure }
    }

    /// BEGIN and its settings if the transaction has not begun yet, and what changes when the call runs under others.
    func takePrologue(_ call: Call) throws(PostgresError) -> [SQL] {
        guard let number = call.transaction, let opening = call.opening else { return [] }
        guard let current = transaction, current.number == number else {
            transaction = OpenTransaction(number: number, context: call.context)
            return opening.statements(under: call.context)
        }
        guard libpq?.transactionStatus != PQTRANS_IDLE else { throw endedByStatement }
        return current.context == call.context ? [] : current.context.changes(to: call.context).statement.map { [$0] } ?? []
    }

    /// Begins the transaction by a round trip of its own, for what cannot be sent in a pipeline.
    func sendPrologue(_ call: Call) async throws(PostgresError) {
        let prologue = try takePrologue(call)
        guard !prologue.isEmpty else { return }
        try await exchange(prologue, place: call.place).check()
        noteSettings(call)
    }

    /// Remembers what the transaction runs under, once the server is known to have it: a statement that was never sent changed nothing.
    private func noteSettings(_ call: Call) {
        if let number = call.transaction, transaction?.number == number { transaction?.context = call.context }
    }

    private var endedByStatement: PostgresError {
        PostgresError(.usage, "a statement ended the transaction; only withTransaction may begin and end it")
    }

    /// After COMMIT was sent, a broken connection leaves open whether the work was stored.
    private func unknown(_ error: PostgresError, _ statement: SQL?) -> PostgresError {
        guard error.kind == .connectionLost, operation?.mayHaveTakenEffect == true else { return error }
        return error.with {
            $0.isCommitUnknown = true
            $0.statement = $0.statement ?? statement?.text
        }
    }

    private func receiveScript(_ script: SQL, _ call: Call) async throws(PostgresError) {
        var failure: PostgresError?
        while true {
            do throws(PostgresError) {
                guard let result = try await nextResult(script, place: call.place) else { break }
                guard !result.opensCopy else {
                    throw PostgresError(.usage, "COPY cannot be part of a script; use copyIn or copyOut")
                }
            } catch {
                guard error.kind == .server else { throw error }
                failure = failure ?? error
            }
        }
        try setPipelining(true)
        if let failure {
            note(failure)
            throw failure
        }
    }
}

extension PipelineOutcome {
    /// - Throws: the failure, if there is one.
    func check() throws(PostgresError) {
        if let failure { throw failure }
    }
}
