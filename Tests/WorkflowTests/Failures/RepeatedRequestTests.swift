import Access
import Incubation
import Logging
import Postgres
import TestDatabase
import Testing
import Workflow

/// A request with a key is sent, fails at some call, and is sent again: there is one effect, one event and one answer in the end.
struct RepeatedRequestTests {
    private static let writes = Write.all.filter {
        [.createOrganization, .editOrganization, .openCase, .recordReport].contains($0.act) || $0.earlier != nil
    }

    @Test(.timeLimit(.minutes(30)), arguments: Self.writes, [FaultInjector.Fault.connectionLoss, .outOfMemory, .serverError])
    func `whatever call fails, a request that is sent again takes effect once`(write: Write, fault: FaultInjector.Fault) async throws {
        try await TestRegistry.run { test in
            let first = try await Attempt(0, of: write, in: test)
            try await write.run(test, first)
            let whole = try await first.effect(in: test)
            var call = 1
            while true {
                try #require(call < 500, "the walk does not end")
                let attempt = try await Attempt(call, of: write, in: test)
                let before = try await test.doneEvents(of: write.act)
                var repeated = test
                repeated.caller = test.caller.by(WriteRequest(key: "k\(call)", content: [UInt8(call & 255)]) { _ in Array("answer".utf8) })
                let fired = try await Self.send(write, attempt, FaultInjector(fault, atCall: call), repeated)
                while try await Self.again(write, attempt, repeated) { try await Task.sleep(for: .milliseconds(20)) }
                #expect(try await attempt.effect(in: test) == whole, "\(write.name), \(fault), call \(call)")
                #expect(try await test.doneEvents(of: write.act) - before == 1, "\(write.name), \(fault), call \(call)")
                if !fired { break }
                call += 1
            }
            #expect(call > 2, "no call was made to fail")
        }
    }

    /// - Returns: whether a call was made to fail.
    private static func send(_ write: Write, _ attempt: Attempt, _ faults: FaultInjector, _ test: TestRegistry) async throws -> Bool {
        let name = try await test.pool.query("SELECT current_database()::text AS name")[0].decode(as: String.self)
        var configuration = PostgresConfiguration(connectionString: try TestDatabase.connectionString(database: name))
        configuration.faultInjector = faults
        configuration.cancelPatience = .seconds(2)
        let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let pool = PostgresPool(configuration: configuration, options: .init(maxConnections: 2, backOff: .milliseconds(1)), logger: silent)
        var faulty = test.on(pool)
        faulty.caller = test.caller
        do {
            try await write.run(faulty, attempt)
        } catch {
            #expect(faults.firedAt != nil || error is RepeatedRequest, "\(write.name): \(error)")
        }
        await pool.shutdown()
        return faults.firedAt != nil
    }

    /// - Returns: whether the first request is still being worked on.
    private static func again(_ write: Write, _ attempt: Attempt, _ test: TestRegistry) async throws -> Bool {
        do {
            try await write.run(test, attempt)
        } catch let error as RepeatedRequest {
            #expect(error.answer == Array("answer".utf8))
        } catch Refusal.requestRunning {
            return true
        }
        return false
    }
}
