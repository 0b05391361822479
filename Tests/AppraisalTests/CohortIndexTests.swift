import SeededRandom
import Testing
import Values

@testable import Appraisal

struct CohortIndexTests {
    @Test func `an index of nobody ranks nobody`() throws {
        let day = try #require(Day(iso: "2020-12-31"))
        let index = CohortIndex(asOf: day)
        #expect(index.percentile(of: 1, quantity: .income, in: CohortKey(type: 1, area: 2), minimum: 1) == nil)
    }

    /// Amounts that lie close together or far apart, some of them equal, some without end.
    private func amounts(_ random: inout Seed) -> [Double] {
        let spans: [Double] = [1, 20, 1e6, 1e18, 1e300]
        let span = spans.randomElement(using: &random) ?? 1
        var found = (0..<Int.random(in: 0...200, using: &random)).map { _ in Double.random(in: -span...span, using: &random).rounded() }
        if Bool.random(using: &random) { found += [span * 1000, -span * 1e6] }
        if Int.random(in: 0..<4, using: &random) == 0 {
            found += [.infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, -0.0]
        }
        if Int.random(in: 0..<4, using: &random) == 0 { found = found.map { _ in found.first ?? 0 } }
        return found.shuffled(using: &random)
    }

    @Test(arguments: 1...60) func `a rank is the share that lies below, equal ones counting half`(seed: UInt64) {
        var random = Seed(seed)
        var ranked = RankedAmounts()
        let lists = (0..<5).map { _ in amounts(&random) }
        for list in lists { ranked.append(list) }
        for (place, list) in lists.enumerated() {
            #expect(Array(ranked[place]) == list.sorted())
            for amount in list + [0, -1e30, 1e30, .infinity] + list.map(\.nextUp) {
                let expected = Double(list.count { $0 < amount } + list.count { $0 <= amount }) / Double(2 * max(list.count, 1))
                #expect(ranked.share(below: amount, in: place, minimum: 1) == (list.isEmpty ? nil : expected))
            }
            #expect(ranked.share(below: 0, in: place, minimum: list.count + 1) == nil)
        }
    }
}
