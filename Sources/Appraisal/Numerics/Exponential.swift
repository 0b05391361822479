/// The exponential function and the logistic curve in plain arithmetic, the same bits on every platform.
///
/// The argument is split into k·ln 2 + r with |r| ≤ ln 2 / 2; exp r is summed as its series and scaled by 2^k. The error stays below 1e-14 of the value
/// (tested against known values and by inversion).
enum Exponential {
    private static let ln2High = 0x1.62e42fee00000p-1
    private static let ln2Low = 0x1.a39ef35793c76p-33
    private static let perLn2 = 1.4426950408889634
    /// 1/n! for n from 13 down to 2.
    private static let coefficients: [Double] = (2...13).reversed().map { n in 1 / (2...n).reduce(1.0) { $0 * Double($1) } }

    /// e to the x.
    static func exp(_ x: Double) -> Double {
        guard x.isFinite else { return x == .infinity ? .infinity : x == -.infinity ? 0 : .nan }
        if x > 709.78 { return .infinity }
        if x < -745.2 { return 0 }
        let k = (x * perLn2).rounded()
        let r = (x - k * ln2High) - k * ln2Low
        var series = 0.0
        for coefficient in coefficients {
            series = series * r + coefficient
        }
        let small = 1 + (r + r * r * series)
        // Two steps, so that results below the smallest normal number are still reached.
        let half = (k / 2).rounded(.down)
        return small * power(half) * power(k - half)
    }

    private static func power(_ exponent: Double) -> Double {
        Double(sign: .plus, exponent: Int(exponent), significand: 1)
    }

    /// The probability whose log-odds are x.
    static func logistic(_ x: Double) -> Double {
        if x >= 0 { return 1 / (1 + exp(-x)) }
        let odds = exp(x)
        return odds / (1 + odds)
    }
}
