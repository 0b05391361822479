import Incubation
import Testing
import Values

struct ElementTests {
    @Test(arguments: [(10, 5, 4, 1, true), (10, 6, 4, 1, false), (10, -1, 4, 1, false), (0, 0, 0, 0, true)])
    func `no more votes than people`(entitled: Int32, inFavour: Int32, against: Int32, abstained: Int32, possible: Bool) {
        let vote = AdoptionVote(entitled: entitled, inFavour: inFavour, against: against, abstained: abstained)
        #expect(vote.isPossible == possible)
    }

    @Test(
        arguments: [(5, 10, nil, false), (6, 10, nil, true), (6, 9, 667, false), (7, 10, 667, true), (1, 0, nil, false)]
            as [(Int32, Int32, Int32?, Bool)])
    func `a quorum is more than half unless the charter says otherwise`(present: Int32, entitled: Int32, perMille: Int32?, met: Bool) throws
    {
        let meeting = GovernanceMeeting(body: .council, heldOn: try #require(Day(iso: "2020-01-01")), present: present, entitled: entitled)
        #expect(meeting.hasQuorum(perMille: perMille) == met)
    }

    @Test func `a charter names the headings that it lacks in their order`() throws {
        let charter = Charter(
            version: 1, adoptedOn: try #require(Day(iso: "2020-01-01")),
            clauses: Set(CharterClause.allCases).subtracting([.assets, .purpose]))
        #expect(charter.missingClauses == [.purpose, .assets])
    }

    @Test(arguments: ["320613-42", "110101-1"])
    func `an organization's number reads back as written`(text: String) {
        #expect(OrganizationNumber(text)?.description == text)
    }

    @Test(arguments: ["", "320613", "320613-", "320613-0", "320613-042", "32061-1", "320613--1", "320613-99999999999999999999"])
    func `other text is no number`(text: String) {
        #expect(OrganizationNumber(text) == nil)
    }

    @Test func `the level of an area is held against the shape of its code`() throws {
        #expect(AreaLevel.township.admits(try #require(AreaCode("110107011"))))
        #expect(!AreaLevel.community.admits(try #require(AreaCode("110107011"))))
        #expect(AreaLevel.grid.admits(try #require(AreaCode("320613001001-03"))))
        #expect(!AreaLevel.community.admits(try #require(AreaCode("320613001001-03"))))
    }
}
