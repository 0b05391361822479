import Values

/// The public directory and an organization's public page.
struct DirectoryWords: Sendable {
    let title = both("组织名录", "Directory")
    let lead = both("这里只有公开的内容：名称、编号、类别、法律状态和所在地区。", "Only what is public: name, number, category, legal status and area.")
    let search = both("名称", "Name")
    let searchHint = both("每个字词都要出现在名称中", "Every word must stand in the name")
    let area = both("地区", "Area")
    let areaHint = both("名称或区划代码", "Name or area code")
    let category = both("类别", "Category")
    let status = both("法律状态", "Legal status")
    let apply = both("查找", "Search")
    let results = both("查找结果", "Results")
    let number = both("编号", "Number")
    let since = both("状态起始", "Since")
    let empty = both("没有符合条件的组织", "No organization fits")
    let emptyNext = both("可以少写几个字，或者把地区和类别改为“不限”。", "Try fewer characters, or set area and category to “any”.")
    let areaUnknown = both("没有找到这个地区。请写全称（如“崇川区”）或区划代码。", "There is no such area. Write its full name, such as 崇川区, or its code.")
    let areaSeveral = both("有几个同名的地区，请选一个：", "Several areas have this name. Choose one:")
    let creditCode = both("统一社会信用代码", "Unified social credit code")
    let filingNumber = both("备案编号", "Filing number")
    let legalForm = both("法律形式", "Legal form")
    let founded = both("成立日期", "Founded")
    let history = both("法律状态的变化", "Legal history")
    let particulars = both("基本情况", "Particulars")
    let ended = both("该组织已不再存续。", "This organization no longer exists.")
    let back = both("返回名录", "Back to the directory")
    let serviceAreas = both("服务地区", "Areas served")

    func shown(_ count: Int, more: Bool) -> BilingualText {
        more
            ? both("本页 \(count) 个，后面还有", "\(count) on this page, more follow")
            : both("共 \(count) 个", count == 1 ? "1 organization" : "\(count) organizations")
    }

    func lastShown(_ count: Int) -> BilingualText {
        both("最后 \(count) 个", "The last \(count)")
    }
}
