import Values

/// What surrounds every page.
struct FrameWords: Sendable {
    let name = both("社区社会组织孵化登记", "Incubator Registry")
    let ownName = both("简体中文", "English")
    let seal = both("孵", "IR")
    let skip = both("跳到正文", "Skip to content")
    let navigation = both("主导航", "Main")
    let languageSwitch = both("语言", "Language")
    let notice = both("已完成", "Done")
    let footerAbout = both(
        "预警是上门走访的理由，不是结论。估计值未经本地校准。",
        "A flag is a reason to visit, never a verdict. Estimates are not calibrated locally.")

    /// Between the items of a list in a sentence.
    let listMark = both("、", ", ")

    func exportEnds(_ rows: Int) -> BilingualText {
        both(
            "此文件只含清单的前 \(rows) 条，后面还有。请用筛选缩小范围后再下载其余部分。",
            "This file holds the first \(rows) entries of the list; more follow. Narrow the list by its filters to take away the rest.")
    }

    let home = both("首页", "Home")
    let pending = both("待办", "To do")
    let directory = both("组织名录", "Directory")
    let status = both("进度查询", "Status")
    let organizations = both("组织管理", "Organizations")
    let flagged = both("预警", "Flags")
    let areas = both("辖区", "Areas")
    let imports = both("导入", "Import")
    let signIn = both("登录", "Sign in")
    let signOut = both("退出", "Sign out")
    let account = both("我的账号", "My account")
    let rules = both("评估规则", "Rules")
    let audit = both("审计", "Audit")

    let problemNumber = both("请求编号", "Request number")
    let problemField = both("出错之处", "Where")
    let problemBack = both("回到首页", "Go to the home page")
    let noPage = both("没有这个页面", "There is no such page")
    let noPageDetail = both("地址可能写错，或者页面已经移走。", "The address may be mistyped, or the page has moved.")
    let noPageNext = both("请从首页重新查找。", "Start again from the home page.")

    func windowTitle(_ page: String) -> BilingualText {
        both("\(page)｜\(name.zh)", "\(page) – \(name.en)")
    }
}
