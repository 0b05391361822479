import Values

/// Moves of a case that take several people.
struct DecisionWords: Sendable {
    let waiting = both("等待评审或批准的事项", "Moves that wait for a word")
    let waitingLead = both(
        "同一案卷中，推荐、评审、批准由不同的人办理。", "In one case, different people recommend, review and approve.")
    let organization = both("组织", "Organization")
    let move = both("事项", "Move")
    let next = both("下一步", "Next")
    let recommendedOn = both("推荐日期", "Recommended on")
    let empty = both("没有等待评审或批准的事项", "Nothing waits for a word")
    let emptyNext = both("枢纽组织推荐出壳或退出后，会列在这里。", "When a hub recommends a move, it will stand here.")
    let all = both("全部待决事项", "All moves that wait")

    func moves(_ from: BilingualText, _ to: BilingualText) -> BilingualText {
        both("“\(from.zh)”转为“\(to.zh)”", "from “\(from.en)” to “\(to.en)”")
    }
}
