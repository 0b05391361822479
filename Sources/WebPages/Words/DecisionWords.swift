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
    let declareFirst = both("先声明有无利害关系", "First: do you have an interest?")
    let thenTheWord = both("再写意见", "Then: your word")
    let interest = both("您与该组织", "Your interest")
    let noInterest = both("没有利害关系", "I have no interest in it")
    let someInterest = both("有利害关系，回避", "I have an interest in it and withdraw")
    let interestHint = both(
        "利害关系如本人或近亲属在该组织任职、领取报酬或向其供货。只能声明一次。有的应当回避，下面不必填写。",
        "Such as a post, pay or supplies, one's own or of near relatives. Said once. With an interest, leave the rest empty.")
    let onlyDeclared = both(
        "只登记您的声明，不登记意见。此事交回应办的角色，由其他人办理。",
        "Only your declaration will be recorded, no word. The matter goes back to the role that it is for, and somebody else takes it on.")
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

    /// After a withdrawal, whom the matter waits for.
    func withdrawnTo(_ owner: String) -> BilingualText {
        both(
            "\(withdrawn.zh)此事已交回应办的角色，现在由\(owner)办理。",
            "\(withdrawn.en) The matter is back with the role that it is for, and waits for: \(owner).")
    }

    func moveTo(_ number: Int, _ stage: BilingualText) -> BilingualText {
        both("第 \(number) 项：转为“\(stage.zh)”", "No. \(number): to “\(stage.en)”")
    }

    func moves(_ from: BilingualText, _ to: BilingualText) -> BilingualText {
        both("“\(from.zh)”转为“\(to.zh)”", "from “\(from.en)” to “\(to.en)”")
    }
}
