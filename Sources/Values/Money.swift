/// An amount of money in whole minor units: fen of the yuan, pence of the pound, cents of the dollar.
///
/// Sums are exact and refuse to overflow rather than wrap: public money is never rounded.
package struct Money: Hashable, Sendable, Comparable {
    /// Hundredths of the currency's unit. Negative for a deficit or a debt.
    package let minorUnits: Int64

    package init(minorUnits: Int64) {
        self.minorUnits = minorUnits
    }

    package static let zero = Money(minorUnits: 0)

    package static func < (left: Money, right: Money) -> Bool {
        left.minorUnits < right.minorUnits
    }

    /// The sum; nil when it does not fit.
    package func adding(_ other: Money) -> Money? {
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        return overflow ? nil : Money(minorUnits: sum)
    }

    /// The difference; nil when it does not fit.
    package func subtracting(_ other: Money) -> Money? {
        let (difference, overflow) = minorUnits.subtractingReportingOverflow(other.minorUnits)
        return overflow ? nil : Money(minorUnits: difference)
    }

    /// Written with two decimals and no separators, `-12.05`, as data files and JSON carry it.
    package var decimal: String {
        let magnitude = minorUnits.magnitude
        let cents = magnitude % 100
        return "\(minorUnits < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }

    /// An amount written with at most two decimals, `-12.05`, `12` or `12.5`; nil for anything else and for more than fits.
    package init?(decimal text: some StringProtocol) {
        var digits = Array(text.utf8)[...]
        let negative = digits.first == UInt8(ascii: "-")
        if negative { digits = digits.dropFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty else { return nil }
        let cents = parts.count == 2 ? parts[1] : []
        guard parts.count == 1 || (1...2).contains(cents.count) else { return nil }
        var value: Int64 = 0
        for digit in Array(whole) + Array(cents) + Array(repeating: UInt8(ascii: "0"), count: 2 - cents.count) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let digitValue = Int64(digit - UInt8(ascii: "0"))
            let (next, spill) = tens.addingReportingOverflow(negative ? -digitValue : digitValue)
            guard !overflow, !spill else { return nil }
            value = next
        }
        self.init(minorUnits: value)
    }
}
