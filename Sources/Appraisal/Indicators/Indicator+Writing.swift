package import Values

extension Indicator.Unit {
    /// A value as people write it: `1.5`, `12%` for a share, `-10%` for a change, `yes`, an amount with two decimals; nil for anything else and for
    /// values that the unit cannot have.
    package func value(written text: String) -> Double? {
        let written = text.filter { !$0.isWhitespace }
        switch self {
        case .yesNo: return Self.answer(written)
        case .amount: return Money(decimal: written).map { Double($0.minorUnits) }
        case .share: return Self.share(written)
        case .percentile: return Self.share(written).flatMap { (0...1).contains($0) ? $0 : nil }
        case .logRatio: return Self.change(written)
        case .posts, .count, .points: return Self.number(written).flatMap { $0 >= 0 && $0 == $0.rounded() ? $0 : nil }
        case .people, .days, .years, .ratio: return Self.number(written).flatMap { $0 >= 0 ? $0 : nil }
        case .grade: return Self.number(written).flatMap { (0...4).contains($0) ? $0 : nil }
        case .months: return Self.number(written)
        }
    }

    /// What ``value(written:)`` takes, in words.
    package var writing: BilingualText {
        switch self {
        case .yesNo: BilingualText(zh: "是 或 否", en: "yes or no")
        case .amount: BilingualText(zh: "金额，最多两位小数，如 1200.50", en: "an amount with at most two decimals, such as 1200.50")
        case .share: BilingualText(zh: "百分数或小数，如 12% 或 0.12", en: "a share, such as 12% or 0.12")
        case .percentile: BilingualText(zh: "0% 至 100%，如 20% 或 0.2", en: "a share of its kind from 0% to 100%, such as 20% or 0.2")
        case .logRatio: BilingualText(zh: "增减幅度，如 -10%，须高于 -100%", en: "a change, such as -10%, above -100%")
        case .posts, .count, .points: BilingualText(zh: "不小于 0 的整数", en: "a whole number, 0 or more")
        case .people: BilingualText(zh: "不小于 0 的人数", en: "a number of people, 0 or more")
        case .days: BilingualText(zh: "不小于 0 的天数", en: "a number of days, 0 or more")
        case .years: BilingualText(zh: "不小于 0 的年数", en: "a number of years, 0 or more")
        case .ratio: BilingualText(zh: "不小于 0 的数", en: "a number, 0 or more")
        case .grade: BilingualText(zh: "0 至 4", en: "a grade from 0 to 4")
        case .months: BilingualText(zh: "月数，如 1.5", en: "a number of months, such as 1.5")
        }
    }

    /// Digits with an optional sign and decimals; no exponents, no words such as `inf`.
    private static func number(_ text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 43 || $0 == 46 }
        guard isPlain, text.utf8.count <= 22 else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    private static func answer(_ text: String) -> Double? {
        switch text.lowercased() {
        case "yes", "是", "1": 1
        case "no", "否", "0": 0
        default: nil
        }
    }

    private static func share(_ text: String) -> Double? {
        text.hasSuffix("%") ? number(String(text.dropLast())).map { $0 / 100 } : number(text)
    }

    /// A change is kept as its logarithm.
    private static func change(_ text: String) -> Double? {
        guard text.hasSuffix("%"), let change = number(String(text.dropLast())), change > -100 else { return nil }
        let logarithm = Logarithm.natural(1 + change / 100)
        return logarithm.isFinite ? logarithm : nil
    }
}
