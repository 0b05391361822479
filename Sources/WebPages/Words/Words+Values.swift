import Incubation
import Values
import Workflow

/// Days, money, numbers and areas in each language's form.
extension Words {
    /// `2024年3月5日` or `5 March 2024`.
    func callAsFunction(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.components
        switch language {
        case .simplifiedChinese: return "\(year)年\(month)月\(dayOfMonth)日"
        case .english: return "\(dayOfMonth) \(Self.months[month - 1]) \(year)"
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    /// A whole number with its thousands set apart.
    func callAsFunction(_ number: some BinaryInteger) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return number < 0 ? "−\(grouped)" : grouped
    }

    /// `12,000.50元` or `CNY 12,000.50`.
    func callAsFunction(_ money: Money, _ currency: String) -> String {
        let magnitude = money.minorUnits.magnitude
        let cents = magnitude % 100
        let amount = "\(money.minorUnits < 0 ? "−" : "")\(self(magnitude / 100)).\(cents < 10 ? "0" : "")\(cents)"
        switch (language, currency) {
        case (.simplifiedChinese, "CNY"): return "\(amount)元"
        case (.simplifiedChinese, _): return "\(amount) \(currency)"
        case (.english, _): return "\(currency) \(amount)"
        }
    }

    /// The area's name.
    func callAsFunction(_ area: Area) -> String {
        language == .english ? area.englishName ?? area.name : area.name
    }

    /// Where an area lies: `江苏省南通市崇川区` or the smallest first, with commas. What lies above the district is left out where `isShort`.
    func callAsFunction(_ place: AreaInPlace, isShort: Bool = false) -> String {
        var areas = place.ancestors + [place.area]
        if isShort, let county = areas.firstIndex(where: { $0.level == .county }) { areas.removeFirst(county) }
        switch language {
        case .simplifiedChinese: return areas.map(\.name).joined()
        case .english: return areas.reversed().map { self($0) }.joined(separator: ", ")
        }
    }

    /// The organization's name, with the other one where there is one.
    func name(_ particulars: OrganizationParticulars) -> (main: String, other: String?) {
        guard let english = particulars.englishName else { return (particulars.name, nil) }
        return language == .english ? (english, particulars.name) : (particulars.name, english)
    }
}

extension Words {
    /// A moment as clocks in China show it: `2026-06-30 12:00`.
    func callAsFunction(_ moment: Instant) -> String {
        let chinaOffset: Int64 = 8 * 3_600_000_000
        let local = Instant(microsecondsSince1970: moment.microsecondsSince1970 &+ chinaOffset).rfc3339
        return "\(local.prefix(10)) \(local.dropFirst(11).prefix(5))"
    }
}
