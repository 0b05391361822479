import Incubation
import SeededRandom
import Testing

struct DutyTests {
    @Test(arguments: 1...20) func `in no history has a person two duties`(_ number: UInt64) {
        var random = Seed(number)
        for _ in 0..<5_000 {
            // Duties are kept as the register keeps them: the first that a person takes.
            var kept: [Int: Duty] = [:]
            var done: [(person: Int, duty: Duty)] = []
            for _ in 0..<12 {
                let person = Int.random(in: 0..<4, using: &random)
                let duty = Duty.allCases.randomElement(using: &random) ?? .recommend
                let hasInterest: Bool? = [nil, false, false, true].randomElement(using: &random) ?? nil
                let standing = Standing(duty: kept[person], hasInterest: hasInterest)
                guard (try? standing.take(duty)) != nil else { continue }
                if kept[person] == nil { kept[person] = duty }
                done.append((person, duty))
                #expect(hasInterest != true)
            }
            for (person, duty) in done { #expect(done.allSatisfy { $0.person != person || $0.duty == duty }) }
        }
    }

    @Test func `only a recommendation goes without a declaration`() {
        for duty in Duty.allCases {
            let begins = (try? Standing(duty: nil, hasInterest: nil).take(duty)) != nil
            #expect(begins == (duty == .recommend), "\(duty)")
        }
    }
}
