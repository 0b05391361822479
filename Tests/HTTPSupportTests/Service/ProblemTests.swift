import HTTPSupport
import HTTPTypes
import Incubation
import Testing
import Values
import Workflow

@Suite struct ProblemTests {
    static let faults: [RequestFault] = [
        .malformedRequest, .headersTooLarge, .tooSlow, .bodyTooLarge(limit: 1 << 20), .contentType(nil), .contentType("text/xml"),
        .json(JSONFault(reason: .tooDeep(limit: 32), line: 2, column: 3)), .notAcceptable("application/json"), .noSuchPath("/x"),
        .methodNotAllowed("PUT", allowed: ["GET", "HEAD"]), .foreignHost("evil.example"), .badQuery("a"), .busy, .tooMany(seconds: 3),
        .unexpected,
    ]

    @Test(arguments: faults) func `every fault has words in both languages and a name of its own`(fault: RequestFault) {
        for text in [fault.words.title, fault.words.detail, fault.words.nextStep] {
            #expect(text.zh.unicodeScalars.contains { $0.value > 0x2E80 })
            #expect(text.en.unicodeScalars.contains { ("a"..."z").contains($0) })
        }
        #expect(fault.slug.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 })
        #expect((400...599).contains(fault.status.code))
    }

    @Test func `names tell faults apart`() {
        #expect(Set(Self.faults.map(\.slug)).count == Self.faults.count - 1)
    }

    @Test(arguments: [
        (Refusal.notFound(.area, "99"), 404), (.missing(field: "name"), 422), (.versionMissing, 428), (.versionStale(current: 3), 412),
        (.alreadyRecorded(.activity), 409), (.databaseUnavailable, 503), (.outcomeUnknown, 503), (.cursorInvalid, 422),
    ])
    func `a refusal keeps its sort and name`(refusal: Refusal, status: Int) {
        let problem = Problem(refusal)
        #expect(problem.status.code == status)
        #expect(problem.slug == refusal.slug)
        #expect((problem.retryAfter != nil) == (status == 503))
    }

    @Test func `the place of one wrong field is told`() {
        #expect(
            Problem(.malformed(field: "contacts[0].kind", value: "x", expected: BilingualText(zh: "乙", en: "y"))).field
                == "contacts[0].kind")
        #expect(Problem(.databaseUnavailable).field == nil)
    }
}
