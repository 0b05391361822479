import Access
import Incubation
import Testing
import Values
import Workflow

/// The last value that is taken and the first that is refused, for every rule of recording.
struct RecordEdgeTests {
    /// Something that is recorded on a day or with a number, and the field that the refusal names.
    struct Edge: Sendable, CustomTestStringConvertible {
        let name: String
        let field: String
        let isRefused: Bool
        let run: RecordTests.Act

        init(_ name: String, refused field: String? = nil, _ run: @escaping RecordTests.Act) {
            self.name = name
            self.field = field ?? ""
            isRefused = field != nil
            self.run = run
        }

        var testDescription: String { "\(name)\(isRefused ? ": refused" : "")" }
    }

    @Test(arguments: meetings + charters + bodies + days + texts + accounts)
    func `the edge of every rule holds`(edge: Edge) async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            let before = try await test.dump()
            do {
                try await edge.run(test, number)
                #expect(!edge.isRefused, "it is taken")
                #expect(try await test.dump() != before)
            } catch let refusal as Refusal {
                #expect(edge.isRefused, "\(refusal)")
                switch refusal {
                case .notPossible(let field, _), .missing(let field), .malformed(let field, _, _): #expect(field == edge.field)
                default: Issue.record("\(refusal)")
                }
                #expect(try await test.dump() == before)
            }
        }
    }

    private static func meeting(_ present: Int32, _ entitled: Int32) -> RecordTests.Act {
        { test, number in
            _ = try await RecordMeeting(registry: test.registry)(
                number, GovernanceMeeting(body: .council, heldOn: test.day("2024-01-01"), present: present, entitled: entitled),
                as: test.caller)
        }
    }

    private static let meetings = [
        Edge("nobody of nobody", meeting(0, 0)), Edge("all of all", meeting(.max, .max)),
        Edge("one more than all", refused: "present", meeting(8, 7)), Edge("fewer than nobody", refused: "present", meeting(-1, 7)),
        Edge("of fewer than nobody", refused: "present", meeting(0, -1)),
    ]

    private static func charter(_ version: Int32, _ vote: (Int32, Int32, Int32, Int32)?) -> RecordTests.Act {
        { test, number in
            let adoption = vote.map { AdoptionVote(entitled: $0.0, inFavour: $0.1, against: $0.2, abstained: $0.3) }
            _ = try await RecordCharter(registry: test.registry)(
                number, Charter(version: version, adoptedOn: test.day("2024-01-01"), clauses: [.purpose], adoption: adoption),
                as: test.caller)
        }
    }

    private static let charters = [
        Edge("version 1", charter(1, nil)), Edge("version 0", refused: "version", charter(0, nil)),
        Edge("version -1", refused: "version", charter(.min, nil)), Edge("all votes", charter(1, (10, 5, 4, 1))),
        Edge("one vote more than people", refused: "adoption", charter(1, (10, 5, 5, 1))),
        Edge("a negative vote", refused: "adoption", charter(1, (10, 5, -1, 1))),
        Edge("more votes than numbers", refused: "adoption", charter(1, (.max, .max, .max, .max))),
        Edge("fewer than no people", refused: "adoption", charter(1, (-1, 0, 0, 0))),
    ]

    private static func body(_ members: Int32? = nil, meetings: Int32? = nil, quorum: Int32? = nil) -> RecordTests.Act {
        { test, number in
            let body = GovernanceBody(
                kind: .council, formedOn: try test.day("2024-01-01"), memberCount: members, meetingsPerYear: meetings,
                quorumPerMille: quorum)
            _ = try await RecordGovernanceBody(registry: test.registry)(number, body, as: test.caller)
        }
    }

    private static let bodies = [
        Edge("a quorum of one in a thousand", body(quorum: 1)), Edge("a quorum of all", body(quorum: 1000)),
        Edge("a quorum of none", refused: "quorumPerMille", body(quorum: 0)),
        Edge("a quorum of more than all", refused: "quorumPerMille", body(quorum: 1001)), Edge("no meeting", body(meetings: 0)),
        Edge("a meeting a day", body(meetings: 366)), Edge("more meetings than days", refused: "meetingsPerYear", body(meetings: 367)),
        Edge("fewer meetings than none", refused: "meetingsPerYear", body(meetings: -1)), Edge("a body of nobody", body(0)),
        Edge("a body of fewer", refused: "memberCount", body(-1)),
    ]

    private static func leader(_ name: String = "王", began: String = "2024-01-01", ends: String? = nil, left: String? = nil)
        -> RecordTests.Act
    {
        { test, number in
            let post = LeadershipPost(
                post: .chair, personName: name, chosenBy: .elected, termBegan: try test.day(began), termEnds: try ends.map(test.day),
                left: try left.map(test.day))
            _ = try await RecordLeadershipPost(registry: test.registry)(number, post, as: test.caller)
        }
    }

    private static func mentor(_ from: String, until: String? = nil) -> RecordTests.Act {
        { test, number in
            let mentor = MentorAssignment(mentorName: "张", from: try test.day(from), until: try until.map(test.day))
            _ = try await AssignMentor(registry: test.registry)(number, mentor, as: test.caller)
        }
    }

    private static func report(_ due: String, came: String? = nil, result: InspectionResult? = nil) -> RecordTests.Act {
        { test, number in
            let report = AnnualReport(
                periodEnd: try test.day("2025-12-31"), dueOn: try test.day(due), receivedOn: try came.map(test.day), result: result)
            _ = try await RecordReport(registry: test.registry)(number, report, as: test.caller)
        }
    }

    /// Today is 2026-06-30.
    private static let days = [
        Edge("a term of one day", leader(ends: "2024-01-01")),
        Edge("a term that ends first", refused: "termEnds", leader(ends: "2023-12-31")),
        Edge("a term to come", leader(began: "2026-07-01")), Edge("left today", leader(left: "2026-06-30")),
        Edge("left tomorrow", refused: "left", leader(left: "2026-07-01")), Edge("left first", refused: "left", leader(left: "2023-12-31")),
        Edge("a mentor from today", mentor("2026-06-30", until: "2026-06-30")),
        Edge("a mentor from tomorrow", refused: "from", mentor("2026-07-01")),
        Edge("a mentor until before", refused: "until", mentor("2024-01-02", until: "2024-01-01")),
        Edge("due the day after", report("2026-01-01")), Edge("due at once", refused: "dueOn", report("2025-12-31")),
        Edge("come the day after", report("2026-05-31", came: "2026-01-01", result: .qualified)),
        Edge("come at once", refused: "receivedOn", report("2026-05-31", came: "2025-12-31")),
        Edge("come tomorrow", refused: "receivedOn", report("2026-05-31", came: "2026-07-01")),
        Edge("a result of nothing", refused: "receivedOn", report("2026-05-31", result: .qualified)),
        Edge("controls from tomorrow", refused: "since") { test, number in
            let controls = MoneyControls(since: try test.day("2026-07-01"), ownAccount: true, twoSignatures: true, accountsShown: true)
            _ = try await RecordMoneyControls(registry: test.registry)(number, controls, as: test.caller)
        },
    ]

    private static func activity(_ title: String, day: String = "2026-06-30", participants: Int32? = nil) -> RecordTests.Act {
        { test, number in
            let activity = Activity(heldOn: try test.day(day), kind: .visit, title: title, participants: participants)
            _ = try await RecordActivity(registry: test.registry)(number, activity, as: test.caller)
        }
    }

    private static func boundary(_ content: String) -> RecordTests.Act {
        { test, number in
            let boundary = ServiceBoundary(since: try test.day("2024-01-01"), content: content)
            _ = try await RecordServiceBoundary(registry: test.registry)(number, boundary, as: test.caller)
        }
    }

    private static let texts = [
        Edge("a title of 200 characters", activity(String(repeating: "访", count: 200))),
        Edge("a title of 201", refused: "title", activity(String(repeating: "访", count: 201))),
        Edge("a title of spaces", refused: "title", activity(" \u{3000}\t")), Edge("a title of nothing", refused: "title", activity("")),
        Edge("a title with NUL", refused: "title", activity("访\0")), Edge("a title of two lines", refused: "title", activity("访\n民")),
        Edge(
            "a title of one character and ten thousand marks", refused: "title", activity("e" + String(repeating: "\u{301}", count: 10_000))
        ),
        Edge("held tomorrow", refused: "heldOn", activity("访", day: "2026-07-01")), Edge("nobody came", activity("访", participants: 0)),
        Edge("fewer than nobody came", refused: "participants", activity("访", participants: -1)),
        Edge("a name of 200 characters", leader(String(repeating: "王", count: 200))),
        Edge("a name of 201", refused: "personName", leader(String(repeating: "王", count: 201))),
        Edge("a boundary of 2,000 characters on two lines", boundary("一\n" + String(repeating: "服", count: 1_998))),
        Edge("a boundary of 2,001", refused: "content", boundary(String(repeating: "服", count: 2_001))),
        Edge("a boundary with NUL", refused: "content", boundary("\0")),
    ]

    private static func accounts(_ received: String, currency: String = "CNY", members: Int32? = nil) -> RecordTests.Act {
        { test, number in
            let accounts = YearlyAccounts(
                periodEnd: try test.day("2025-12-31"), receivedOn: try test.day(received), currency: currency, members: members)
            _ = try await RecordAccounts(registry: test.registry)(number, accounts, as: test.caller)
        }
    }

    private static let accounts = [
        Edge("received at once", accounts("2025-12-31")), Edge("received before", refused: "receivedOn", accounts("2025-12-30")),
        Edge("received tomorrow", refused: "receivedOn", accounts("2026-07-01")),
        Edge("a currency in small letters", refused: "currency", accounts("2026-01-01", currency: "cny")),
        Edge("a currency of four letters", refused: "currency", accounts("2026-01-01", currency: "CNYY")),
        Edge("a currency of one wide letter", refused: "currency", accounts("2026-01-01", currency: "Ａ")),
        Edge("no member", accounts("2026-01-01", members: 0)), Edge("fewer", refused: "members", accounts("2026-01-01", members: -1)),
    ]
}
