import Access
import Incubation
import Testing
import Values
import Workflow

/// A recommended move waits for one owner at a time, until a day.
struct WaitingMoveTests {
    /// A case in incubation, in which nothing waits.
    private static func incubating(_ test: TestRegistry) async throws -> OrganizationNumber {
        let number = try await test.opened(on: "2026-06-01").number.organization
        for (version, stage) in [CaseStage.admitted, .incubating].enumerated() {
            try await test.advance(number, to: stage, on: "2026-06-30", version: Int64(version + 1))
        }
        #expect(try await test.waiting() == [])
        return number
    }

    private static func recommend(_ test: TestRegistry, _ number: OrganizationNumber) async throws {
        _ = try await RecommendMove(registry: test.registry)(
            number, to: .graduated, reason: "四要素齐备", version: 3, as: test.person(.hubStaff, 5))
    }

    private static func declare(_ test: TestRegistry, _ number: OrganizationNumber, _ hasInterest: Bool, _ person: Caller) async throws {
        _ = try await DeclareInterest(registry: test.registry)(number, hasInterest: hasInterest, as: person)
    }

    @Test func `a graduation waits for its review, then for the official, then for nobody`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            let (expert, official) = (try test.person(.reviewer, 6), try test.person(.official, 7))
            try await Self.recommend(test, number)
            let review = try #require(try await test.waiting().first).item
            #expect(review.kind == .moveReview && review.owner == .role(.reviewer, in: try test.area()))
            #expect(review.days.startsOn == test.registry.today && review.days.dueOn.iso == "2026-07-07")
            for person in [expert, official] { try await Self.declare(test, number, false, person) }
            #expect(try await test.waiting().map(\.item) == [review], "To have no interest changes nothing.")
            _ = try await ReviewMove(registry: test.registry)(number, isEndorsed: true, reason: "可", version: 1, as: expert)
            let decision = try #require(try await test.waiting().first).item
            #expect(decision.kind == .moveDecision && decision.owner == .role(.official, in: try test.area()))
            #expect(decision.days.dueOn.iso == "2026-07-14")
            #expect(try await test.file(review.number).history.map(\.caller) == ["account-5", "account-6"])
            _ = try await DecideMove(registry: test.registry)(number, isApproved: true, reason: "同意", version: 2, as: official)
            #expect(try await test.waiting() == [])
            for item in [review, decision] { #expect(try await test.file(item.number).item.state == .done) }
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `whoever declared an interest finds the move no more among what waits for them, and others still do`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            let (expert, other) = (try test.person(.reviewer, 6), try test.person(.reviewer, 8))
            try await Self.recommend(test, number)
            var mine = PendingFilter(role: .reviewer)
            mine.leavesOutOwnInterests = true
            func seen(_ filter: PendingFilter, by person: Caller) async throws -> [PendingKind] {
                try await ListPending(registry: test.registry)(filter, page: PageRequest(), as: person).items.map(\.item.kind)
            }
            #expect(try await seen(mine, by: expert) == [.moveReview])
            try await Self.declare(test, number, true, expert)
            try await Self.declare(test, number, false, other)
            #expect(try await seen(mine, by: expert) == [])
            #expect(try await seen(PendingFilter(role: .reviewer), by: expert) == [.moveReview])
            #expect(try await seen(mine, by: other) == [.moveReview])
        }
    }

    @Test func `what is sent back waits for nobody, and anew once it is recommended again`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            let official = try test.person(.official, 7)
            try await Self.recommend(test, number)
            try await Self.declare(test, number, false, official)
            _ = try await DecideMove(registry: test.registry)(number, isApproved: false, reason: "缺章程", version: 1, as: official)
            #expect(try await test.waiting() == [])
            try await Self.recommend(test, number)
            #expect(try await test.waiting().map(\.item.kind) == [.moveReview])
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `what waits for somebody by name goes back to the role once they declare an interest`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            try await Self.recommend(test, number)
            let before = try #require(try await test.waiting().first).item
            let expert = try await test.account()
            _ = try await ReassignPending(registry: test.registry)(
                before.number, to: .account(expert), reason: nil, version: 1, as: test.caller)
            try await Self.declare(test, number, true, test.person(.reviewer, expert))
            let after = try await test.file(before.number)
            #expect(after.item.owner == before.owner && after.item.days == before.days)
            #expect(after.history.map(\.what) == [.opened, .reassigned, .reassigned])
            let refusal = await #expect(throws: Refusal.self) {
                try await ReassignPending(registry: test.registry)(
                    before.number, to: .account(expert), reason: nil, version: 3, as: test.caller)
            }
            #expect(refusal?.words.detail.en.contains("withdraw") == true, "Who has withdrawn is not asked again.")
            #expect(try await test.file(before.number) == after)
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `without the year's calendar nothing is recommended`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            let late = try test.on(day: "2026-12-28")
            let before = try await test.dump()
            await #expect(throws: Refusal.calendarMissing(year: 2027)) { try await Self.recommend(late, number) }
            #expect(try await test.dump() == before)
        }
    }
}
