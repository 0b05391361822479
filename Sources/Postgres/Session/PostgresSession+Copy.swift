import CLibpq

// COPY takes several operations, of which the first opens it and the last closes it. Between them the session refuses all others.

extension PostgresSession {
    /// COPY goes by the simple protocol: after an error in the middle the server then waits for no message that libpq would not send.
    func beginCopy(_ direction: CopyDirection, _ sql: SQL, _ call: Call) async throws(PostgresError) {
        try await perform(call) { () async throws(PostgresError) in
            try check(sql)
            guard sql.argumentCount == 0 else {
                throw PostgresError(.usage, "COPY takes no bound values", statement: sql.text)
            }
            try await sendPrologue(call)
            try setPipelining(false)
            try live().sendScript(sql.text)
            try await flush()
            do throws(PostgresError) {
                guard let result = try await nextResult(sql, place: call.place) else {
                    throw PostgresError(.connectionLost, "the server's answers are out of step")
                }
                guard result.status == (direction == .into ? PGRES_COPY_IN : PGRES_COPY_OUT) else {
                    throw PostgresError(.usage, "the statement is not a COPY in this direction", statement: sql.text)
                }
                copy = direction
                copyStatement = sql
                isCopyRefused = false
            } catch {
                throw try await closed(after: error, call)
            }
        }
    }

    /// Sends data and waits until the socket has taken all of it, which is the back-pressure.
    func writeCopy(_ bytes: [UInt8], _ call: Call) async throws(PostgresError) {
        try await perform(call, copying: .into) { () async throws(PostgresError) in
            if isCopyRefused { try await takeRefusal(call) }
            var start = 0
            while start < bytes.count {
                let part = bytes[start..<min(start + Self.copySlice, bytes.count)]
                try await putCopyData(part, call)
                start = part.endIndex
                try await flush()
            }
        }
    }

    /// Ends a COPY that the server has ended already, to hear why: libpq reads no error before the sender has finished.
    private func takeRefusal(_ call: Call) async throws(PostgresError) {
        while !(try live().putCopyEnd(refusal: "refused by the server")) { try await flush() }
        try await flush()
        try await closeCopy(call)
        throw PostgresError(.connectionLost, "the server's answers are out of step")
    }

    /// Bytes given to libpq at once; it keeps what the socket does not take, so this bounds its memory.
    private static let copySlice = 1 << 18

    private func putCopyData(_ part: ArraySlice<UInt8>, _ call: Call) async throws(PostgresError) {
        while true {
            do throws(PostgresError) {
                let libpq = try live()
                var outcome: Result<Bool, PostgresError> = .success(true)
                part.withUnsafeBytes { bytes in
                    do throws(PostgresError) {
                        outcome = .success(try libpq.putCopyData(bytes))
                    } catch {
                        outcome = .failure(error)
                    }
                }
                if try outcome.get() { return }
            } catch {
                // When the connection still lives, the server ended the COPY, and its reason is waiting.
                guard let libpq, !libpq.isBroken, libpq.transactionStatus == PQTRANS_ACTIVE else { throw error }
                throw try await closed(after: error, call)
            }
            try await flush()
        }
    }

    /// Ends COPY data.
    ///
    /// - Parameter refusal: why the server shall undo it; nil to keep it.
    /// - Returns: the rows taken; 0 when refused.
    @discardableResult
    func endCopyIn(refusal: String?, _ call: Call) async throws(PostgresError) -> Int {
        guard copy == .into else { return 0 }
        return try await perform(call, copying: .into) { () async throws(PostgresError) in
            while !(try live().putCopyEnd(refusal: refusal)) { try await flush() }
            try await flush()
            do throws(PostgresError) {
                return try await closeCopy(call)
            } catch {
                if refusal != nil, error.kind == .server { return 0 }
                throw error
            }
        }
    }

    /// The next rows.
    ///
    /// - Returns: whole rows, and whether they are the last, after which the COPY is closed.
    func readCopy(_ reader: CopyReader, _ call: Call) async throws(PostgresError) -> (rows: [UInt8], isLast: Bool) {
        try await perform(call, copying: .out(reader)) { () async throws(PostgresError) in
            var bytes: [UInt8] = []
            while bytes.count < Self.copyChunk {
                let piece: CopyPiece
                do throws(PostgresError) {
                    piece = try live().getCopyData(into: &bytes)
                } catch {
                    guard let libpq, !libpq.isBroken else { throw error }
                    throw try await closed(after: error, call)
                }
                switch piece {
                case .row: continue
                case .wait:
                    if !bytes.isEmpty { return (bytes, false) }
                    _ = await wait(.read)
                    try live().consumeInput()
                case .end:
                    try await closeCopy(call)
                    return (bytes, true)
                }
            }
            return (bytes, false)
        }
    }

    /// Bytes after which a chunk is handed over.
    private static let copyChunk = 1 << 16

    /// Stops a COPY whose reader went away: the server is asked to stop, and what it sent meanwhile is thrown away.
    func abandonCopyOut() async {
        await takeTurn()
        await endAbandonedCopy()
        passTurn()
    }

    /// As ``abandonCopyOut()``, in the caller's turn and before its own operation.
    func endAbandonedCopy() async {
        guard let copy, copy.isAbandoned, libpq != nil else { return }
        let call = Call(
            place: SourcePlace(fileID: #fileID, line: #line), deadline: .now + configuration.cancelPatience, isShielded: true
        )
        do throws(PostgresError) {
            try await performInTurn(call, copying: copy) { () async throws(PostgresError) in
                try await discardCopy(call, mayWait: false)
                guard self.copy != nil, let operation else { return }
                interrupt(.cancelled, operation.number)
                // Not reading keeps the server from finishing before it hears of the request.
                await cancelDelivery()
                try await discardCopy(call, mayWait: true)
            }
        } catch {
            if error.sqlState != .queryCanceled { drop() }
        }
    }

    private func discardCopy(_ call: Call, mayWait: Bool) async throws(PostgresError) {
        var rest: [UInt8] = []
        while copy != nil {
            rest.removeAll(keepingCapacity: true)
            switch try live().getCopyData(into: &rest) {
            case .row: continue
            case .wait:
                guard mayWait else { return }
                _ = await wait(.read)
                try live().consumeInput()
            case .end: try await closeCopy(call)
            }
        }
    }
}

extension PostgresSession {
    /// Takes the answers that end a COPY.
    ///
    /// - Returns: the rows copied.
    @discardableResult
    private func closeCopy(_ call: Call) async throws(PostgresError) -> Int {
        copy = nil
        var rows = 0
        var failure: PostgresError?
        while true {
            do throws(PostgresError) {
                guard let result = try await nextResult(copyStatement, place: call.place) else { break }
                // libpq answers this again and again while a COPY is open.
                guard !result.opensCopy else { throw PostgresError(.connectionLost, "the server's answers are out of step") }
                if result.status == PGRES_COMMAND_OK { rows = result.affected }
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
        return rows
    }

    /// Ends a COPY that went wrong, and answers the server's reason if it gives one.
    private func closed(after error: PostgresError, _ call: Call) async throws(PostgresError) -> PostgresError {
        guard let libpq, !libpq.isBroken, error.kind != .usage else { return error }
        do throws(PostgresError) {
            try await closeCopy(call)
        } catch {
            return error
        }
        note(error)
        return error
    }
}
