import Values

/// An organization's page for those who work with it.
struct OrganizationWords: Sendable {
    let listLead = both("登记、查找并打开组织档案。", "Record, find and open the files of organizations.")
    let sections = both("本页内容", "On this page")
    let next = both("现在要做的", "What to do now")
    let elements = both("四个组织要素", "The four elements")
    let trend = both("走势与结构", "Trend and structure")
    let accounts = both("年度账目", "Yearly accounts")
    let activities = both("活动", "Activities")
    let reports = both("年度报告", "Annual reports")
    let timeline = both("大事记", "Timeline")
    let incubation = both("孵化案卷", "Incubation")
    let contacts = both("联系方式", "Contacts")
    let mentors = both("导师", "Mentors")
    let duplicates = both("可能重复的记录", "Possible duplicates")
    let duplicatesNext = both("名称相同、地区相邻。请核对是否为同一组织。", "The same name in the same subdistrict. Check whether they are one.")
    let edit = both("修改资料", "Edit particulars")
    let changeStatus = both("登记法律状态", "Record a legal status")
    let printSummary = both("打印档案摘要", "Print a summary")
    let whatIf = both("试算", "What if")
    let add = both("登记", "Record")

    let noCase = both("还没有立案。", "No case is open.")
    let openCase = both("立案", "Open a case")
    let advance = both("推进到下一步", "Move on")
    let stageSince = both("起", "since")
    let process = both("孵化流程说明", "The process")

    let met = both("已具备", "Met")
    let missing = both("还缺", "Missing")
    let nothingMissing = both("应有的都有了", "Nothing that is due is missing")
    let absent = both("没有任何记录", "Nothing on record")
    let notGraded = both("尚无评审", "not reviewed yet")
    let quality = both("评审质量", "Quality")
    let termEnds = both("任期至", "term ends")
    let termOver = both("任期已过", "term over")
    let version = both("版本", "Version")
    let adopted = both("通过日期", "Adopted")
    let reviewed = both("最近修订", "Reviewed")
    let vote = both("表决", "Vote")
    let bodies = both("机构", "Bodies")
    let lastMeeting = both("最近会议", "Last meeting")
    let money = both("资金管理", "Money")
    let ownAccount = both("独立账户", "own account")
    let twoSignatures = both("双人签字", "two signatures")
    let accountsShown = both("向成员公开", "shown to members")
    let content = both("服务内容", "Services")
    let people = both("服务对象", "People served")
    let limits = both("不做什么", "Limits")
    let form = both("参与形式", "Form")
    let area = both("服务地区", "Area")
    let since = both("自", "Since")
    let elementTrend = both("完备程度的变化", "Completeness over time")

    let year = both("年度", "Year")
    let income = both("收入", "Income")
    let spending = both("支出", "Spending")
    let surplus = both("结余", "Surplus")
    let netAssets = both("净资产", "Net assets")
    let reserve = both("可维持月数", "Months of reserve")
    let membersCount = both("成员", "Members")
    let received = both("收到", "Received")
    let noAccounts = both("没有年度账目。", "No accounts on record.")

    let day = both("日期", "Day")
    let kind = both("类型", "Kind")
    let titleColumn = both("名称", "Title")
    let participants = both("参加人数", "Participants")
    let volunteers = both("志愿者", "Volunteers")
    let boundary = both("服务边界", "Boundary")
    let inside = both("边界内", "inside")
    let outside = both("边界外", "outside")
    let noActivities = both("没有活动记录。", "No activities on record.")

    let period = both("报告年度", "Period")
    let due = both("应交", "Due")
    let result = both("结论", "Result")
    let overdue = both("逾期未交", "overdue")
    let notDueYet = both("未到期", "not due yet")
    let noReports = both("没有年度报告记录。", "No annual reports on record.")

    func grade(_ grade: String) -> BilingualText { both("\(grade)/4", "\(grade) of 4") }

    func inBrackets(_ text: BilingualText) -> BilingualText { both("（\(text.zh)）", " (\(text.en))") }

    func charterVersion(_ version: Int32) -> BilingualText { both("第 \(version) 版章程通过", "Charter \(version) adopted") }

    func votes(_ inFavour: Int32, of entitled: Int32) -> BilingualText {
        both("应到 \(entitled) 人，赞成 \(inFavour) 人", "\(inFavour) in favour of \(entitled) entitled")
    }

    func members(_ count: Int32) -> BilingualText { both("\(count) 人", count == 1 ? "1 member" : "\(count) members") }

    func presence(_ present: Int32, of entitled: Int32) -> BilingualText {
        both("实到 \(present)/\(entitled)", "\(present) of \(entitled) present")
    }

    func postVacant(_ post: BilingualText) -> BilingualText { both("\(post.zh)空缺", "\(post.en) vacant") }

    func clauseMissing(_ clause: BilingualText) -> BilingualText { both("章程缺“\(clause.zh)”", "charter lacks “\(clause.en)”") }

    func noneOf(_ thing: BilingualText) -> BilingualText { both("没有\(thing.zh)", "no \(thing.en)") }

    func months(_ months: String) -> BilingualText { both("\(months) 个月", "\(months) months") }

    func population(_ people: Int32) -> BilingualText { both("约 \(people) 人", "about \(people) people") }

    func reportFor(_ year: Int) -> BilingualText { both("收到 \(year) 年度报告", "Report for \(year) received") }

    func mentorBegins(_ name: String) -> BilingualText { both("导师\(name)开始陪伴", "Mentor \(name) begins") }
}
