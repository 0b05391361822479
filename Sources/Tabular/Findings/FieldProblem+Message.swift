package import Values

extension FieldProblem {
    /// What is wrong, in words.
    package var message: BilingualText {
        switch self {
        case .missing:
            BilingualText(zh: "缺少必填的值。", en: "A required value is missing.")
        case .textTooLong(let longest, let found):
            BilingualText(zh: "文字有 \(found) 个字,超过 \(longest) 个。", en: "The text has \(found) characters, more than \(longest).")
        case .controlCharacter(let code):
            BilingualText(zh: "文字含有控制字符 \(Self.name(code))。", en: "The text holds the control character \(Self.name(code)).")
        case .damagedText:
            BilingualText(zh: "文字中有“�”,原文可能已损坏。", en: "The text holds “�”: a character was lost before.")
        case .notANumber:
            BilingualText(zh: "这不是数字。", en: "This is not a number.")
        case .notAWholeNumber:
            BilingualText(zh: "这不是整数。", en: "This is not a whole number.")
        case .numberTooLarge:
            BilingualText(zh: "数字太大。", en: "The number is too large.")
        case .tooManyDecimals(let allowed):
            BilingualText(zh: "小数超过 \(allowed) 位。", en: "The number has more than \(allowed) decimals.")
        case .outOfRange(let low, let high):
            BilingualText(zh: "数字不在 \(low) 到 \(high) 之间。", en: "The number is not between \(low) and \(high).")
        case .notADay:
            BilingualText(zh: "这不是日期。", en: "This is not a date.")
        case .impossibleDay(let year, let month):
            Self.impossible(year: year, month: month)
        case .dayOutOfRange(let first, let last):
            BilingualText(zh: "日期不在 \(first.iso) 到 \(last.iso) 之间。", en: "The date is not between \(first.iso) and \(last.iso).")
        case .notYesNo:
            BilingualText(zh: "这不是“是”或“否”。", en: "This is neither yes nor no.")
        case .notInList:
            BilingualText(zh: "这个值不在列表中。", en: "The value is not in the list.")
        case .notMapped:
            BilingualText(zh: "对应表没有这个值。", en: "The mapping does not know this value.")
        }
    }

    private static func impossible(year: Int, month: Int) -> BilingualText {
        guard (1...9999).contains(year) else {
            return BilingualText(zh: "没有公元 \(year) 年的日期。", en: "There is no year \(year).")
        }
        guard (1...12).contains(month) else {
            return BilingualText(zh: "没有 \(month) 月。", en: "There is no month \(month).")
        }
        let length = Day.length(ofMonth: month, in: year)
        return BilingualText(zh: "\(year) 年 \(month) 月只有 \(length) 天。", en: "Month \(month) of \(year) has \(length) days.")
    }

    private static func name(_ code: UInt32) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
