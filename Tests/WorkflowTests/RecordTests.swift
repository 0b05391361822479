import Access
import Incubation
import Postgres
import Testing
import Values
import Workflow

/// Elements, records, mentors and areas: what is recorded is shown, what cannot be is refused.
struct RecordTests {
    typealias Act = @Sendable (TestRegistry, OrganizationNumber) async throws -> Void

    @Test func `the four elements are shown as they were recorded`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            let day = try test.day("2024-01-31")
            let post = LeadershipPost(
                post: .chair, personName: "王老师", chosenBy: .elected, termBegan: day, termEnds: .latest, left: try test.day("2025-01-01"))
            let charter = Charter(
                version: .max, adoptedOn: day, reviewedOn: day, clauses: Set(CharterClause.allCases),
                adoption: AdoptionVote(entitled: .max, inFavour: .max, against: 0, abstained: 0))
            let body = GovernanceBody(
                kind: .council, formedOn: day, dissolvedOn: day, memberCount: .max, meetingsPerYear: 366, quorumPerMille: 1000)
            let meeting = GovernanceMeeting(body: .council, heldOn: day, present: 7, entitled: 7)
            let controls = MoneyControls(since: day, ownAccount: true, twoSignatures: false, accountsShown: true)
            let boundary = ServiceBoundary(
                since: day, content: "唱歌\n跳舞", peopleServed: "老人", targetPopulation: 0, limits: "", form: nil,
                areas: [try test.area("320613002"), try test.area("320613001")])
            _ = try await RecordLeadershipPost(registry: test.registry)(number, post, as: test.caller)
            _ = try await RecordCharter(registry: test.registry)(number, charter, as: test.caller)
            _ = try await RecordGovernanceBody(registry: test.registry)(number, body, as: test.caller)
            _ = try await RecordMeeting(registry: test.registry)(number, meeting, as: test.caller)
            _ = try await RecordMoneyControls(registry: test.registry)(number, controls, as: test.caller)
            let last = try await RecordServiceBoundary(registry: test.registry)(number, boundary, as: test.caller)
            let shown = try await ShowElements(registry: test.registry)(number, as: test.caller)
            var masked = post
            masked.personName = "王*"
            #expect(shown == last)
            #expect(
                shown
                    == FourElements(
                        leadership: [masked], charters: [charter], bodies: [body], meetings: [meeting], controls: [controls],
                        boundaries: [boundary]))
        }
    }

    @Test func `records and mentors are shown as they were recorded, the newest first`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            let (early, late) = (try test.day("2023-12-31"), try test.day("2024-12-31"))
            let full = YearlyAccounts(
                periodEnd: late, receivedOn: late, currency: "CNY", income: Money(minorUnits: .max),
                incomeBySource: Dictionary(uniqueKeysWithValues: IncomeSource.allCases.map { ($0, Money(minorUnits: .min)) }),
                spending: Money(minorUnits: -1), members: .max, staff: 0)
            let empty = YearlyAccounts(periodEnd: early, receivedOn: late, currency: "XTS")
            _ = try await RecordAccounts(registry: test.registry)(number, empty, as: test.caller)
            #expect(try await RecordAccounts(registry: test.registry)(number, full, as: test.caller) == [full, empty])
            #expect(try await ListAccounts(registry: test.registry)(number, as: test.caller) == [full, empty])

            let owed = AnnualReport(periodEnd: early, dueOn: late)
            let came = AnnualReport(periodEnd: early, dueOn: late, receivedOn: late, result: .qualified)
            #expect(try await RecordReport(registry: test.registry)(number, owed, as: test.caller) == [owed])
            #expect(try await RecordReport(registry: test.registry)(number, came, as: test.caller) == [came])

            let mentors = [MentorAssignment(mentorName: "张", from: late, until: .latest), MentorAssignment(mentorName: "李", from: early)]
            for mentor in mentors { _ = try await AssignMentor(registry: test.registry)(number, mentor, as: test.caller) }
            let masked = mentors.map { MentorAssignment(mentorName: ($0.mentorName ?? "") + "*", from: $0.from, until: $0.until) }
            #expect(try await ListMentors(registry: test.registry)(number, as: test.caller) == masked)
        }
    }

    @Test func `activities are shown page by page, the newest first, without gap or repetition`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            var recorded: [Activity] = []
            for index in 0..<9 {
                let activity = Activity(
                    heldOn: try test.day("2024-01-0\(index / 3 + 1)"), kind: .visit, title: "走访\(index)", participants: .max)
                recorded.append(try await RecordActivity(registry: test.registry)(number, activity, as: test.caller))
            }
            var shown: [Activity] = []
            var after: String?
            repeat {
                let page = try await ListActivities(registry: test.registry)(
                    number, page: PageRequest(size: 2, after: after), as: test.caller)
                shown += page.items
                after = page.next
            } while after != nil
            #expect(shown == recorded.reversed())
        }
    }

    @Test(arguments: duplicates.indices)
    func `the same record twice is refused and counted once`(index: Int) async throws {
        let (subject, act) = Self.duplicates[index]
        try await TestRegistry.run { test in
            let number = try await test.organization()
            try await act(test, number)
            let before = try await test.dump()
            await #expect(throws: Refusal.alreadyRecorded(subject)) { try await act(test, number) }
            #expect(try await test.dump() == before)
        }
    }

    private static let duplicates: [(Refusal.Subject, Act)] = [
        (
            .leadershipPost,
            { test, number in
                let post = LeadershipPost(post: .chair, personName: "王", chosenBy: .elected, termBegan: try test.day("2024-01-01"))
                _ = try await RecordLeadershipPost(registry: test.registry)(number, post, as: test.caller)
            }
        ),
        (
            .charter,
            { test, number in
                _ = try await RecordCharter(registry: test.registry)(
                    number, Charter(version: 1, adoptedOn: test.day("2024-01-01"), clauses: []), as: test.caller)
            }
        ),
        (
            .body,
            { test, number in
                _ = try await RecordGovernanceBody(registry: test.registry)(
                    number, GovernanceBody(kind: .council, formedOn: test.day("2024-01-01")), as: test.caller)
            }
        ),
        (
            .meeting,
            { test, number in
                _ = try await RecordMeeting(registry: test.registry)(
                    number, GovernanceMeeting(body: .council, heldOn: test.day("2024-01-01"), present: 0, entitled: 0), as: test.caller)
            }
        ),
        (
            .controls,
            { test, number in
                _ = try await RecordMoneyControls(registry: test.registry)(
                    number, MoneyControls(since: test.day("2024-01-01"), ownAccount: true, twoSignatures: true, accountsShown: true),
                    as: test.caller)
            }
        ),
        (
            .boundary,
            { test, number in
                _ = try await RecordServiceBoundary(registry: test.registry)(
                    number, ServiceBoundary(since: test.day("2024-01-01")), as: test.caller)
            }
        ),
        (
            .accounts,
            { test, number in
                _ = try await RecordAccounts(registry: test.registry)(
                    number, YearlyAccounts(periodEnd: test.day("2023-12-31"), receivedOn: test.day("2024-01-01"), currency: "CNY"),
                    as: test.caller)
            }
        ),
        (
            .activity,
            { test, number in
                _ = try await RecordActivity(registry: test.registry)(
                    number, Activity(heldOn: test.day("2023-12-31"), kind: .visit, title: "走访"), as: test.caller)
            }
        ),
        (
            .mentor,
            { test, number in
                _ = try await AssignMentor(registry: test.registry)(
                    number, MentorAssignment(mentorName: "张", from: test.day("2023-12-31")), as: test.caller)
            }
        ),
    ]
}
