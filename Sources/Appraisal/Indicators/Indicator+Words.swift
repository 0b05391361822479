package import Values

extension Indicator.Unit {
    /// A value of the unit as people write it.
    package func words(for value: Double) -> BilingualText {
        switch self {
        case .yesNo: value >= 0.5 ? BilingualText(zh: "是", en: "yes") : BilingualText(zh: "否", en: "no")
        case .share, .percentile: both("\(Self.decimal(value * 100, places: 0))%")
        case .ratio: both(Self.decimal(value, places: 2))
        case .logRatio: both("\(value > 0 ? "+" : "")\(Self.decimal((Exponential.exp(value) - 1) * 100, places: 0))%")
        case .months: counted(value, places: 1, zh: "个月", en: ("month", "months"))
        case .days: counted(value, places: 0, zh: "天", en: ("day", "days"))
        case .years: counted(value, places: 1, zh: "年", en: ("year", "years"))
        case .people: counted(value, places: 1, zh: "人", en: ("person", "people"))
        case .posts: counted(value, places: 0, zh: "个职务", en: ("post", "posts"))
        case .count: counted(value, places: 0, zh: "项", en: ("item", "items"))
        case .amount: both(Self.decimal(value / 100, places: 2))
        case .points, .grade: both(Self.decimal(value, places: 1))
        }
    }

    private func both(_ text: String) -> BilingualText {
        BilingualText(zh: text, en: text)
    }

    private func counted(_ value: Double, places: Int, zh: String, en: (one: String, many: String)) -> BilingualText {
        let number = Self.decimal(value, places: places)
        return BilingualText(zh: "\(number) \(zh)", en: "\(number) \(number == "1" ? en.one : en.many)")
    }

    /// The number rounded half away from zero to so many places, without trailing zeros.
    static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return value.description }
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = Int64((value * scale).rounded())
        let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
        var fraction = String(rest)
        fraction = String(repeating: "0", count: max(0, places - fraction.utf8.count)) + fraction
        while fraction.last == "0" { fraction.removeLast() }
        return "\(scaled < 0 ? "-" : "")\(whole)\(places > 0 && !fraction.isEmpty ? ".\(fraction)" : "")"
    }
}
