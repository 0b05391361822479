/// The natural logarithm in plain arithmetic, the same bits on every platform.
///
/// The argument is split into 2^k · m with m in [√½, √2); ln m = 2 artanh((m−1)/(m+1)) as a series that converges fast there. The error stays below 1e-14
/// of the value (tested against known values and by inversion).
enum Logarithm {
    /// ln 2 in two parts, the first short enough that its product with any exponent is exact.
    private static let ln2High = 0x1.62e42fee00000p-1
    private static let ln2Low = 0x1.a39ef35793c76p-33

    /// ln x; −∞ for 0, NaN below it.
    static func natural(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? -.infinity : .nan }
        guard x.isFinite else { return x }
        // Numbers with fewer digits than usual are raised first, by a power of two, which loses nothing.
        return (x.isNormal ? ofNormal(Lanes(repeating: x)) : ofNormal(Lanes(repeating: x * 0x1p54), raisedBy: 54))[0]
    }

    /// ln of positive numbers that are neither infinite nor subnormal; anything for others.
    @inline(__always)
    static func ofNormal(_ x: Lanes, raisedBy raised: Double = 0) -> Lanes {
        // The exponent as it stands in a number's bits, made a number by those of 2^52.
        let biased = Lanes.of(x.bits &>> 52 | 0x4330_0000_0000_0000) - 0x1p52
        let significand = Lanes.of(x.bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
        let isAbove = significand .> 1.4142135623730951
        let mantissa = (significand / 2).chosen(where: isAbove, otherwise: significand)
        let exponent = biased - Lanes(repeating: 1022 + raised).chosen(where: isAbove, otherwise: Lanes(repeating: 1023 + raised))
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        // One term after the other, not in a loop: the reciprocals are then constants.
        var series = 1 / 27 * square
        series = (series + 1 / 25) * square
        series = (series + 1 / 23) * square
        series = (series + 1 / 21) * square
        series = (series + 1 / 19) * square
        series = (series + 1 / 17) * square
        series = (series + 1 / 15) * square
        series = (series + 1 / 13) * square
        series = (series + 1 / 11) * square
        series = (series + 1 / 9) * square
        series = (series + 1 / 7) * square
        series = (series + 1 / 5) * square
        series = (series + 1 / 3) * square
        return exponent * ln2High + (2 * ratio + (2 * ratio * series + exponent * ln2Low))
    }
}
