import Values

/// Reads numbers as people and programs write them.
enum DecimalText {
    enum Outcome: Hashable {
        case number(ExactDecimal)
        /// The text is a number with more digits than can be kept exactly.
        case tooLong
        case notANumber
    }

    /// ASCII digits with an optional sign and point. The hot path.
    static func plain(_ bytes: Span<UInt8>) -> Outcome {
        let count = bytes.count
        let signed = count > 0 && (bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+"))
        let first = signed ? 1 : 0
        var digits: Int64 = 0
        var point = -1
        for index in first..<max(first, count) {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit <= 9 {
                let (tens, overflow) = digits.multipliedReportingOverflow(by: 10)
                let (next, spill) = tens.addingReportingOverflow(Int64(digit))
                guard !overflow, !spill else { return tooLong(bytes, from: index, point: point) }
                digits = next
            } else if bytes[index] == UInt8(ascii: "."), point < 0 {
                point = index
            } else {
                return .notANumber
            }
        }
        guard count - first - (point < 0 ? 0 : 1) > 0 else { return .notANumber }
        let negative = signed && bytes[0] == UInt8(ascii: "-")
        return .number(ExactDecimal(digits: negative ? -digits : digits, decimals: point < 0 ? 0 : count - 1 - point))
    }

    private static func tooLong(_ bytes: Span<UInt8>, from start: Int, point: Int) -> Outcome {
        var points = point < 0 ? 0 : 1
        for index in start..<bytes.count {
            if bytes[index] == UInt8(ascii: ".") {
                points += 1
            } else if bytes[index] &- UInt8(ascii: "0") > 9 {
                return .notANumber
            }
        }
        return points > 1 ? .notANumber : .tooLong
    }

    /// Also full-width digits, groups of three, currency signs, 元 and 万, brackets for a negative amount, and powers of ten.
    static func decorated(_ text: String) -> Outcome {
        var rest = text.unicodeScalars.map(Spelling.narrowed).filter { !$0.properties.isWhitespace }[...]
        var negative = false
        if rest.count > 2, rest.first == "(", rest.last == ")" {
            negative = true
            rest = rest.dropFirst().dropLast()
        }
        if rest.last == "元" || rest.last == "圆" { rest.removeLast() }
        var factor = ExactDecimal.one
        if rest.last == "万" || rest.last == "萬" {
            factor = ExactDecimal(digits: 10_000, decimals: 0)
            rest.removeLast()
        }
        if let first = rest.first, ["-", "−", "+"].contains(first) {
            guard !negative else { return .notANumber }
            negative = first != "+"
            rest.removeFirst()
        }
        if let first = rest.first, currencySigns.contains(first) { rest.removeFirst() }
        guard let (number, power) = withoutGroups(rest).flatMap(splitPower) else { return .notANumber }
        guard number.first != "-", number.first != "+" else { return .notANumber }
        let outcome = plain(Array(number.utf8).span)
        guard case .number(let found) = outcome else { return outcome }
        guard let scaled = found.times(factor)?.times(power) else { return .tooLong }
        guard negative else { return .number(scaled) }
        return scaled.negated.map(Outcome.number) ?? .tooLong
    }

    private static let currencySigns: [Unicode.Scalar] = ["¥", "￥", "£", "$", "€"]

    /// Removes separators between groups of three digits; `nil` when they stand anywhere else.
    private static func withoutGroups(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
        let point = scalars.firstIndex(of: ".") ?? scalars.endIndex
        let groups = scalars[..<point].split(separator: ",", omittingEmptySubsequences: false)
        if groups.count > 1 {
            guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        }
        var result = String.UnicodeScalarView()
        for group in groups { result.append(contentsOf: group) }
        result.append(contentsOf: scalars[point...])
        return String(result)
    }

    /// `1.5e3` as the number and its power of ten; `nil` when the power is none or too large.
    private static func splitPower(_ text: String) -> (String, ExactDecimal)? {
        guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return (text, .one) }
        guard let exponent = Int(text[text.index(after: mark)...]), (-18...18).contains(exponent) else { return nil }
        guard exponent >= 0 else { return (String(text[..<mark]), ExactDecimal(digits: 1, decimals: -exponent)) }
        return ExactDecimal.power(exponent).map { (String(text[..<mark]), ExactDecimal(digits: $0, decimals: 0)) }
    }
}
