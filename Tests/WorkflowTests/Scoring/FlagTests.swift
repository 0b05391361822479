import Access
import Appraisal
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// What is done about a flag, by whom, and what follows.
struct FlagTests {
    private let code = "FIN-RESERVE-NEG"

    private func flagged(_ test: TestRegistry) async throws -> OrganizationNumber {
        let number = try await test.cooperative("城东合作社")
        try await test.record(2024, net: -2_000_00, of: number)
        _ = try await test.assess("2025-04-01")
        return number
    }

    private func refusal(_ body: () async throws -> Void) async -> Refusal? {
        do {
            try await body()
            return nil
        } catch {
            return error as? Refusal
        }
    }

    @Test func `a flag goes from hand to hand, and every step is kept`() async throws {
        try await TestRegistry.run { test in
            let number = try await flagged(test)
            let handle = HandleFlag(registry: test.registry)
            let (manager, staff, official) = (
                try test.person(.hubManager, 3), try test.person(.hubStaff, 5), try test.person(.official, 7)
            )
            let due = try test.day("2025-05-01")
            let untouched = try await ShowFlags(registry: test.registry)(number, code: code, as: staff)
            #expect(untouched.version == 0 && untouched.work.state == .open && untouched.raisedOn.iso == "2025-04-01")
            let assigned = try await handle(
                code, of: number, .assign(owner: "account-5", due: due, rule: "flag-high"), version: 0, as: manager)
            #expect(assigned.version == 1 && assigned.work.owner == "account-5" && assigned.work.due?.on == due)
            let answered = try await handle(code, of: number, .answer("六月有拨款"), version: 1, as: staff)
            #expect(answered.work.state == .answered)
            let stale = await refusal { _ = try await handle(code, of: number, .answer("再答"), version: 1, as: staff) }
            #expect(stale == .versionStale(current: 2))
            let up = try await handle(
                code, of: number, .escalate(owner: "account-9", due: due, rule: "flag-high", note: "拖延"), version: 2, as: manager)
            #expect(up.work.state == .escalated && up.work.owner == "account-9")
            let confirmed = try await handle(code, of: number, .confirm(.visit, note: "须走访"), version: 3, as: official)
            #expect(confirmed.work.confirmation?.by == "account-7" && confirmed.work.confirmation?.consequence == .visit)
            let done = try await handle(code, of: number, .resolve("已走访"), version: 4, as: staff)
            #expect(done.work.state == .resolved)
            #expect(done.history.map(\.act) == ["assign", "answer", "escalate", "confirm", "resolve"])
            #expect(done.history.map(\.caller) == ["account-3", "account-5", "account-3", "account-7", "account-5"])
            let over = await refusal { _ = try await handle(code, of: number, .answer("晚了"), version: 5, as: staff) }
            #expect(over == .flag(.resolved))
        }
    }

