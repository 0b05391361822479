import Appraisal
import Values

/// Assessments: flags, explanations, what-if.
struct AssessmentWords: Sendable {
    let noneYet = both("还没有评估结果", "Not assessed yet")
    let noneYetNext = both(
        "下一次评估之后，这里会列出预警、依据和怎样改善。", "After the next run, flags, what they rest on and what would help stand here.")
    let flags = both("预警", "Flags")
    let noFlags = both("没有预警。", "No flags.")
    let reason = both("原因", "Reason")
    let action = both("建议", "What to do")
    let clears = both("怎样解除", "What clears it")
    let notInHand = both("不是组织自己能改变的", "not in the organization's own hands")
    let source = both("依据", "Source")
    let record = both("所据记录", "Record")
    let explainLink = both("完整说明", "Full explanation")
    let estimate = both("24 个月内终止的可能", "Likely to end within 24 months")
    let notEnough = both("已知情况太少，不作估计", "Too little is known for an estimate")
    let coverage = both("已知程度", "Known")
    let points = both("分数", "Points")
    let asOf = both("截至", "As of")

    func thenShows(_ list: String) -> BilingualText { both("随后会出现 \(list)", "then \(list) would show") }

    func record(_ text: String) -> BilingualText { both(text, text) }

    func record(_ kind: SourceReference.Kind, _ day: Day?) -> BilingualText {
        let name: BilingualText =
            switch kind {
            case .organization: both("组织登记", "the organization's record")
            case .accounts: both("年度账目", "yearly accounts")
            case .annualReport: both("年度报告", "annual report")
            case .activity: both("活动记录", "activity")
            case .leadershipPost: both("领袖团队任职", "leadership post")
            case .charter: both("章程", "charter")
            case .governanceBody: both("治理机构", "governance body")
            case .meeting: both("会议", "meeting")
            case .moneyControls: both("资金管理", "money controls")
            case .serviceBoundary: both("服务边界", "service boundary")
            case .mentorAssignment: both("导师安排", "mentor")
            case .incubationCase: both("孵化案卷", "incubation case")
            case .review: both("评审", "review")
            case .observation: both("指标观测", "observation")
            }
        return day.map { both("\(name.zh)（\($0)）", "\(name.en) (\($0))") } ?? name
    }
}
