import Values

/// Reads yes and no as people and programs write them.
enum YesNoText {
    private static let yes: Set<String> = ["yes", "y", "true", "t", "1", "on", "是", "有", "对", "√", "✓", "✔"]
    private static let no: Set<String> = ["no", "n", "false", "f", "0", "off", "否", "无", "不", "不是", "没有", "×", "✗", "✘"]

    /// `nil` for anything that is neither.
    static func read(_ text: String) -> Bool? {
        // Most cells are found without folding them.
        if yes.contains(text) { return true }
        if no.contains(text) { return false }
        let folded = Spelling.folded(text)
        if yes.contains(folded) { return true }
        return no.contains(folded) ? false : nil
    }
}
