import Values

/// Assessments in the course of time.
struct TrendWords: Sendable {
    let title = both("评估变化", "Assessments over time")
    let lead = both(
        "每次评估的结论，以及与上一次相比有什么变化、依据哪一条记录。",
        "What each assessment came to, what became different since the one before, and because of which record.")
    let runs = both("历次评估", "Run by run")
    let run = both("批次", "Run")
    let change = both("变化", "What changed")
    let flags = both("预警数", "Flags")
    let none = both("还没有评估结果。", "Not assessed yet.")
    let first = both("首次评估", "the first assessment")
    let unchanged = both("结论和预警没有变化", "status and flags as before")
    let anotherRubric = both("所用评分规则与上一次不同，变化也可能由此而来。", "Made by another rubric than the one before: that, too, may be why.")
    let newRecord = both("新记录", "new")

    func ofName(_ name: String) -> BilingualText { both("\(name)：评估变化", "\(name): assessments over time") }

    func moved(_ before: BilingualText, _ after: BilingualText) -> BilingualText {
        both("结论由“\(before.zh)”变为“\(after.zh)”", "from “\(before.en)” to “\(after.en)”")
    }

    func raised(_ name: String) -> BilingualText { both("新出现：\(name)", "raised: \(name)") }

    func cleared(_ name: String) -> BilingualText { both("解除：\(name)", "cleared: \(name)") }

    func cause(_ name: String, _ before: String, _ after: String, _ record: String) -> BilingualText {
        let (zh, en) = record.isEmpty ? ("", "") : ("（\(record)）", " (\(record))")
        return both("\(name)：\(before) → \(after)\(zh)", "\(name): \(before) → \(after)\(en)")
    }
}
