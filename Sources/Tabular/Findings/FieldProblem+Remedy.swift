package import Values

extension FieldProblem {
    /// What would be right, in words.
    package var remedy: BilingualText {
        switch self {
        case .missing:
            BilingualText(zh: "请填写该列。", en: "Fill in this column.")
        case .textTooLong(let longest, _):
            BilingualText(zh: "请缩短到 \(longest) 个字以内。", en: "Shorten it to \(longest) characters.")
        case .controlCharacter:
            BilingualText(zh: "请删去该字符后重新输入。", en: "Remove the character and type the text again.")
        case .damagedText:
            BilingualText(zh: "请对照原始文件核对文字。", en: "Compare the text with the original.")
        case .notANumber:
            BilingualText(zh: "请写成数字,例如 1250 或 1250.50。", en: "Write a number such as 1250 or 1250.50.")
        case .notAWholeNumber:
            BilingualText(zh: "请写成整数,例如 12。", en: "Write a whole number such as 12.")
        case .numberTooLarge:
            BilingualText(zh: "请核对数字和单位。", en: "Check the number and its unit.")
        case .tooManyDecimals(let allowed):
            BilingualText(zh: "请保留 \(allowed) 位小数。", en: "Give at most \(allowed) decimals.")
        case .outOfRange(let low, let high):
            BilingualText(zh: "请填写 \(low) 到 \(high) 之间的数字。", en: "Give a number from \(low) to \(high).")
        case .notADay, .impossibleDay:
            BilingualText(zh: "请写成 2013-02-28 的形式。", en: "Write the date like 2013-02-28.")
        case .dayOutOfRange(let first, let last):
            BilingualText(zh: "请填写 \(first.iso) 到 \(last.iso) 之间的日期。", en: "Give a date from \(first.iso) to \(last.iso).")
        case .notYesNo:
            BilingualText(zh: "请填写“是”或“否”。", en: "Write “yes” or “no”.")
        case .notInList(let allowed, let nearest):
            Self.allowed(allowed, nearest: nearest)
        case .notMapped(let nearest):
            BilingualText(
                zh: (nearest.map { "是否应为“\($0)”?" } ?? "") + "请改正该值,或在对应表的 values 中加入它。",
                en: (nearest.map { "Is “\($0)” meant? " } ?? "") + "Correct it, or add it to “values” in the mapping file.")
        }
    }

    private static func allowed(_ values: [String], nearest: String?) -> BilingualText {
        let listed = values.prefix(12)
        let more = values.count > listed.count
        return BilingualText(
            zh: (nearest.map { "是否应为“\($0)”?" } ?? "") + "可填:" + listed.joined(separator: "、") + (more ? "等。" : "。"),
            en: (nearest.map { "Is “\($0)” meant? " } ?? "") + "Allowed: " + listed.joined(separator: ", ") + (more ? ", …" : "."))
    }
}