    @Test func `a consequence is a named person's word, and not that of who has the flag`() async throws {
        try await TestRegistry.run { test in
            let number = try await flagged(test)
            let handle = HandleFlag(registry: test.registry)
            let (manager, official, other) = (
                try test.person(.hubManager, 3), try test.person(.official, 7), try test.person(.official, 8)
            )
            let machine = await refusal { _ = try await handle(code, of: number, .confirm(.visit, note: "x"), version: 0, as: test.caller) }
            #expect(machine == .notPermitted(.act(.confirmFlag)))
            let hub = await refusal { _ = try await handle(code, of: number, .confirm(.visit, note: "x"), version: 0, as: manager) }
            #expect(hub == .notPermitted(.act(.confirmFlag)))
            let due = try test.day("2025-05-01")
            _ = try await handle(code, of: number, .assign(owner: "account-7", due: due, rule: "r"), version: 0, as: manager)
            let own = await refusal { _ = try await handle(code, of: number, .confirm(.visit, note: "x"), version: 1, as: official) }
            #expect(own == .flag(.ownerConfirms))
            let mild = await refusal { _ = try await handle(code, of: number, .confirm(.unsustainable, note: "x"), version: 1, as: other) }
            #expect(mild == .flag(.notCritical))
            // Nor past the program.
            await #expect(throws: PostgresError.self) {
                _ = try await test.pool.withTransaction { transaction in
                    try await transaction.execute(
                        """
                        UPDATE handled_flags SET consequence = 'visit', confirmed_by = 'account-7', confirmed_on = '2025-04-02'
                         WHERE serial = \(number.serial)
                        """)
                }
            }
        }
    }

    @Test func `new evidence clears a flag that is worked on`() async throws {
        try await TestRegistry.run { test in
            let number = try await flagged(test)
            let handle = HandleFlag(registry: test.registry)
            let staff = try test.person(.hubStaff, 5)
            _ = try await handle(code, of: number, .answer("六月有拨款"), version: 0, as: staff)
            try await test.record(2025, net: 90_000_00, of: number)
            _ = try await test.assess("2026-04-01")
            let cleared = try await ShowFlags(registry: test.registry)(number, code: code, as: staff)
            #expect(cleared.work.clearedOn?.iso == "2026-04-01" && cleared.finding == nil)
            #expect(cleared.history.map(\.act) == ["answer", "clear"])
            let late = await refusal { _ = try await handle(code, of: number, .answer("晚了"), version: cleared.version, as: staff) }
            #expect(late == .flag(.cleared(on: try test.day("2026-04-01"))))
            // Raised anew it is another one.
            let correction = YearlyAccounts(
                periodEnd: try test.day("2025-12-31"), receivedOn: try test.day("2026-05-01"), income: Money(minorUnits: 1_000_00),
                spending: Money(minorUnits: 1_000_00), netAssets: Money(minorUnits: -5_00), members: 50)
            _ = try await RecordAccounts(registry: test.registry)(number, correction, as: test.caller)
            _ = try await test.assess("2026-06-01")
            let again = try await ShowFlags(registry: test.registry)(number, as: staff).filter { $0.code == code }
            #expect(again.map(\.version) == [0, 2] && again.first?.raisedOn.iso == "2026-06-01")
        }
    }

    @Test func `a critical flag that somebody confirmed makes the worst status at the next evaluation`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.cooperative("城东合作社")
            try await test.record(2021, net: 90_000_00, of: number)
            _ = try await test.assess("2026-06-01")
            let before = try await test.assessment(of: number)
            let critical = try #require(before.detail.flags.first { $0.severity == "critical" })
            #expect(before.computedStatus != "unsustainable")
            let confirmed = try await HandleFlag(registry: test.registry)(
                critical.code, of: number, .confirm(.unsustainable, note: "多年未报"), version: 0, as: test.person(.official, 7))
            #expect(confirmed.work.confirmation?.consequence == .unsustainable)
            _ = try await RefreshAssessments(registry: test.registry)(as: test.caller)
            let after = try await test.assessment(of: number)
            #expect(after.status == "unsustainable" && after.computedStatus == "unsustainable")
        }
    }

    @Test func `the work list is by day, and of one owner where asked`() async throws {
        try await TestRegistry.run { test in
            let handle = HandleFlag(registry: test.registry)
            let manager = try test.person(.hubManager, 3)
            for (name, due, owner) in [
                ("甲", "2025-06-01", "account-5"), ("乙", "2025-05-01", "account-6"), ("丙", "2025-05-15", "account-5"),
            ] {
                let number = try await test.cooperative("合作社\(name)")
                try await test.record(2024, net: -2_000_00, of: number)
                _ = try await test.assess("2025-04-01")
                _ = try await handle(code, of: number, .assign(owner: owner, due: test.day(due), rule: "r"), version: 0, as: manager)
            }
            let list = ListFlags(registry: test.registry)
            let all = try await list(FlagFilter(), page: PageRequest(), as: manager).items.map(\.file)
            #expect(all.map { $0.work.due?.on.iso } == ["2025-05-01", "2025-05-15", "2025-06-01"])
            func count(_ filter: FlagFilter) async throws -> Int { try await list(filter, page: PageRequest(), as: manager).items.count }
            #expect(try await count(FlagFilter(area: test.area("320613"), owner: "account-5")) == 2)
            #expect(try await count(FlagFilter(state: .assigned, severity: all.first?.severity, due: .overdue)) == 3)
            #expect(try await count(FlagFilter(state: .answered)) == 0)
            let first = try await list(FlagFilter(), page: PageRequest(size: 2), as: manager)
            let rest = try await list(FlagFilter(), page: PageRequest(size: 2, after: first.next), as: manager)
            #expect((first.items + rest.items).map(\.file) == all && rest.next == nil)
            #expect(first.items.map(\.name) == ["合作社乙", "合作社丙"])
            let bad = await refusal {
                let number = try #require(all.first).organization
                _ = try await handle(
                    code, of: number, .assign(owner: "王 五", due: test.day("2025-06-01"), rule: "r"), version: 1, as: manager)
            }
            #expect(bad?.slug == "malformed-value")
        }
    }
}
