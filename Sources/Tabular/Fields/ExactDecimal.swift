/// A decimal number without rounding: `digits` divided by ten to the power of `decimals`.
package struct ExactDecimal: Hashable, Sendable {
    package let digits: Int64
    /// The number of decimals, 0 or more.
    package let decimals: Int

    package static let one = ExactDecimal(digits: 1, decimals: 0)
    package static let zero = ExactDecimal(digits: 0, decimals: 0)

    init(digits: Int64, decimals: Int) {
        self.digits = digits
        self.decimals = decimals
    }

    /// The largest power of ten that an Int64 holds is 10^18.
    private static let powers: [Int64] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

    /// Ten to that power; `nil` beyond 10^18.
    static func power(_ exponent: Int) -> Int64? {
        powers.indices.contains(exponent) ? powers[exponent] : nil
    }

    /// Keeps no zeros at the end of the decimals; `nil` when the digits do not fit.
    private init?(_ wide: Int128, decimals: Int) {
        var (wide, decimals) = (wide, decimals)
        while decimals > 0, wide % 10 == 0 {
            wide /= 10
            decimals -= 1
        }
        guard let digits = Int64(exactly: wide) else { return nil }
        self.init(digits: digits, decimals: decimals)
    }

    /// The product; `nil` when it does not fit.
    package func times(_ other: ExactDecimal) -> ExactDecimal? {
        ExactDecimal(Int128(digits) * Int128(other.digits), decimals: decimals + other.decimals)
    }

    /// The sum; `nil` when it does not fit.
    package func plus(_ other: ExactDecimal) -> ExactDecimal? {
        let common = max(decimals, other.decimals)
        guard let left = Self.power(common - decimals), let right = Self.power(common - other.decimals) else { return nil }
        return ExactDecimal(Int128(digits) * Int128(left) + Int128(other.digits) * Int128(right), decimals: common)
    }

    /// The number with its sign turned round; `nil` when it does not fit.
    package var negated: ExactDecimal? {
        digits == .min ? nil : ExactDecimal(digits: -digits, decimals: decimals)
    }

    /// The nearest Double.
    var double: Double {
        // Both are exact below 2^53 and 10^22, so the quotient is rounded once.
        if digits.magnitude < 1 << 53, let power = Self.power(decimals) { return Double(digits) / Double(power) }
        return Double("\(digits)e-\(decimals)") ?? .nan
    }
}

extension ExactDecimal {
    /// What became of a number that was to be whole.
    enum Whole: Hashable {
        case number(Int64)
        case tooLarge
        case tooManyDecimals
    }

    /// The number times ten to the power of `shift`, as a whole number.
    /// - Parameter rounds: half away from zero when decimals are left; otherwise they make it ``Whole/tooManyDecimals``.
    func whole(shiftedBy shift: Int, rounds: Bool) -> Whole {
        guard digits != 0 else { return .number(0) }
        let left = decimals - shift
        if left <= 0 {
            guard let power = Self.power(-left) else { return .tooLarge }
            let (product, overflow) = digits.multipliedReportingOverflow(by: power)
            return overflow ? .tooLarge : .number(product)
        }
        guard let power = Self.power(left) else { return rounds ? .number(0) : .tooManyDecimals }
        let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: power)
        if remainder == 0 { return .number(quotient) }
        guard rounds else { return .tooManyDecimals }
        // The quotient of a division by ten or more has room for one more.
        let up = remainder.magnitude >= power.magnitude / 2
        return .number(up ? quotient + digits.signum() : quotient)
    }
}
