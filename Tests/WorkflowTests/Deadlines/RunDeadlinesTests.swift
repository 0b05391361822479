import Access
import Incubation
import Locks
import Postgres
import Store
import Testing
import Values
import Workflow

/// Reminding and escalating: once each, whenever it is run and however often.
struct RunDeadlinesTests {
    @Test func `time reminds once, then escalates once, and each is on record`() async throws {
        try await TestRegistry.run { test in
            let item = try await test.opened(on: "2026-06-26")
            func run(on day: String) async throws -> DeadlineRun {
                try await RunDeadlines(registry: test.on(day: day).registry)(as: test.caller)
            }
            #expect(try await run(on: "2026-06-30") == DeadlineRun())
            #expect(try await run(on: "2026-07-01").reminded == 1)
            for day in ["2026-07-01", "2026-07-02", "2026-07-03"] { #expect(try await run(on: day) == DeadlineRun()) }
            #expect(try await test.on(day: "2026-07-03").file(item.number).line.standing == .dueToday)
            #expect(try await run(on: "2026-07-04").escalated == 1)
            for day in ["2026-07-04", "2026-08-30"] { #expect(try await run(on: day) == DeadlineRun()) }
            let file = try await test.file(item.number)
            #expect(file.item.state == .escalated && file.item.version == 3)
            #expect(file.line.standing == .escalated)
            #expect(file.item.owner == .role(.hubManager, in: try test.area()))
            #expect(file.history.map(\.what) == [.opened, .reminded, .escalated])
            #expect(file.item.remindedAt?.dayInChina.iso == "2026-07-01")
            #expect(file.item.escalatedAt?.dayInChina.iso == "2026-07-04")
            let events = try await test.events().filter { $0.entry.act == "run-deadlines" }
            #expect(events.map(\.entry.subjectKey) == [item.number.description, item.number.description])
            #expect(events.map(\.entry.versionAfter) == [2, 3])
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `what escalated is still to be done, and can be`() async throws {
        try await TestRegistry.run { test in
            let item = try await test.opened(on: "2026-06-01")
            let told = Told()
            let run = try await RunDeadlines(registry: test.registry)(as: test.caller) { try told.add($0, $1) }
            #expect(run.escalated == 1 && run.reminded == 0, "Who was not reminded in time is not reminded afterwards.")
            #expect(told.acts == [.escalate])
            #expect(told.lines.first?.item.owner == .role(.hubManager, in: try test.area()))
            let staff = PendingOwner.role(.hubStaff, in: try test.area())
            let back = try await ReassignPending(registry: test.registry)(item.number, to: staff, reason: nil, version: 2, as: test.caller)
            #expect(back.item.state == .escalated, "Handing it back does not undo that it was late.")
            try await test.advance(item.number.organization, to: .admitted, on: "2026-06-30", version: 1)
            #expect(try await test.file(item.number).item.state == .done)
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `whoever calls it off at any place finds nothing lost and nothing done twice afterwards`() async throws {
        try await TestRegistry.run { test in
            let first = try await test.opened(on: "2026-06-01")
            for due in 1...30 {
                _ = try await test.inserting(.rectification, about: first, due: "2026-06-\(due < 10 ? "0" : "")\(due)")
            }
            for patience in [0, 1, 2, 5] {
                let told = Told(atMost: patience)
                await #expect(throws: Told.Enough.self) {
                    try await RunDeadlines(registry: test.registry)(as: test.caller) { try told.add($0, $1) }
                }
            }
            let cancelled = Task { try await RunDeadlines(registry: test.registry)(as: test.caller) }
            cancelled.cancel()
            _ = await cancelled.result
            _ = try await RunDeadlines(registry: test.registry)(as: test.caller)
            #expect(try await RunDeadlines(registry: test.registry)(as: test.caller) == DeadlineRun())
            let steps = try await test.pool.query(
                "SELECT item, count(*) FILTER (WHERE what = 'escalated'), count(*) FILTER (WHERE what = 'reminded') FROM pending_item_steps GROUP BY item"
            ).map { try $0.decode(as: Int64.self, Int64.self, Int64.self) }
            #expect(steps.count == 31)
            #expect(
                steps.allSatisfy { $0.1 + $0.2 == 1 }, "2026-06-30 is the day of the last item, which is reminded of; the others escalate.")
            let events = try await test.doneEvents(of: .runDeadlines)
            #expect(events == 31)
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `several at once do each item once`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            let first = try await test.opened(on: "2026-06-01")
            for _ in 1...20 { _ = try await test.inserting(.rectification, about: first, due: "2026-06-20") }
            let runs = try await withThrowingTaskGroup(of: DeadlineRun.self) { group in
                for _ in 1...4 { group.addTask { try await RunDeadlines(registry: test.registry)(as: test.caller) } }
                return try await group.reduce(into: [DeadlineRun]()) { $0.append($1) }
            }
            #expect(runs.reduce(0) { $0 + $1.escalated } == 21)
            #expect(try await test.doneEvents(of: .runDeadlines) == 21)
        }
    }
}

/// Notes what a run tells, and calls it off when it was told enough.
private final class Told: Sendable {
    struct Enough: Error {}

    private let limit: Int
    private let notes = Guarded<[(act: DeadlineAct, line: PendingLine)]>([])

    init(atMost limit: Int = .max) {
        self.limit = limit
    }

    var acts: [DeadlineAct] { notes.withLock { $0.map(\.act) } }
    var lines: [PendingLine] { notes.withLock { $0.map(\.line) } }

    func add(_ act: DeadlineAct, _ line: PendingLine) throws {
        let count = notes.withLock { notes in
            notes.append((act, line))
            return notes.count
        }
        if count > limit { throw Enough() }
    }
}
