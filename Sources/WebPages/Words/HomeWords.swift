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
    let categoriesHeading = both("按类别浏览", "Browse by category")
    let elementsHeading = both("四个组织要素", "The four elements of an organization")
    let elementsLead = both(
        "缺少这四个要素，组织往往难以持续。孵化就是把它们一个一个建立起来。",
        "Organizations that lack these four tend not to last. Incubation builds them one by one.")
    let leadershipText = both("谁负责、怎么产生、任期到何时。", "Who is responsible, how they were chosen, until when.")
    let charterText = both("宗旨、成员、会议、财务，写下来并表决通过。", "Purpose, members, meetings and money, written down and voted on.")
    let governanceText = both("谁议事、谁监督、钱怎么管。", "Who deliberates, who supervises, how money is guarded.")
    let boundaryText = both("做什么、为谁做、做到哪里为止。", "What it does, for whom, and where it stops.")
}
