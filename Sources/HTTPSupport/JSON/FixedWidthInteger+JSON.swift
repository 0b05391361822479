extension FixedWidthInteger {
    /// The whole number that a number of JSON stands for; nil for one that has a fraction, or does not fit.
    init?(whole literal: String) {
        if let plain = Self(literal) {
            self = plain
            return
        }
        let parts = literal.split(maxSplits: 1) { $0 == "e" || $0 == "E" }
        let places = parts[0].split(separator: ".", maxSplits: 1)
        guard let exponent = parts.count == 2 ? Int(parts[1]) : 0, (-400...40).contains(exponent) else { return nil }
        let fraction = places.count == 2 ? places[1] : ""
        var digits = places[0] + fraction
        let shift = exponent - fraction.count
        if shift < 0 {
            let dropped = digits.suffix(-shift)
            guard dropped.allSatisfy({ $0 == "0" || $0 == "-" }) else { return nil }
            digits = digits.dropLast(-shift)
        } else {
            digits += String(repeating: "0", count: shift)
        }
        self.init(digits.isEmpty || digits == "-" ? "0" : String(digits))
    }
}
