package import Access
package import Values

extension Act {
    /// What was done, in words. A new act does not compile until it has them.
    package var words: BilingualText {
        switch self {
        case .addArea: text("增加区域", "add an area")
        case .createOrganization: text("登记组织", "record an organization")
        case .editOrganization: text("修改组织资料", "edit an organization")
        case .recordLegalStatus: text("登记法律状态", "record a legal status")
        case .recordLeadershipPost: text("登记任职", "record a leadership post")
        case .recordCharter: text("登记章程", "record a charter")
        case .recordGovernanceBody: text("登记治理机构", "record a governance body")
        case .recordMeeting: text("登记会议", "record a meeting")
        case .recordMoneyControls: text("登记资金管理", "record money controls")
        case .recordServiceBoundary: text("登记服务边界", "record a service boundary")
        case .recordAccounts: text("登记年度账目", "record accounts")
        case .recordActivity: text("登记活动", "record an activity")
        case .recordReport: text("登记年度报告", "record an annual report")
        case .openCase: text("孵化立案", "open a case")
        case .advanceCase: text("推进孵化案卷", "advance a case")
        case .declareInterest: text("申报利益关系", "declare an interest")
        case .recommendMove: text("推荐", "recommend a move")
        case .reviewMove: text("评审", "review a move")
        case .decideMove: text("批准或退回", "decide a move")
        case .recordContract: text("登记枢纽合同", "record a hub contract")
        case .endContract: text("终止枢纽合同", "end a hub contract")
        case .handOverCases: text("移交案卷", "hand cases over")
        case .enterCalendar: text("录入工作日历", "enter a calendar")
        case .reassignPending: text("转交待办", "reassign a pending item")
        case .runDeadlines: text("催办与升级", "run deadlines")
        case .assignMentor: text("安排导师", "assign a mentor")
        case .importTable: text("导入表格", "import a table")
        case .runAssessment: text("运行评估", "run an assessment")
        }
    }
}
