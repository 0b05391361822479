import Access
import Logging
import Postgres
import TestDatabase
import Testing
import Workflow

/// The role that the service logs in as can do every act, by requests with keys too, and is kept from changing what was recorded.
struct ServiceRoleTests {
    @Test func `the service's role can do every act`() async throws {
        try await TestRegistry.run { test in
            let name = try await test.pool.query("SELECT current_database()::text")[0].decode(as: String.self)
            let address = try TestDatabase.connectionString(database: name) + " options='-c role=incubator_service'"
            let pool = PostgresPool(
                configuration: PostgresConfiguration(connectionString: address), options: .init(maxConnections: 2),
                logger: Logger(label: "test"))
            do {
                var service = test.on(pool)
                for (number, write) in Write.all.enumerated() {
                    let request = WriteRequest(key: "k\(number)", content: []) { _ in [] }
                    service.caller = test.caller.by(request)
                    let attempt = try await Attempt(number, of: write, in: test)
                    try await write.run(service, attempt)
                    // Going through what waits is many acts, each of which knows by itself that it was done.
                    if [.runDeadlines, .refreshAssessments].contains(write.act) { continue }
                    // Each batch of it is an act of its own; what is gone is not asked for again.
                    if write.act == .applyRetention { continue }
                    await #expect(throws: RepeatedRequest.self, "\(write.name)") { try await write.run(service, attempt) }
                }
                await #expect(throws: PostgresError.self) { try await pool.query("DELETE FROM audit_events") }
                let broken = try await VerifyRegister(registry: service.registry)(as: service.caller).filter { $0.brokenRows > 0 }
                #expect(broken.map(\.name) == [])
            } catch {
                await pool.shutdown()
                throw error
            }
            await pool.shutdown()
        }
    }
}
