import Testing
import Values

struct AreaCodeTests {
    @Test(arguments: [
        ("32", 2), ("3206", 4), ("320613", 6), ("320613001", 9), ("320613001001", 12), ("320613001001-03", 12), ("320613001001-A1", 12),
    ])
    func `a code has two, four, six, nine or twelve digits`(code: String, digits: Int) {
        #expect(AreaCode(code)?.digitCount == digits)
    }

    @Test(arguments: [
        "", "3", "320", "32061", "32061a", "320613-01", "320613001001-", "320613001001-a", "320613001001-1234567890123", "３２",
        "-01", "320613001001-0-1", "3206130010011", "320613001001 -01",
    ])
    func `anything else is no code`(code: String) {
        #expect(AreaCode(code) == nil)
    }

    @Test func `the district is the county-level part`() {
        #expect(AreaCode("320613001001-03")?.district?.rawValue == 320_613)
        #expect(AreaCode("3206")?.district == nil)
        #expect(District(code: "099999") == nil)
    }
}
