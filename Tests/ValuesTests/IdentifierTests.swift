import Testing
import Values

struct IdentifierTests {
    private enum Organization {}

    @Test func `identifiers sort by their number`() {
        let numbers: [Int64] = [10, 2, 33]
        #expect(numbers.map(Identifier<Organization>.init(rawValue:)).sorted().map(\.description) == ["2", "10", "33"])
    }
}
