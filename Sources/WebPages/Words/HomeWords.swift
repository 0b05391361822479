import Values

/// The home page of visitors.
struct HomeWords: Sendable {
    let title = both("首页", "Home")
    let heading = both("社区社会组织孵化登记", "The register of community social organizations")
    let lead = both(
        "登记合唱团、互助队、志愿队和邻里理事会等社区社会组织，陪伴它们走完孵化的每一步。",
        "Choirs, mutual-aid teams, volunteer groups and neighbourhood councils on record, and with them every step of incubation.")
    let searchHeading = both("查找组织", "Find an organization")
    let searchLabel = both("名称中的字词", "Words of the name")
    let searchHint = both("繁体、简体、全角、半角均可，如“合唱”。", "Traditional or simplified, in any order, such as 合唱.")
    let searchButton = both("查找", "Search")
    let workbench = both("工作台", "Workbench")
    let organizations = both("个组织", "organizations")
    let incubating = both("个在孵化中", "in incubation")
    let visitFirst = both("建议先去走访", "Worth a visit first")
    let allFlagged = both("全部预警", "All flags")
    let nothingFlagged = both("没有需要走访的预警", "No flag calls for a visit")
    let jobs = both("常用办理", "Daily jobs")
    let importTables = both("导入名册和账目", "Import lists and accounts")
    let seeArea = both("辖区概览", "The area at a glance")
    let processLink = both("孵化怎样进行", "How incubation goes")
    let statusHeading = both("查办理进度", "Where things stand")
    let decisionsWait = both("等待评审或批准", "Waiting for a word")
    let ownFile = both("打开完整档案", "Open the whole file")
    let yourTurn = both("现在轮到谁", "Whose turn it is")
    let nothingWaits = both("没有等待办理的事项。", "Nothing waits.")
    let returned = both("退回的事项", "What came back")
    let returnedReason = both("退回的理由", "Why")
    let missing = both("四个要素还缺什么", "What the four elements lack")
    let flags = both("评估与预警", "Assessment and flags")
    let flagsLead = both(
        "这些预警您与工作人员同时看到。每一条都写明怎样解除。", "You see these as soon as the staff do. Each says what would clear it.")
    let others = both("您参加的其他组织", "Other organizations of yours")
    let more = both("还有更多", "There is more")
    let categoriesHeading = both("按类别浏览", "Browse by category")
    let elementsHeading = both("四个组织要素", "The four elements of an organization")
    let elementsLead = both(
        "缺少这四个要素，组织往往难以持续。孵化就是把它们一个一个建立起来。",
        "Organizations that lack these four tend not to last. Incubation builds them one by one.")
    let leadershipText = both("谁负责、怎么产生、任期到何时。", "Who is responsible, how they were chosen, until when.")
    let charterText = both("宗旨、成员、会议、财务，写下来并表决通过。", "Purpose, members, meetings and money, written down and voted on.")
    let governanceText = both("谁议事、谁监督、钱怎么管。", "Who deliberates, who supervises, how money is guarded.")
    let boundaryText = both("做什么、为谁做、做到哪里为止。", "What it does, for whom, and where it stops.")

    func turnUntil(_ owner: String, _ day: String) -> BilingualText {
        both("现在等\(owner)办理，期限 \(day)。", "It waits for: \(owner), until \(day).")
    }

    func decisionWaits(_ day: String) -> BilingualText {
        both("\(day)已推荐，正在等待评审或批准。", "Recommended on \(day), waiting for a review or an approval.")
    }

    func turn(_ role: BilingualText) -> BilingualText {
        both("现在由\(role.zh)办理，没有限期事项。", "It is the turn of: \(role.en). No deadline runs.")
    }
}
