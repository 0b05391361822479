import Incubation
import Testing
import Values
import Workflow

/// Incubation cases: along the table of moves alone, each version once.
struct CaseTests {
    private static func open(_ test: TestRegistry, on day: String = "2024-01-01") async throws -> OrganizationNumber {
        let number = try await test.organization()
        _ = try await OpenCase(registry: test.registry)(number, on: test.day(day), reason: "自荐", as: test.caller)
        return number
    }

    @Test func `a case is shown as it was moved`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.open(test)
            let advance = AdvanceCase(registry: test.registry)
            _ = try await advance(number, to: .admitted, on: test.day("2024-01-01"), reason: nil, version: 1, as: test.caller)
            _ = try await advance(number, to: .incubating, on: test.day("2024-02-01"), reason: "入壳\n开始", version: 2, as: test.caller)
            let moved = try await advance(number, to: .exited, on: test.day("2026-06-30"), reason: nil, version: 3, as: test.caller)
            #expect(moved.version == 4)
            #expect(moved.history.map(\.stage) == [.opened, .admitted, .incubating, .exited])
            #expect(moved.history.map(\.reason) == ["自荐", nil, "入壳\n开始", nil])
            #expect(try await ShowCase(registry: test.registry)(number, as: test.caller) == moved)
        }
    }

    @Test func `of all moves only those of the table are possible`() async throws {
        let paths: [CaseStage: [CaseStage]] = [
            .opened: [], .admitted: [.admitted], .incubating: [.admitted, .incubating], .exited: [.exited],
        ]
        let allowed: [CaseStage: Set<CaseStage>] = [
            .opened: [.admitted, .exited], .admitted: [.incubating, .exited], .incubating: [.graduated, .exited], .graduated: [],
            .exited: [],
        ]
        try await TestRegistry.run { test in
            let advance = AdvanceCase(registry: test.registry)
            let day = try test.day("2024-01-01")
            for from in CaseStage.allCases {
                // A graduated case has been decided by several people; see DecisionTests.
                for to in CaseStage.allCases where from != .graduated {
                    let number = try await Self.open(test)
                    var version: Int64 = 1
                    for stage in paths[from] ?? [] {
                        version = try await advance(number, to: stage, on: day, reason: nil, version: version, as: test.caller).version
                    }
                    do {
                        _ = try await advance(number, to: to, on: day, reason: nil, version: version, as: test.caller)
                        #expect(allowed[from]?.contains(to) == true, "\(from) \(to)")
                    } catch Refusal.duty(.needed(.graduated)) {
                        #expect(from == .incubating && to == .graduated)
                    } catch Refusal.caseMove(.notAllowed(from, to, let next)) {
                        #expect(Set(next) == allowed[from], "\(from) \(to)")
                        #expect(!next.contains(to))
                    }
                }
            }
        }
    }

    @Test func `days of a case never go back nor lie ahead`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.open(test, on: "2024-03-01")
            let advance = AdvanceCase(registry: test.registry)
            let (early, late) = (try test.day("2024-02-29"), try test.day("2024-03-01"))
            await #expect(throws: Refusal.caseMove(.beforeLastStep(early, lastStep: late))) {
                try await advance(number, to: .admitted, on: early, reason: nil, version: 1, as: test.caller)
            }
            await #expect(throws: Refusal.self) {
                try await advance(number, to: .admitted, on: test.day("2026-07-01"), reason: nil, version: 1, as: test.caller)
            }
            await #expect(throws: Refusal.self) {
                try await advance(
                    number, to: .admitted, on: late, reason: String(repeating: "长", count: 2_001), version: 1, as: test.caller)
            }
            #expect(try await advance(number, to: .admitted, on: late, reason: nil, version: 1, as: test.caller).version == 2)
        }
    }

    @Test func `a case is opened once and moved only when open`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            await #expect(throws: Refusal.caseNotOpen(number)) { try await ShowCase(registry: test.registry)(number, as: test.caller) }
            await #expect(throws: Refusal.caseNotOpen(number)) {
                try await AdvanceCase(registry: test.registry)(
                    number, to: .admitted, on: test.day("2024-01-01"), reason: nil, version: 1, as: test.caller)
            }
            let opened = try await Self.open(test)
            await #expect(throws: Refusal.caseAlreadyOpen(opened)) {
                try await OpenCase(registry: test.registry)(opened, on: test.day("2024-01-01"), reason: nil, as: test.caller)
            }
        }
    }

    @Test func `of many simultaneous moves of one version exactly one succeeds`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            let number = try await Self.open(test)
            let day = try test.day("2024-02-01")
            let ends = await withTaskGroup(of: Refusal?.self) { group in
                for attempt in 0..<16 {
                    group.addTask {
                        do {
                            _ = try await AdvanceCase(registry: test.registry)(
                                number, to: attempt % 2 == 0 ? .admitted : .exited, on: day, reason: nil, version: 1, as: test.caller)
                            return nil
                        } catch {
                            return error as? Refusal ?? .databaseUnavailable
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(ends.count { $0 == nil } == 1)
            #expect(ends.count { $0 == .versionStale(current: 2) } == 15, "\(ends)")
            #expect(try await ShowCase(registry: test.registry)(number, as: test.caller).history.count == 2)
        }
    }
}
