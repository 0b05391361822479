import Incubation
import Testing
import Values

/// Decisions by themselves: what each step asks of the person who takes it, before anything is stored.
struct CaseDecisionTests {
    private static func word(_ person: String) throws -> CaseDecision.Word {
        CaseDecision.Word(by: person, on: try #require(Day(iso: "2024-03-01")), reason: "四要素齐备")
    }

    private static func recommended() throws -> CaseDecision {
        CaseDecision(number: 1, stage: .graduated, recommendation: try word("hub"))
    }

    private static let declared = Standing(duty: nil, hasInterest: false)

    @Test func `a recommendation is reviewed, then decided`() throws {
        let reviewed = try Self.recommended().reviewed(try Self.word("expert"), isEndorsed: false, by: Self.declared)
        #expect(reviewed.state == .reviewed && reviewed.review?.by == "expert" && reviewed.isEndorsed == false)
        let approved = try reviewed.decided(try Self.word("official"), isApproved: true, steps: 3, by: Self.declared)
        #expect(approved.state == .approved && approved.decision?.by == "official")
        let returned = try Self.recommended().decided(try Self.word("official"), isApproved: false, steps: 3, by: Self.declared)
        #expect(returned.state == .returned && returned.review == nil, "what is plainly unfinished waits for no review")
    }

    @Test func `a move waits for its review where it takes one, then for the authority's word, then for nothing`() throws {
        let recommended = try Self.recommended()
        #expect(recommended.waitsFor(steps: 3) == .moveReview && recommended.waitsFor(steps: 2) == .moveDecision)
        let reviewed = try recommended.reviewed(try Self.word("expert"), isEndorsed: false, by: Self.declared)
        #expect(reviewed.waitsFor(steps: 3) == .moveDecision, "the authority decides, whatever the reviewer said")
        for isApproved in [true, false] {
            let decided = try reviewed.decided(try Self.word("official"), isApproved: isApproved, steps: 3, by: Self.declared)
            #expect(decided.waitsFor(steps: 3) == nil)
        }
    }

    @Test func `nobody reviews or approves what they recommended, and who reviewed does not approve`() throws {
        let (decision, word) = (try Self.recommended(), try Self.word("somebody"))
        for own in [Duty.recommend, .approve, .disburse, .verify] {
            #expect(throws: DutyFault.otherDuty(own)) {
                try decision.reviewed(word, isEndorsed: true, by: Standing(duty: own, hasInterest: false))
            }
        }
        for (own, isApproved) in [(Duty.recommend, true), (.recommend, false), (.review, true), (.review, false), (.verify, true)] {
            #expect(throws: DutyFault.otherDuty(own)) {
                try decision.decided(word, isApproved: isApproved, steps: 2, by: Standing(duty: own, hasInterest: false))
            }
        }
    }

    @Test func `who declared nothing, or an interest, says nothing`() throws {
        let (decision, word) = (try Self.recommended(), try Self.word("somebody"))
        for (hasInterest, fault) in [(nil, DutyFault.notDeclared), (true, .hasInterest)] {
            let standing = Standing(duty: nil, hasInterest: hasInterest)
            #expect(throws: fault) { try decision.reviewed(word, isEndorsed: true, by: standing) }
            #expect(throws: fault) { try decision.decided(word, isApproved: true, steps: 2, by: standing) }
        }
    }

    @Test func `a third step means a third person, and what is decided stays decided`() throws {
        let (decision, word) = (try Self.recommended(), try Self.word("official"))
        #expect(throws: DutyFault.reviewMissing) { try decision.decided(word, isApproved: true, steps: 3, by: Self.declared) }
        let decided = try decision.decided(word, isApproved: true, steps: 2, by: Self.declared)
        #expect(throws: DutyFault.nothingPending) { try decided.decided(word, isApproved: false, steps: 2, by: Self.declared) }
        #expect(throws: DutyFault.nothingPending) { try decided.reviewed(word, isEndorsed: true, by: Self.declared) }
        let reviewed = try decision.reviewed(word, isEndorsed: true, by: Self.declared)
        #expect(throws: DutyFault.nothingPending) { try reviewed.reviewed(word, isEndorsed: true, by: Self.declared) }
    }
}
