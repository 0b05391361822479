import HTTPSupport
import Testing
import Values

@Suite struct RequestNumberTests {
    @Test func `numbers sort by time and by count`() {
        let early = RequestNumbers(now: { Instant(microsecondsSince1970: 1_700_000_000_000_000) }, process: 5)
        let late = RequestNumbers(now: { Instant(microsecondsSince1970: 1_700_000_000_001_000) }, process: 1)
        let numbers = [early.next(), early.next(), early.next(), late.next(), late.next()]
        #expect(numbers == numbers.sorted())
        #expect(Set(numbers).count == 5)
        #expect(numbers.allSatisfy { $0.text.count == 26 && RequestNumber(offered: $0.text) == $0 })
    }

    @Test func `two processes give different numbers at the same moment`() {
        let now = { @Sendable in Instant(microsecondsSince1970: 0) }
        #expect(RequestNumbers(now: now, process: 1).next() != RequestNumbers(now: now, process: 2).next())
    }

    @Test(arguments: [
        "", "abc", "01HF7YAT000000000000000000\n", "01hf7yat000000000000000000", "81HF7YAT000000000000000000", "01HF7YAT00000000000000000I",
        "01HF7YAT0000000000000000000", "../../../etc/passwd0000000", "<script>alert(1)</script>0",
    ])
    func `a client's number is taken only when it is spelt as ours`(text: String) {
        #expect(RequestNumber(offered: text) == nil)
    }
}
