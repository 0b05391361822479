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

    let caseTitle = both("孵化案卷", "The incubation case")
    let title = both("推荐、评审与批准", "Recommendations, reviews and approvals")
    let none = both("还没有需要几个人办理的事项。", "Nothing so far that takes several people.")
    let steps = both("经过的阶段", "Stages so far")
    let untilNow = both("今", "now")
    let withdrawn = both(
        "您已声明与该组织有利害关系，按规定回避，不参与评审和批准。",
        "You declared an interest in this organization, so you take no part in reviewing or approving.")
    let declare = both("声明有无利害关系", "Declare an interest")
    let declareLead = both(
        "评审或批准之前须先声明，只能声明一次。有利害关系的应当回避。",
        "Said once, before reviewing or approving. Whoever has an interest withdraws.")
    let recommend = both("推荐出壳或退出", "Recommend a move")
    let review = both("评审", "Review")
    let decide = both("批准或退回", "Approve or send back")
    let decideLead = both(
        "批准后案卷立即进入下一阶段；退回时组织会看到理由。",
        "An approval makes the move at once; when it is sent back, the organization sees why.")
    let endorsed = both("同意", "endorsed")
    let notEndorsed = both("不同意", "not endorsed")
    let approve = both("批准", "approve")
    let sendBack = both("退回", "send back")
    let recommended = both("等待评审", "waits for a review")
    let reviewed = both("等待批准", "waits for an approval")
    let approved = both("已批准", "approved")
    let returned = both("已退回", "sent back")

    func moveTo(_ number: Int, _ stage: BilingualText) -> BilingualText {
        both("第 \(number) 项：转为“\(stage.zh)”", "No. \(number): to “\(stage.en)”")
    }

    func moves(_ from: BilingualText, _ to: BilingualText) -> BilingualText {
        both("“\(from.zh)”转为“\(to.zh)”", "from “\(from.en)” to “\(to.en)”")
    }
}
