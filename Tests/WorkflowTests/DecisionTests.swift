import Access
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// Moves that take several people: in one case a person has one duty, whichever way it is tried.
struct DecisionTests {
    /// A case in incubation.
    private static func incubating(_ test: TestRegistry) async throws -> OrganizationNumber {
        let number = try await test.organization()
        let day = try test.day("2024-01-01")
        _ = try await OpenCase(registry: test.registry)(number, on: day, reason: nil, as: test.caller)
        let advance = AdvanceCase(registry: test.registry)
        _ = try await advance(number, to: .admitted, on: day, reason: nil, version: 1, as: test.caller)
        _ = try await advance(number, to: .incubating, on: day, reason: nil, version: 2, as: test.caller)
        return number
    }

    private static func recommend(_ test: TestRegistry, _ number: OrganizationNumber, by person: Caller, version: Int64 = 3) async throws {
        _ = try await RecommendMove(registry: test.registry)(number, to: .graduated, reason: "四要素齐备", version: version, as: person)
    }

    private static func declare(_ test: TestRegistry, _ number: OrganizationNumber, _ person: Caller, _ hasInterest: Bool = false)
        async throws
    {
        _ = try await DeclareInterest(registry: test.registry)(number, hasInterest: hasInterest, as: person)
    }

    @Test func `three people graduate a group`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            let (hub, expert, official) = (try test.person(.hubStaff, 5), try test.person(.reviewer, 6), try test.person(.official, 7))
            try await Self.recommend(test, number, by: hub)
            try await Self.declare(test, number, expert)
            try await Self.declare(test, number, official)
            await #expect(throws: Refusal.duty(.reviewMissing)) {
                try await DecideMove(registry: test.registry)(number, isApproved: true, reason: "好", version: 1, as: official)
            }
            _ = try await ReviewMove(registry: test.registry)(number, isEndorsed: true, reason: "可", version: 1, as: expert)
            let decided = try await DecideMove(registry: test.registry)(number, isApproved: true, reason: "同意", version: 2, as: official)
            #expect(decided.state == .approved && decided.decision?.by == "account-7")
            let found = try await ShowCase(registry: test.registry)(number, as: official)
            #expect(found.stage == .graduated && found.version == 4)
            #expect(try await ListDecisions(registry: test.registry)(number, as: official).map(\.review?.by) == ["account-6"])
        }
    }

    @Test func `what is sent back can be recommended again, by the same person and nobody who had another duty`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            let (hub, official) = (try test.person(.hubStaff, 5), try test.person(.official, 7))
            try await Self.recommend(test, number, by: hub)
            await #expect(throws: Refusal.duty(.alreadyPending)) { try await Self.recommend(test, number, by: hub) }
            try await Self.declare(test, number, official)
            _ = try await DecideMove(registry: test.registry)(number, isApproved: false, reason: "缺章程", version: 1, as: official)
            await #expect(throws: Refusal.duty(.otherDuty(.approve))) {
                try await Self.recommend(test, number, by: test.person(.hubStaff, 7))
            }
            try await Self.recommend(test, number, by: hub)
            #expect(try await ListDecisions(registry: test.registry)(number, as: hub).map(\.state) == [.recommended, .returned])
        }
    }

    @Test func `a reason may have several lines, and must say something`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            let (recommend, hub) = (RecommendMove(registry: test.registry), try test.person(.hubStaff, 5))
            await #expect(throws: Refusal.missing(field: "reason")) {
                try await recommend(number, to: .graduated, reason: " \r\n", version: 3, as: hub)
            }
            await #expect(throws: Refusal.self) { try await recommend(number, to: .graduated, reason: "好\u{7}", version: 3, as: hub) }
            let reason = "一、四要素齐备\r\n二、已实地走访"
            let kept = try await recommend(number, to: .graduated, reason: reason, version: 3, as: hub)
            #expect(kept.recommendation.reason == reason)
        }
    }

    @Test func `nobody has two duties in a case`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            try await Self.recommend(test, number, by: test.person(.hubStaff, 5))
            for role in [Role.reviewer, .hubManager] {
                let same = try test.person(role, 5)
                do { try await Self.declare(test, number, same) } catch Refusal.alreadyRecorded {}
                await #expect(throws: Refusal.duty(.otherDuty(.recommend))) {
                    try await ReviewMove(registry: test.registry)(number, isEndorsed: true, reason: "可", version: 1, as: same)
                }
            }
            let expert = try test.person(.reviewer, 6)
            try await Self.declare(test, number, expert)
            _ = try await ReviewMove(registry: test.registry)(number, isEndorsed: true, reason: "可", version: 1, as: expert)
            for (account, duty) in [(Int64(5), Duty.recommend), (6, .review)] {
                await #expect(throws: Refusal.duty(.otherDuty(duty))) {
                    try await DecideMove(registry: test.registry)(
                        number, isApproved: true, reason: "同意", version: 2, as: test.person(.official, account))
                }
            }
        }
    }

    @Test func `who has an interest withdraws, and who has not said so does not begin`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            let (expert, other) = (try test.person(.reviewer, 6), try test.person(.reviewer, 8))
            try await Self.recommend(test, number, by: test.person(.hubStaff, 5))
            let review = ReviewMove(registry: test.registry)
            await #expect(throws: Refusal.duty(.notDeclared)) {
                try await review(number, isEndorsed: true, reason: "可", version: 1, as: expert)
            }
            try await Self.declare(test, number, expert, true)
            await #expect(throws: Refusal.duty(.hasInterest)) {
                try await review(number, isEndorsed: true, reason: "可", version: 1, as: expert)
            }
            await #expect(throws: Refusal.alreadyRecorded(.declaration)) { try await Self.declare(test, number, expert, false) }
            try await Self.declare(test, number, other)
            #expect(try await review(number, isEndorsed: true, reason: "可", version: 1, as: other).review?.by == "account-8")
        }
    }

    @Test func `a declaration with a word is made with it, or neither is`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            let (expert, official) = (try test.person(.reviewer, 6), try test.person(.official, 7))
            let (review, decide) = (ReviewMove(registry: test.registry), DecideMove(registry: test.registry))
            func standing(_ person: Caller) async throws -> Standing {
                try await ShowStanding(registry: test.registry)(to: number, as: person)
            }
            try await Self.recommend(test, number, by: test.person(.hubStaff, 5))
            await #expect(throws: Refusal.versionStale(current: 1)) {
                try await review(number, isEndorsed: true, reason: "可", version: 9, declaringNoInterest: true, as: expert)
            }
            await #expect(throws: Refusal.duty(.reviewMissing)) {
                try await decide(number, isApproved: true, reason: "同意", version: 1, declaringNoInterest: true, as: official)
            }
            for person in [expert, official] { #expect(try await standing(person) == Standing(duty: nil, hasInterest: nil)) }
            _ = try await review(number, isEndorsed: true, reason: "可", version: 1, declaringNoInterest: true, as: expert)
            #expect(try await standing(expert) == Standing(duty: .review, hasInterest: false))
            try await Self.declare(test, number, official)
            await #expect(throws: Refusal.alreadyRecorded(.declaration)) {
                try await decide(number, isApproved: true, reason: "同意", version: 2, declaringNoInterest: true, as: official)
            }
            _ = try await decide(number, isApproved: true, reason: "同意", version: 2, as: official)
            let events = try await test.events().filter { $0.entry.caller == "account-6" }
            #expect(events.map(\.entry.act) == ["declare-interest", "review-move", "declare-interest", "review-move"])
            #expect(events.map(\.entry.refusal) == ["version-stale", "version-stale", nil, nil])
        }
    }

    @Test func `whoever declares an interest says no word with it, and nobody declares for good by a word that is refused`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            try await Self.recommend(test, number, by: test.person(.hubStaff, 5))
            let same = try test.person(.hubManager, 5)
            await #expect(throws: Refusal.duty(.otherDuty(.recommend))) {
                try await ReviewMove(registry: test.registry)(
                    number, isEndorsed: true, reason: "可", version: 1, declaringNoInterest: true, as: same)
            }
            try await Self.declare(test, number, same, true)
            await #expect(throws: Refusal.alreadyRecorded(.declaration)) {
                try await ReviewMove(registry: test.registry)(
                    number, isEndorsed: true, reason: "可", version: 1, declaringNoInterest: true, as: same)
            }
            #expect(try await ShowStanding(registry: test.registry)(to: number, as: same).hasInterest == true)
        }
    }

    @Test func `neither the operator nor an administrator decides`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            await #expect(throws: Refusal.notPermitted(.act(.recommendMove))) { try await Self.recommend(test, number, by: test.caller) }
            await #expect(throws: Refusal.notPermitted(.act(.decideMove))) {
                try await DecideMove(registry: test.registry)(number, isApproved: true, reason: "同意", version: 1, as: test.caller)
            }
        }
    }

    @Test func `of thirty-two who decide at once one does`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            let number = try await Self.incubating(test)
            try await Self.recommend(test, number, by: test.person(.hubStaff, 5))
            let officials = try (10..<42).map { try test.person(.official, $0) }
            for official in officials { try await Self.declare(test, number, official) }
            let done = await withTaskGroup(of: Bool.self) { group in
                for official in officials {
                    group.addTask {
                        let decide = DecideMove(registry: test.registry)
                        do {
                            _ = try await decide(number, isApproved: false, reason: "退回", version: 1, as: official)
                            return true
                        } catch Refusal.versionStale(current: 2) {
                            return false
                        } catch {
                            Issue.record(error)
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(done == 1)
        }
    }

    @Test func `the database refuses two duties of one person although nobody asks it`() async throws {
        try await TestRegistry.run { test in
            let number = try await Self.incubating(test)
            try await Self.recommend(test, number, by: test.person(.hubStaff, 5))
            let wrong: [SQL] = [
                "UPDATE case_decisions SET state = 'reviewed', reviewed_by = 'account-5', reviewed_on = '2026-06-30', review = 'x', is_endorsed = true",
                "UPDATE case_decisions SET state = 'approved', decided_by = 'account-5', decided_on = '2026-06-30', reason = 'x'",
                // Nobody who was not given the duty either.
                "UPDATE case_decisions SET state = 'approved', decided_by = 'account-9', decided_on = '2026-06-30', reason = 'x'",
                "INSERT INTO case_duties (district, serial, caller, duty) SELECT district, serial, caller, 'approve' FROM case_duties",
            ]
            for statement in wrong {
                await #expect(throws: PostgresError.self) { try await test.pool.withTransaction { try await $0.execute(statement) } }
            }
        }
    }
}
