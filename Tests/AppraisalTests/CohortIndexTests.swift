import Testing
import Values

@testable import Appraisal

struct CohortIndexTests {
    @Test func `an index of nobody ranks nobody`() throws {
        let day = try #require(Day(iso: "2020-12-31"))
        let index = CohortIndex(asOf: day)
        #expect(index.percentile(of: 1, quantity: .income, in: CohortKey(type: 1, area: 2), minimum: 1) == nil)
    }
}
