import HTTPSupport
import Hummingbird
import Logging
import ServiceLifecycle

/// The small service listening on a port that the system chose.
enum RunningService {
    /// Runs the body while the service listens; then stops it gracefully.
    ///
    /// - Parameter body: gets the port and a closure that begins the graceful stop early.
    static func run<Result: Sendable>(
        _ subject: ServiceUnderTest, _ body: @escaping @Sendable (Int, @escaping @Sendable () async -> Void) async throws -> Result
    ) async throws -> Result {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let application = subject.service.application(subject.router, at: try LoopbackAddress(host: "127.0.0.1", port: 0)) { port in
            continuation.yield(port)
            continuation.finish()
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [application], logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }))
        return try await withThrowingTaskGroup(of: Result?.self) { tasks in
            tasks.addTask {
                try await group.run()
                return nil
            }
            tasks.addTask {
                let port = await ports.first { _ in true } ?? 0
                let result = try await body(port) { await group.triggerGracefulShutdown() }
                await group.triggerGracefulShutdown()
                return result
            }
            var found: Result?
            for try await result in tasks { found = result ?? found }
            guard let found else { throw CancellationError() }
            return found
        }
    }
}
