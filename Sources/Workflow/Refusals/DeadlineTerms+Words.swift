import Access
import Incubation
package import Values

extension CalendarException.Kind {
    package var words: BilingualText {
        switch self {
        case .dayOff: text("放假", "day off")
        case .makeUpDay: text("调休上班", "make-up day")
        }
    }
}

extension Period.Unit {
    package var words: BilingualText {
        switch self {
        case .workingDay: text("个工作日", "working days")
        case .calendarDay: text("日", "days")
        case .month: text("个月", "months")
        case .year: text("年", "years")
        }
    }
}

extension PendingKind {
    package var words: BilingualText {
        switch self {
        case .supplementNotice: text("一次性告知补正", "tell the applicant what is missing")
        case .supplement: text("补正材料", "hand in what was missing")
        case .incubationReply: text("答复孵化申请", "reply to the incubation application")
        case .moveReview: text("评审推荐事项", "review the recommended move")
        case .moveDecision: text("批准或退回推荐事项", "approve or send back the recommended move")
        case .publicity: text("公示", "publicity")
        case .reviewRequest: text("申请复核", "ask for a review")
        case .reviewDecision: text("作出复核决定", "decide on the review")
        case .certificate: text("颁发证书", "issue the certificate")
        case .creditEntry: text("录入信用信息", "enter the credit record")
        case .ownersCommitteeFiling: text("业主委员会备案", "file the owners' committee")
        case .deregistration: text("办理注销登记", "deregister")
        case .rectification: text("整改", "put right what was found")
        case .premisesHandBack: text("交还场地", "hand back the premises")
        case .firstPayment: text("拨付首期资金", "pay the first part")
        case .finalReport: text("提交结项报告", "hand in the final report")
        case .unspentMoney: text("收回未使用资金", "take back unspent money")
        }
    }
}

extension ResponsibleRole {
    /// The role of accounts that it is spelt as.
    var role: Role? { Role(rawValue: rawValue) }

    package var words: BilingualText { role?.words ?? text(rawValue, rawValue) }
}

extension PendingState {
    package var words: BilingualText {
        switch self {
        case .open: text("待办", "open")
        case .escalated: text("已上报", "escalated")
        case .done: text("已办结", "done")
        case .cancelled: text("已撤销", "cancelled")
        }
    }
}

extension DeadlineStanding {
    package var words: BilingualText {
        switch self {
        case .inTime: text("期限内", "in time")
        case .remind: text("临近到期", "nearly due")
        case .dueToday: text("今日到期", "due today")
        case .overdue: text("已逾期", "overdue")
        case .escalated: text("逾期已上报", "overdue, escalated")
        }
    }
}

extension DeadlineAct {
    package var words: BilingualText {
        switch self {
        case .remind: text("提醒", "reminded")
        case .escalate: text("上报", "escalated")
        }
    }
}

extension PendingStep.What {
    package var words: BilingualText {
        switch self {
        case .opened: text("产生", "opened")
        case .reassigned: text("移交", "handed over")
        case .reminded: text("提醒", "reminded")
        case .escalated: text("上报", "escalated")
        case .done: text("办结", "done")
        case .cancelled: text("撤销", "cancelled")
        }
    }
}

extension DeadlineRule.Certainty {
    package var words: BilingualText {
        switch self {
        case .textRead: text("已核对原文", "text read")
        case .secondarySource: text("二手来源", "secondary source")
        case .memory: text("凭记忆", "from memory")
        case .design: text("本系统设计", "a design of this register")
        case .assumed: text("推定", "assumed")
        }
    }
}
