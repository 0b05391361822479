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
        var exponent = Double(x.exponent)
        var mantissa = x.significand
        if mantissa > 1.4142135623730951 {
            mantissa /= 2
            exponent += 1
        }
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
