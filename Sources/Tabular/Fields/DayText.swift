import Values

/// Reads days as people and programs write them.
enum DayText {
    enum Outcome: Hashable {
        case day(Day)
        /// The parts are there but make no day.
        case impossible(year: Int, month: Int)
        case notADay
    }

    /// Four digits, two, two, with hyphens: the hot path. Anything else goes through ``parts(_:)``.
    static func read(_ bytes: Span<UInt8>, order: CellFormat.DayOrder) -> Outcome {
        if bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes, 0..<4), let month = number(bytes, 5..<7), let day = number(bytes, 8..<10)
        {
            return outcome(year, month, day)
        }
        if order == .yearFirst, bytes.count == 8, let all = number(bytes, 0..<8) {
            return outcome(all / 10_000, all / 100 % 100, all % 100)
        }
        guard bytes.count <= 60, let parts = parts(bytes) else { return .notADay }
        let widths = parts.map(\.width)
        let values = parts.map(\.value)
        // A year of four digits in front is never mistaken, whatever order was stated.
        if widths[0] == 4, widths[1] <= 2, widths[2] <= 2 { return outcome(values[0], values[1], values[2]) }
        guard widths[0] <= 2, widths[1] <= 2, widths[2] == 4 else { return .notADay }
        switch order {
        case .yearFirst: return .notADay
        case .dayFirst: return outcome(values[2], values[1], values[0])
        case .monthFirst: return outcome(values[2], values[0], values[1])
        }
    }

    private static func outcome(_ year: Int, _ month: Int, _ day: Int) -> Outcome {
        Day(year: year, month: month, day: day).map(Outcome.day) ?? .impossible(year: year, month: month)
    }

    private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    /// Three numbers with `-`, `/`, `.` or 年月日 between them, and at most a midnight behind them.
    private static func parts(_ bytes: Span<UInt8>) -> [(value: Int, width: Int)]? {
        let text = String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
        var rest = text.unicodeScalars.map(Spelling.narrowed)[...]
        var parts: [(value: Int, width: Int)] = []
        while true {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            guard (1...4).contains(digits.count) else { return nil }
            parts.append((digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }, digits.count))
            rest = rest.dropFirst(digits.count)
            if parts.count == 3 { break }
            guard let separator = rest.popFirst(), ["-", "/", ".", "年", "月"].contains(separator) else { return nil }
        }
        if rest.first == "日" || rest.first == "号" { rest.removeFirst() }
        return isMidnight(rest) ? parts : nil
    }

    /// Nothing, or the time 0:00 that spreadsheets add to a day.
    private static func isMidnight(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = rest.first else { return true }
        guard first == " " || first == "T" else { return false }
        return rest.dropFirst().allSatisfy { $0 == "0" || $0 == ":" || $0 == "." || $0 == "Z" }
    }
}
