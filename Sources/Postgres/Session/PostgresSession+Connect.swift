import CLibpq

extension PostgresSession {
    /// Connects to the first host that accepts.
    ///
    /// - Throws: kind `connectionFailed` with libpq's words, or `usage` for a connection string that cannot be parsed.
    func connect() async throws(PostgresError) {
        await takeTurn()
        defer { passTurn() }
        let outcome = await attempt { () async throws(PostgresError) in
            var parameters = try ConnectionParameters(configuration)
            parameters.hosts = await HostLookup.resolve(parameters.hosts)
            try await connect(parameters)
            try libpq?.setNonblocking()
            try libpq?.enterPipeline()
        }
        switch outcome {
        case .success:
            publish(.ready)
            watchIdle()
        case .failure(let error):
            drop()
            throw error.with { if $0.kind != .usage { $0.kind = .connectionFailed } }
        }
    }

    /// Gives every host its time; one that lets it pass is left out together with those before it.
    private func connect(_ all: ConnectionParameters) async throws(PostgresError) {
        var parameters = all
        while true {
            let attempt = try Libpq(parameters: parameters.forLibpq, faults: configuration.faultInjector)
            libpq = attempt
            guard let silent = try await poll(attempt) else { return }
            stopWatching()
            let tried = parameters.hosts.firstIndex { $0.name == silent.name || $0.address == silent.name } ?? 0
            parameters.hosts.removeFirst(tried + 1)
            guard !parameters.hosts.isEmpty else {
                throw PostgresError(.connectionFailed, "no answer from \"\(silent.name)\" port \(silent.port) in time")
            }
        }
    }

    /// Drives one attempt to its end.
    ///
    /// - Returns: nil when connected, or the host that did not answer in time.
    private func poll(_ attempt: Libpq) async throws(PostgresError) -> (name: String, port: String)? {
        var host = attempt.host
        var limit = ContinuousClock.now + configuration.connectTimeout
        var next = PGRES_POLLING_WRITING
        while next != PGRES_POLLING_OK {
            guard next == PGRES_POLLING_READING || next == PGRES_POLLING_WRITING else { throw attempt.failure(.connectionFailed) }
            guard await wait(next == PGRES_POLLING_READING ? .read : .write, until: limit) else { return attempt.host }
            next = try attempt.connectPoll()
            // libpq may have closed the socket and opened another under the same number, which ends the watch silently.
            stopWatching()
            if attempt.host != host {
                host = attempt.host
                limit = ContinuousClock.now + configuration.connectTimeout
            }
        }
        return nil
    }

    /// - Returns: false when the time passed first.
    private func wait(_ interest: SocketInterest, until limit: ContinuousClock.Instant) async -> Bool {
        let timer = loop.schedule(at: limit) { [weak self] in self?.assumeIsolated { $0.wake() } }
        let what = await wait(interest)
        loop.cancel(timer)
        return !what.isEmpty
    }
}
