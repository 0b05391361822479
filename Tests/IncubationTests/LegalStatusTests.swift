import Incubation
import Testing
import Values

struct LegalStatusTests {
    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test func `an idea may be registered at once`() {
        #expect(LegalStatus.idea.successors.contains(.registered))
    }

    @Test func `a registered organization never goes back to being filed`() {
        #expect(!LegalStatus.registered.successors.contains(.filed))
        #expect(!LegalStatus.registered.successors.contains(.ledgered))
    }

    @Test func `it may file anew once it has deregistered`() {
        #expect(LegalStatus.deregistered.successors.contains(.filed))
    }

    @Test func `what was struck off or merged stays so`() {
        #expect(LegalStatus.struckOff.successors.isEmpty)
        #expect(LegalStatus.merged.successors.isEmpty)
    }

    @Test func `a history names its first wrong step`() throws {
        let history = [
            LegalStatusStep(status: .ledgered, since: try day("2020-01-01")),
            LegalStatusStep(status: .registered, since: try day("2021-01-01")),
            LegalStatusStep(status: .filed, since: try day("2022-01-01")),
        ]
        #expect(LegalStatus.firstFault(in: history) == 2)
        #expect(LegalStatus.firstFault(in: Array(history.prefix(2))) == nil)
        #expect(LegalStatus.firstFault(in: [history[1], LegalStatusStep(status: .deregistered, since: try day("2020-06-01"))]) == 1)
    }
}
