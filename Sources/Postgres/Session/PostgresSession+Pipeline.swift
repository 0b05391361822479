import CLibpq

/// What came of a pipeline: the answers up to the first that failed, and that failure.
struct PipelineOutcome {
    var results: [QueryResult] = []
    var failure: PostgresError?
    /// True when the failure is of a plan that was prepared before the tables changed; the same statement will work when sent again.
    var isStalePlan = false
}

extension PostgresSession {
    /// One message on its way and what to do with its answer.
    private enum Step {
        case housekeeping(SQL)
        case prepare(SQL)
        case statement(SQL, isReused: Bool)

        var sql: SQL {
            switch self {
            case .housekeeping(let sql), .prepare(let sql), .statement(let sql, _): sql
            }
        }
    }

    /// Sends statements in one go and takes their answers: one round trip. After a failure the server skips the rest.
    ///
    /// - Throws: only when the connection broke or nothing was sent; what the server refused is in the outcome.
    func exchange(_ statements: [SQL], place: SourcePlace?) async throws(PostgresError) -> PipelineOutcome {
        for statement in statements { try check(statement) }
        try setPipelining(true)
        var steps: [Step] = []
        for (index, statement) in statements.enumerated() {
            if index == statements.count - 1 { operation?.mayHaveTakenEffect = true }
            try queue(statement, &steps)
        }
        try live().pipelineSync()
        try await flush()
        var outcome = PipelineOutcome()
        for step in steps { try await receive(step, place, &outcome) }
        try await receiveSync(place)
        return outcome
    }

    private func queue(_ statement: SQL, _ steps: inout [Step]) throws(PostgresError) {
        let libpq = try live()
        switch statements.plan(statement.text, statement.arguments.slots.map(\.type.rawValue)) {
        case .text:
            try libpq.send(statement.text, statement.arguments)
            steps.append(.statement(statement, isReused: false))
        case .prepare(let name, let evicting):
            if let evicting {
                let deallocate = SQL(trusted: "DEALLOCATE \(evicting)")
                try libpq.send(deallocate.text, deallocate.arguments)
                steps.append(.housekeeping(deallocate))
            }
            try libpq.sendPrepare(name: name, statement.text, statement.arguments)
            steps.append(.prepare(statement))
            try libpq.sendPrepared(name: name, statement.arguments)
            steps.append(.statement(statement, isReused: false))
        case .reuse(let name):
            try libpq.sendPrepared(name: name, statement.arguments)
            steps.append(.statement(statement, isReused: true))
        }
    }

    private func receive(_ step: Step, _ place: SourcePlace?, _ outcome: inout PipelineOutcome) async throws(PostgresError) {
        do throws(PostgresError) {
            while let result = try await nextResult(step.sql, place: place) {
                try take(result, of: step, &outcome)
            }
        } catch {
            guard error.kind == .server else { throw error }
            note(error, of: step, &outcome)
            // What follows the error of a command is only the end of its answers.
            while let result = try await endOfAnswers(place) { try take(result, of: step, &outcome) }
        }
    }

    private func take(_ result: QueryResult, of step: Step, _ outcome: inout PipelineOutcome) throws(PostgresError) {
        switch result.status {
        case PGRES_PIPELINE_ABORTED:
            if case .prepare(let sql) = step { forget(sql) }
        case PGRES_PIPELINE_SYNC:
            throw PostgresError(.connectionLost, "the server's answers are out of step")
        case _ where result.opensCopy:
            // libpq cannot leave a COPY inside a pipeline.
            throw PostgresError(.usage, "COPY cannot be sent as a query; use copyIn or copyOut", statement: step.sql.text)
        default:
            if case .statement = step, outcome.failure == nil { outcome.results.append(result) }
        }
    }

    private func note(_ error: PostgresError, of step: Step, _ outcome: inout PipelineOutcome) {
        switch step {
        case .prepare(let sql): forget(sql)
        case .statement(let sql, let isReused):
            let isStale = error.sqlState == .featureNotSupported || error.sqlState == .invalidStatementName
            if isReused, isStale {
                forget(sql)
                outcome.isStalePlan = true
            }
        case .housekeeping: outcome.isStalePlan = true
        }
        if outcome.failure == nil { outcome.failure = error }
    }

    private func forget(_ statement: SQL) {
        statements.forget(statement.text, statement.arguments.slots.map(\.type.rawValue))
    }

    private func endOfAnswers(_ place: SourcePlace?) async throws(PostgresError) -> QueryResult? {
        do throws(PostgresError) {
            return try await nextResult(nil, place: place)
        } catch {
            guard error.kind == .server else { throw error }
            return nil
        }
    }

    private func receiveSync(_ place: SourcePlace?) async throws(PostgresError) {
        guard let sync = try await nextResult(nil, place: place), sync.status == PGRES_PIPELINE_SYNC else {
            throw PostgresError(.connectionLost, "the server's answers are out of step")
        }
        // Nothing can follow; asking once more lets libpq note that the connection is idle.
        _ = try live().result(statement: nil, place: nil)
    }
}
