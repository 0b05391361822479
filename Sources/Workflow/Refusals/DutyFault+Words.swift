package import Incubation
package import Values

extension DutyFault {
    /// A stable name for programs.
    var slug: String {
        switch self {
        case .otherDuty: "other-duty-in-case"
        case .notDeclared: "interest-not-declared"
        case .hasInterest: "interest-in-case"
        case .reviewMissing: "review-missing"
        case .alreadyPending: "decision-already-pending"
        case .nothingPending: "decision-not-pending"
        case .notNeeded: "decision-not-needed"
        case .needed: "decision-needed"
        }
    }

    var words: RefusalWords {
        switch self {
        case .otherDuty(let duty):
            RefusalWords(
                text("一案一人一责", "One duty a person"),
                text("您在本案中已负责“\(duty.words.zh)”，不能再担任其他职责。", "You have the duty “\(duty.words.en)” in this case and cannot take another."),
                next: text("请由另一位有权限的人员办理。", "Another person with the role has to do it."))
        case .notDeclared:
            RefusalWords(
                text("尚未声明利害关系", "No declaration of interest yet"),
                text("办理前须先声明与该组织有无利害关系。", "Whoever reviews or approves first says whether they have an interest in the organization."),
                next: text("请先声明，再办理。", "Declare first, then go on."))
        case .hasInterest:
            RefusalWords(
                text("应当回避", "You have to withdraw"),
                text("您已声明与该组织有利害关系。", "You declared an interest in the organization."),
                next: text("请由无利害关系的人员办理。", "Somebody without an interest has to do it."))
        case .reviewMissing:
            RefusalWords(
                text("尚未评审", "The review is still to come"),
                text("此事须由第三人评审后才能批准。", "It takes a third person's review before it can be approved."),
                next: text("请等待评审，或退回补正。", "Wait for the review, or send it back."))
        case .alreadyPending:
            RefusalWords(
                text("已有待决事项", "A decision is pending"),
                text("该案卷已有一项推荐等待决定。", "A recommendation in this case still waits for its decision."),
                next: text("请等待决定后再推荐。", "Recommend again when it has been decided."))
        case .nothingPending:
            RefusalWords(
                text("没有待决事项", "Nothing is pending"), text("该案卷没有等待此步骤的推荐。", "No recommendation in this case waits for this step."),
                next: text("请刷新后核对案卷状态。", "Read the case again."))
        case .notNeeded(let stage):
            RefusalWords(
                text("无需会签", "One person is enough"),
                text("转为“\(stage.words.zh)”无需推荐和批准。", "To become “\(stage.words.en)” takes no recommendation and approval."),
                next: text("请直接推进案卷。", "Advance the case directly."))
        case .needed(let stage):
            RefusalWords(
                text("须经多人办理", "It takes several people"),
                text(
                    "转为“\(stage.words.zh)”须经推荐、评审、批准，一人不能办结。",
                    "To become “\(stage.words.en)” takes a recommendation, a review and an approval."),
                next: text("请先提交推荐。", "Recommend it first."))
        }
    }
}

extension Duty {
    /// The duty's name for people.
    package var words: BilingualText {
        switch self {
        case .recommend: text("推荐", "to recommend")
        case .review: text("评审", "to review")
        case .approve: text("批准", "to approve")
        case .disburse: text("拨付", "to pay out")
        case .verify: text("核验", "to verify")
        }
    }
}
