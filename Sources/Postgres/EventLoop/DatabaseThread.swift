/// The thread that talks to databases.
package enum DatabaseThread {
    /// Runs what asks a database many things one after another on the thread that talks to it, so that no answer has to change threads.
    ///
    /// The answers of everybody else wait for whatever `body` does between two statements, so it must not compute for long.
    package static func run<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        try await withTaskExecutorPreference(EventLoop.shared, operation: body)
    }
}
