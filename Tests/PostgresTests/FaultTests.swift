import FoundationEssentials
import Postgres
import Testing

/// Walks through the calls of libpq, making the first fail, then the second, until an operation needs no further call.
struct FaultTests {
    typealias Operation = @Sendable (PostgresPool) async throws -> Void

    static let operations: [(name: String, run: Operation)] = [
        ("query", { try await $0.query("SELECT \(1), generate_series(1, 2000)") }),
        ("query under a context", { try await $0.query("SELECT \(1)", context: ["incubator.account": "1"]) }),
        ("prepared query", { pool in for _ in 1...3 { try await pool.query("SELECT \(1)") } }),
        ("transaction", transaction), ("script", script), ("copy in", copyIn), ("copy out", copyOut),
        ("copy out left early", copyOutLeftEarly),
    ]

    /// Faults that are noticed by themselves; silence takes a deadline to be noticed.
    static let loudFaults = FaultInjector.Fault.allCases.filter { $0 != .silence }

    @Test(arguments: operations.map(\.name), loudFaults)
    func `whatever call fails, the operation ends and the pool goes on`(name: String, fault: FaultInjector.Fault) async throws {
        let operation = try #require(Self.operations.first { $0.name == name }).run
        var number = 1
        while try await survives(operation, FaultInjector(fault, atCall: number), "\(name), \(fault), call \(number)") {
            number += 1
            try #require(number < 500, "the walk does not end")
        }
        #expect(number > 1, "no call was made to fail")
    }

    /// - Returns: true when the fault fired.
    private func survives(_ operation: @escaping Operation, _ faults: FaultInjector, _ label: String) async throws -> Bool {
        let application = "fault \(UUID().uuidString)"
        try await within(.seconds(15), label) {
            try await TestServer.withPool(.init(maxConnections: 2, leaseTimeout: .seconds(5), backOff: .milliseconds(1))) {
                $0.faultInjector = faults
                $0.applicationName = application
                $0.cancelPatience = .seconds(2)
            } _: { pool in
                do {
                    try await operation(pool)
                } catch let error as PostgresError {
                    #expect(faults.firedAt != nil, "\(label): \(error)")
                }
                // Not fired yet: it would be the next call that fails.
                guard faults.firedAt != nil else { return }
                #expect(try await Self.isUsable(pool), "\(label)")
                // A connection that was lost is closed, and another opened, in its own time.
                for _ in 1...200 where pool.load.idle != pool.load.connections { try await Task.sleep(for: .milliseconds(10)) }
                #expect(pool.load.idle == pool.load.connections, "\(label): a connection was not given back")
            }
        }
        try await TestServer.expectNoConnection(application, label)
        return faults.firedAt != nil
    }

    /// The last call of an operation may have cut the connection without spoiling the operation; that is found out by the next.
    private static func isUsable(_ pool: PostgresPool) async throws -> Bool {
        if (try? await pool.query("SELECT 1")) != nil { return true }
        return try await pool.query("SELECT 1").decode(as: Int.self) == [1]
    }

    private static let transaction: Operation = { pool in
        try await pool.withTransaction(context: ["incubator.account": "1"], isolation: .serializable, retries: 0) { transaction in
            try await transaction.execute("CREATE TEMPORARY TABLE f (n bigint) ON COMMIT DROP")
            _ = try await transaction.pipeline(["INSERT INTO f VALUES (\(1))", "SELECT n FROM f"])
        }
    }

    private static let script: Operation = { pool in
        try await pool.withConnection { try await $0.executeScript("SELECT 1; SELECT 2") }
    }

    private static let copyIn: Operation = { pool in
        try await pool.withTransaction { transaction in
            try await transaction.executeScript("CREATE TEMPORARY TABLE f (n bigint, t text) ON COMMIT DROP")
            var text = CopyText()
            for number in 1...10_000 {
                text.append(number)
                text.append("some text")
                text.endRow()
            }
            let chunk = text.take()
            let count = try await transaction.copyIn("COPY f FROM STDIN") { writer in
                for _ in 1...4 { try await writer.write(chunk) }
            }
            #expect(count == 40_000)
        }
    }

    private static let copyOut: Operation = { pool in
        try await pool.withConnection { connection in
            var count = 0
            for try await chunk in connection.copyOut("COPY (SELECT generate_series(1, 50)) TO STDOUT") { count += chunk.count }
            #expect(count == 141)
        }
    }

    private static let copyOutLeftEarly: Operation = { pool in
        try await pool.withConnection { connection in
            for try await _ in connection.copyOut("COPY (SELECT repeat('x', 50000) FROM generate_series(1, 200)) TO STDOUT") { break }
            try await TestServer.expectWorks(connection)
        }
    }
}
