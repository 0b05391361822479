import Incubation
import Values

/// Words for values that several pages show.
struct TermWords: Sendable {
    let unknown = both("未填写", "not recorded")
    let yes = both("是", "yes")
    let no = both("否", "no")
    /// Instead of the name of a person who was erased or is not to be shown.
    let nameNotShown = both("姓名不予显示", "name not shown")
    let none = both("无", "none")
    let any = both("不限", "any")
    let leadershipTeam = both("领袖团队", "Leadership team")
    let activityCharter = both("活动章程", "Charter")
    let governanceStructure = both("治理结构", "Governance structure")
    let serviceBoundary = both("服务边界", "Service boundary")
    let nextPage = both("下一页", "Next page")
    let firstPage = both("回到第一页", "First page")
    let pages = both("翻页", "Pages")
    let errorTitle = both("有需要更正的内容", "There is something to correct")
    let errorPrefix = both("出错：", "Error: ")
}

extension OrganizationalElement {
    var words: BilingualText {
        switch self {
        case .leadershipTeam: Catalogue.terms.leadershipTeam
        case .activityCharter: Catalogue.terms.activityCharter
        case .governanceStructure: Catalogue.terms.governanceStructure
        case .serviceBoundary: Catalogue.terms.serviceBoundary
        }
    }

    /// The family of indicators that looks at the element.
    var family: String {
        switch self {
        case .leadershipTeam: "leadership"
        case .activityCharter: "charter"
        case .governanceStructure: "governance"
        case .serviceBoundary: "service_boundary"
        }
    }
}
