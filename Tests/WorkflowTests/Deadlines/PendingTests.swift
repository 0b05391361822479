import Access
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// What waits because of a case: opened with it, closed by it, handed over in between.
struct PendingTests {
    @Test func `opening a case makes its reply wait for the hub's staff`() async throws {
        try await TestRegistry.run { test in
            let item = try await test.opened(on: "2026-06-26")
            #expect(item.kind == .incubationReply)
            #expect(item.owner == .role(.hubStaff, in: try test.area()))
            #expect(item.area == (try test.area()))
            #expect(item.state == .open && item.version == 1 && item.closedAt == nil)
            #expect(
                [item.days.startsOn, item.days.remindOn, item.days.dueOn, item.days.escalateOn].map(\.iso)
                    == ["2026-06-26", "2026-07-01", "2026-07-03", "2026-07-04"])
            #expect(item.openedAt == TestRegistry.now)
            #expect(item.calendars == ["2026.1"])
            let file = try await test.file(item.number)
            #expect(file.item == item)
            #expect(file.line.organizationName == "城东合唱团")
            #expect(file.line.standing == .inTime)
            #expect(file.rule.terms.period == Period(5, .workingDay))
            #expect(file.rule.reference == item.rule)
            #expect(file.history.map(\.what) == [.opened])
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `answering it settles it, and leaves what was done on record`() async throws {
        try await TestRegistry.run { test in
            let item = try await test.opened(on: "2026-06-26")
            try await test.advance(item.number.organization, to: .admitted, on: "2026-06-30", version: 1)
            let file = try await test.file(item.number)
            #expect(file.item.state == .done && file.item.version == 2 && file.item.closedAt == TestRegistry.now)
            #expect(file.line.standing == nil)
            #expect(file.history.map(\.what) == [.opened, .done])
            #expect(file.history.last?.caller == "local-operator")
            #expect(try await test.waiting() == [])
            try await test.advance(item.number.organization, to: .incubating, on: "2026-06-30", version: 2)
            #expect(try await test.file(item.number) == file, "What is done stays as it is.")
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test(arguments: [CaseStage.exited, .graduated]) func `the end of a case settles all that belongs to it`(end: CaseStage) async throws {
        try await TestRegistry.run { test in
            let item = try await test.opened(on: "2026-06-01")
            let other = try await test.opened(on: "2026-06-01", name: "另一队")
            var expected: [PendingKind: PendingState] = [.incubationReply: .done]
            for kind in PendingKind.allCases where kind != .incubationReply {
                _ = try await test.inserting(kind, about: item)
                _ = try await test.inserting(kind, about: other)
            }
            let endsWithCase = Set(
                try await ListDeadlineRules(registry: test.registry)(as: test.caller).filter(\.endsWithCase).map(\.kind))
            for kind in endsWithCase where kind != .incubationReply { expected[kind] = .cancelled }
            if end == .graduated {
                for kind in CaseStage.admitted.settles + PendingKind.ofMoves { expected[kind] = .done }
                try await test.graduate(item.number.organization)
            } else {
                try await test.advance(item.number.organization, to: .exited, on: "2026-06-30", version: 1)
            }
            let rows = try await test.pool.query(
                "SELECT kind, state FROM pending_items WHERE serial = \(item.number.organization.serial)"
            ).map { try $0.decode(as: PendingKind.self, PendingState.self) }
            for (kind, state) in rows { #expect(state == expected[kind] ?? .open, "\(kind)") }
            // To graduate waits for a review and for a decision of its own.
            #expect(rows.count == PendingKind.allCases.count + (end == .graduated ? PendingKind.ofMoves.count : 0))
            let others = try await test.waiting(PendingFilter(organization: other.number.organization))
            #expect(others.count == PendingKind.allCases.count)
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `without the year's calendar a case is not opened, and the next step is told`() async throws {
        try await TestRegistry.run(now: Instant(endOf: try #require(Day(iso: "2026-12-30")))) { test in
            let number = try await test.organization()
            let before = try await test.dump()
            await #expect(throws: Refusal.calendarMissing(year: 2027)) {
                try await OpenCase(registry: test.registry)(number, on: test.day("2026-12-28"), reason: nil, as: test.caller)
            }
            #expect(try await test.dump() == before)
            #expect(Refusal.calendarMissing(year: 2027).words.nextStep.en.contains("incubator calendar import FILE"))
            #expect(try await test.events().last?.entry.refusal == "calendar-missing")
            _ = try await EnterCalendar(registry: test.registry)(try TestCalendars.made(2027), following: nil, as: test.caller)
            _ = try await OpenCase(registry: test.registry)(number, on: test.day("2026-12-28"), reason: nil, as: test.caller)
            let item = try #require(try await test.waiting().first).item
            #expect(item.days.dueOn.iso == "2027-01-05")
            #expect(item.calendars == ["2026.1", "2027.1"])
        }
    }

    @Test func `histories that are imported open nothing, whatever their year, and settle what waits`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization("旧社")
            try await test.taking(TestTable(.cases, "organization,stage,enteredOn\n\(number),opened,1999-03-01\n"))
            #expect(try await test.waiting() == [])
            try await test.advance(number, to: .exited, on: "2026-06-30", version: 1)
            let item = try await test.opened(on: "2026-06-01")
            let supplement = try await test.inserting(.supplement, about: item)
            let subject = item.number.organization
            try await test.taking(
                TestTable(.cases, "organization,stage,enteredOn\n\(subject),opened,2026-06-01\n\(subject),exited,2026-06-20\n"))
            #expect(try await test.waiting() == [])
            #expect(try await test.file(item.number).item.state == .done)
            #expect(try await test.file(supplement).item.state == .cancelled)
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `roles that something can wait for are roles of accounts, and no administrators`() throws {
        for role in ResponsibleRole.allCases {
            let held = try #require(Role(rawValue: role.rawValue))
            #expect(!held.isAdministrator && held != .auditor)
        }
        #expect(ResponsibleRole.allCases.count == Role.allCases.count { !$0.isAdministrator } - 1)
    }

    @Test func `every kind has a rule of the nation, and every rule a kind`() async throws {
        try await TestRegistry.run { test in
            let rules = try await ListDeadlineRules(registry: test.registry)(as: test.caller)
            #expect(Set(rules.map(\.kind)) == Set(PendingKind.allCases))
            #expect(rules.allSatisfy { $0.reference == DeadlineRule.Reference(jurisdiction: nil, version: 1) })
            let periods = Dictionary(uniqueKeysWithValues: rules.map { ($0.kind, $0.terms.period) })
            #expect(periods[.certificate] == Period(10, .workingDay))
            #expect(periods[.reviewDecision] == Period(15, .calendarDay))
            #expect(periods[.ownersCommitteeFiling] == Period(30, .calendarDay))
            #expect(periods[.finalReport] == Period(1, .month))
            #expect(periods[.unspentMoney] == Period(2, .year))
            #expect(rules.first { $0.kind == .finalReport }?.certainty == .assumed)
        }
    }

    @Test func `a place with a rule of its own goes by it`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.pool.query(
                """
                INSERT INTO deadline_rules (kind, jurisdiction, version, amount, unit, moves_on, remind_before, escalate_after, owner_role,
                                            escalation_role, ends_with_case, certainty, source_chinese, source_english)
                SELECT kind, '320613', 3, 3, unit, moves_on, 1, 2, 'hubManager', 'official', true, 'design', '区里规定', 'district rule'
                  FROM deadline_rules
                 WHERE kind = 'incubationReply'
                """)
            let item = try await test.opened(on: "2026-06-26")
            #expect(item.rule == DeadlineRule.Reference(jurisdiction: try test.area("320613"), version: 3))
            #expect(item.owner == .role(.hubManager, in: try test.area()))
            #expect([item.days.remindOn, item.days.dueOn, item.days.escalateOn].map(\.iso) == ["2026-06-30", "2026-07-01", "2026-07-03"])
            let elsewhere = try await test.opened(on: "2026-06-26", name: "通州队", area: "320612")
            #expect(elsewhere.rule.jurisdiction == nil)
        }
    }
}
