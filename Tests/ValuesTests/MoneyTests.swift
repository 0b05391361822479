import Testing
import Values

struct MoneyTests {
    @Test(arguments: ["0.00", "-12.05", "92233720368547758.07", "-92233720368547758.08", "0.10", "-0.01"])
    func `an amount writes back as it was read`(text: String) {
        #expect(Money(decimal: text)?.decimal == text)
    }

    @Test(arguments: ["", "-", ".5", "1.", "1.005", "1,000", "1e3", "92233720368547758.08", "--1", "１"])
    func `what is not an exact amount is refused`(text: String) {
        #expect(Money(decimal: text) == nil)
    }

    @Test func `a sum that does not fit is refused`() {
        #expect(Money(minorUnits: .max).adding(Money(minorUnits: 1)) == nil)
        #expect(Money(minorUnits: .min).subtracting(Money(minorUnits: 1)) == nil)
        #expect(Money(minorUnits: 1999).adding(Money(minorUnits: 1)) == Money(minorUnits: 2000))
    }
}
