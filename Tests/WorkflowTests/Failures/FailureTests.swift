import Access
import Foundation
import Incubation
import Logging
import Postgres
import Store
import TestDatabase
import Testing
import Workflow

/// Walks through the calls of libpq behind every write, making the first fail, then the second, until one is not needed any more.
///
/// After each failure the register holds the whole effect or nothing of it, and the same pool goes on serving. Every attempt writes about
/// an organization of its own, whose name and codes carry the attempt's mark. Whoever adds an act adds its write.
struct FailureTests {
    @Test func `every act is walked through`() {
        #expect(Set(Write.all.map(\.act)) == Set(Act.allCases))
    }

    @Test(.timeLimit(.minutes(30)), arguments: Write.all, [FaultInjector.Fault.connectionLoss, .outOfMemory, .serverError])
    func `whatever call fails, a write is whole or absent`(write: Write, fault: FaultInjector.Fault) async throws {
        try await walk(write, fault)
    }

    private static let bulk: Set<Act> = [.importTable, .runAssessment, .refreshAssessments, .trialRubric, .proposeCalibration]

    /// Bulk work waits for its server for hours, so it is not kept waiting here.
    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["INCUBATOR_DRILL"] == "long", "each call takes the length of a deadline"),
        .timeLimit(.minutes(30)), arguments: Write.all.filter { !bulk.contains($0.act) })
    func `whatever call hears nothing any more, a write is whole or absent`(write: Write) async throws {
        try await walk(write, .silence)
    }

    /// Acts that read so much that a walk through each of their calls takes minutes.
    private static let widest: Set<Act> = [.runAssessment, .refreshAssessments, .trialRubric, .proposeCalibration]

    /// The calls around the commit, where whole and absent part: each of them is always made to fail.
    private static let ending = 6

    /// The calls to fail: the long drill takes every one. Otherwise the faults take turns before the ending, so that every call of most acts
    /// meets one of the three, and one in seven of the widest acts.
    private struct Stride {
        private(set) var call: Int
        private let step: Int
        private let ending: Int

        init(_ write: Write, _ fault: FaultInjector.Fault, calls: Int) {
            let isLong = ProcessInfo.processInfo.environment["INCUBATOR_DRILL"] == "long"
            step = isLong ? 1 : widest.contains(write.act) ? 7 : 3
            ending = calls - FailureTests.ending
            let turn = [FaultInjector.Fault.connectionLoss, .outOfMemory, .serverError].firstIndex(of: fault) ?? 0
            call = isLong ? 1 : 1 + turn * step / 3
        }

        mutating func advance() {
            call = call >= ending ? call + 1 : min(call + step, max(ending, call + 1))
        }
    }

    private func walk(_ write: Write, _ fault: FaultInjector.Fault) async throws {
        try await TestRegistry.run { test in
            let first = try await Attempt(0, of: write, in: test)
            let counting = FaultInjector(fault, atCall: .max)
            let calls = try await Self.run(write, first, counting, in: test).calls
            let whole = try await first.effect(in: test)
            #expect(!whole.isEmpty, "the write must write")
            var stride = Stride(write, fault, calls: calls)
            var failures = 0
            while true {
                let call = stride.call
                try #require(call < 1000, "the walk does not end")
                let attempt = try await Attempt(call, of: write, in: test)
                let faults = FaultInjector(fault, atCall: call)
                let before = try await test.doneEvents(of: write.act)
                let firedAt = try await Self.run(write, attempt, faults, in: test).firedAt
                let (effect, events) = (try await attempt.effect(in: test), try await test.doneEvents(of: write.act) - before)
                #expect(events == (effect.isEmpty ? 0 : 1), "\(write.name), \(fault), call \(call): the event is there with the act")
                guard let place = firedAt else {
                    #expect(effect == whole)
                    break
                }
                failures += 1
                let label = Comment(rawValue: "\(write.name), \(fault) in \(place), call \(call)")
                #expect(effect == whole || effect.isEmpty, label)
                if write.isRepeatable {
                    try await write.run(test, attempt)
                    #expect(try await attempt.effect(in: test) == whole, label)
                }
                stride.advance()
            }
            #expect(failures > 2, "calls were made to fail")
            #expect(try await VerifyAudit(registry: test.registry)(as: test.caller).fault == nil)
        }
    }

    /// - Returns: the call that was made to fail, nil when the write needed fewer; and how many calls it needed.
    private static func run(
        _ write: Write, _ attempt: Attempt, _ faults: FaultInjector, in test: TestRegistry
    ) async throws -> (firedAt: String?, calls: Int) {
        let name = try await test.pool.query("SELECT current_database()::text AS name")[0].decode(as: String.self)
        var configuration = PostgresConfiguration(
            connectionString: try TestDatabase.connectionString(database: name) + " application_name=\(failing)")
        configuration.faultInjector = faults
        let isSilent = faults.fault == .silence
        configuration.cancelPatience = isSilent ? .milliseconds(100) : .seconds(2)
        if isSilent { configuration.connectTimeout = .milliseconds(300) }
        let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let pool = PostgresPool(configuration: configuration, options: .init(maxConnections: 2, backOff: .milliseconds(1)), logger: silent)
        var ended: (firedAt: String?, calls: Int)
        do {
            do {
                try await write.run(test.on(pool, deadline: isSilent ? .milliseconds(700) : .seconds(10)), attempt)
            } catch let error where error is Refusal || error is PostgresError {
                #expect(faults.firedAt != nil, "\(write.name): \(error)")
            }
            ended = (faults.firedAt, faults.calls)
            try await expectServing(pool, after: faults, within: isSilent ? .milliseconds(700) : .seconds(10))
        } catch {
            await pool.shutdown()
            throw error
        }
        await pool.shutdown()
        try await expectNobodyLeft(in: test)
        return ended
    }

    /// The name by which the server knows the connections that fail.
    private static let failing = "failing"

    /// A server whose client has gone may be committing still, and ends only then: neither this write is looked at nor the next one begun
    /// before.
    private static func expectNobodyLeft(in test: TestRegistry) async throws {
        for _ in 1...500 {
            if try await test.pool.query(
                "SELECT FROM pg_stat_activity WHERE application_name = \(failing) AND datname = current_database()"
            )
            .isEmpty {
                return
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("the server goes on for a client that has gone")
    }
}

extension FailureTests {
    /// The pool goes on, and has all its connections back.
    private static func expectServing(_ pool: PostgresPool, after faults: FaultInjector, within deadline: Duration) async throws {
        // A connection that broke right behind the write is noticed by the first who uses it, and of two connections each may have one. A
        // call further behind it is one of these, and may be the last of an answer that was whole.
        var answers = 0
        for _ in 1...20 where answers < 2 {
            let isBehind = faults.firedAt != nil
            let isAnswered = (try? await pool.query("SELECT 1", deadline: deadline)) != nil
            answers = isBehind && isAnswered ? answers + 1 : 0
        }
        #expect(try await pool.query("SELECT 1", deadline: deadline).count == 1, "the pool goes on")
        // One that is being closed is counted until it is gone.
        for _ in 1...100 where pool.load.idle != pool.load.connections { try await Task.sleep(for: .milliseconds(20)) }
        #expect(pool.load.idle == pool.load.connections, "a connection was not given back")
    }
}

extension TestRegistry {
    /// How many events say that an act was done.
    func doneEvents(of act: Act) async throws -> Int64 {
        try await pool.query("SELECT count(*) FROM audit_events WHERE act = \(act.rawValue) AND refusal IS NULL")[0].decode(as: Int64.self)
    }

    /// The same register through other connections.
    func on(_ pool: PostgresPool, deadline: Duration = .seconds(10)) -> TestRegistry {
        let people = registry.people
        return TestRegistry(
            registry: Registry(pool: pool, folding: .standard, people: people, now: { Self.now }, deadline: deadline), pool: self.pool)
    }
}
