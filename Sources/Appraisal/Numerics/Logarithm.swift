import CColumns

/// The natural logarithm in plain arithmetic, the same bits on every platform.
///
/// The argument is split into 2^k · m with m in [√½, √2); ln m = 2 artanh((m−1)/(m+1)) as a series that converges fast there. The error stays below 1e-14
/// of the value (tested against known values and by inversion).
enum Logarithm {
    /// ln x; −∞ for 0, NaN below it.
    static func natural(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? -.infinity : .nan }
        guard x.isFinite else { return x }
        // Numbers with fewer digits than usual are raised first, by a power of two, which loses nothing.
        return x.isNormal ? logarithm_of_normal(x, 0) : logarithm_of_normal(x * 0x1p54, 54)
    }
}
