import Values

/// Charts and their tables.
struct ChartWords: Sendable {
    let asTable = both("以表格显示", "Show as a table")
    let trend = both("估计值的变化", "The estimate over time")
    let radar = both("四个要素", "The four elements")
    let income = both("收入来源", "Where income came from")
    let distribution = both("在本区县各组织中的位置", "Among the organizations of the district")
    let here = both("本组织", "this one")
    let asOf = both("截至", "As of")
    let estimate = both("24 个月内终止的可能", "Likely to end within 24 months")
    let points = both("分数", "Points")
    let known = both("已知", "Known")
    let status = both("结论", "Status")
    let element = both("要素", "Element")
    let completeness = both("完备", "Complete")
    let quality = both("评审质量", "Quality by reviewers")
    let reviewers = both("评审人数", "Reviewers")
    let year = both("年度", "Year")
    let organizations = both("组织数", "Organizations")

    func watchLine(_ share: String) -> BilingualText { both("关注线 \(share)", "watch line \(share)") }

    func trendDescription(from first: String, to last: String, start: String, end: String) -> BilingualText {
        both("从\(first)的 \(start) 到\(last)的 \(end)。", "From \(start) on \(first) to \(end) on \(last).")
    }

    func radarDescription(_ list: String) -> BilingualText { both("完备程度：\(list)。", "Completeness: \(list).") }

    func incomeDescription(_ year: Int, _ list: String) -> BilingualText { both("\(year) 年：\(list)。", "In \(year): \(list).") }

    func inPart(_ from: String, _ to: String, _ count: Int) -> BilingualText {
        both("\(from) 至 \(to)：\(count) 个组织", "\(from) to \(to): \(count) organizations")
    }

    func distributionDescription(_ below: Int, of total: Int) -> BilingualText {
        both("本次评估的 \(total) 个组织中，有 \(below) 个的估计值更低。", "Of \(total) organizations in this run, \(below) have a lower estimate.")
    }
}
