import ArgumentParser
import Foundation
import Logging
import Postgres

/// Puts the database client under load with one statement, as `pgbench` does, and prints what it got done. Run by `scripts/bench`.
struct LoadBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Run one statement over and over through the database client and print transactions per second."
    )

    @Option(help: "A libpq connection string.")
    var database: String

    @Option(help: "How many callers ask at once, each again as soon as it is answered.")
    var clients = 16

    @Option(help: "How many connections the pool may make.")
    var connections = 8

    @Option(help: "For how many seconds.")
    var seconds = 5

    @Option(help: "What is asked: point reads one organization by its number, list reads a page of a district.")
    var workload = Workload.point

    @Option(help: "The highest serial number to ask for.")
    var highest = 100_000

    enum Workload: String, ExpressibleByArgument, CaseIterable {
        case point, list

        /// The same text as in `scripts/bench-point.sql` and `scripts/bench-list.sql`.
        func statement(_ serial: Int64) -> SQL {
            switch self {
            case .point:
                """
                SELECT district, serial, version, name, english_name, category, legal_form, legal_status, legal_status_since, area, credit_code
                  FROM organizations
                 WHERE district = 320613 AND serial = \(serial)
                """
            case .list:
                """
                SELECT district, serial, version, name, english_name, category, legal_form, legal_status, legal_status_since, area, credit_code
                  FROM organizations
                 WHERE (district, serial) > (320613, \(serial))
                 ORDER BY district, serial
                 LIMIT 50
                """
            }
        }
    }

    func run() async throws {
        var options = PostgresPool.Options()
        options.maxConnections = connections
        let pool = PostgresPool(
            configuration: PostgresConfiguration(connectionString: database), options: options, logger: Logger(label: "benchmark"))
        let start = ContinuousClock.now
        let end = start.advanced(by: .seconds(seconds))
        let done = try await withThrowingTaskGroup(of: Int.self) { group in
            for client in 0..<clients { group.addTask { try await Self.ask(pool, workload, client: client, highest: highest, until: end) } }
            return try await group.reduce(0, +)
        }
        let took = start.duration(to: .now)
        await pool.shutdown()
        let elapsed = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        print(Int(Double(done) / elapsed))
    }

    /// One caller: every transaction carries a context, as under row-level security.
    private static func ask(
        _ pool: PostgresPool, _ workload: Workload, client: Int, highest: Int, until end: ContinuousClock.Instant
    ) async throws -> Int {
        var random = SystemRandomNumberGenerator()
        var done = 0
        while ContinuousClock.now < end {
            let serial = Int64.random(in: 1...Int64(highest), using: &random)
            let rows = try await pool.query(workload.statement(serial), context: ["incubator.caller": "client-\(client)"])
            for row in rows {
                _ = try row.decode(
                    as: Int64.self, Int64.self, Int64.self, String.self, String?.self, String?.self, String.self, String.self,
                    PostgresDate?.self,
                    String.self, String?.self)
            }
            done += 1
        }
        return done
    }
}
