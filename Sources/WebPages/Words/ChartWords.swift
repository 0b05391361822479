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
    let group = both("组", "Group")
    let cases = both("评分时点", "Landmarks")
    let meanEstimate = both("平均估计", "Mean estimate")
    let exits = both("退出", "Exits")
    let exitShare = both("退出比例", "Share that left")
    let interval = both("95% 区间", "95 % interval")

    func watchLine(_ share: String) -> BilingualText { both("关注线 \(share)", "watch line \(share)") }

    func trendDescription(from first: String, to last: String, start: String, end: String) -> BilingualText {
        both("从\(first)的 \(start) 到\(last)的 \(end)。", "From \(start) on \(first) to \(end) on \(last).")
    }

    func radarDescription(_ list: String) -> BilingualText { both("完备程度：\(list)。", "Completeness: \(list).") }

    func incomeDescription(_ year: Int, _ list: String) -> BilingualText { both("\(year) 年：\(list)。", "In \(year): \(list).") }

    func reliabilityDescription(
        _ cases: String, _ groups: Int, low: (estimate: String, share: String), high: (estimate: String, share: String)
    ) -> BilingualText {
        both(
            "\(cases) 个评分时点按估计值分为 \(groups) 组；最低一组估计 \(low.estimate)、实际 \(low.share)，最高一组估计 \(high.estimate)、实际 \(high.share)。在对角线上为一致。",
            "\(cases) landmarks in \(groups) groups by their estimate: the lowest \(low.estimate) estimated and \(low.share) real, the highest \(high.estimate) and \(high.share). On the diagonal both agree."
        )
    }

    func reliabilityGroup(_ estimate: String, _ share: String, _ exits: Int, _ cases: Int) -> BilingualText {
        both("估计 \(estimate)，实际 \(share)（\(cases) 中 \(exits)）", "\(estimate) estimated, \(share) real (\(exits) of \(cases))")
    }

    func inPart(_ from: String, _ to: String, _ count: Int) -> BilingualText {
        both("\(from) 至 \(to)：\(count) 个组织", "\(from) to \(to): \(count) organizations")
    }

    func distributionDescription(_ below: Int, of total: Int) -> BilingualText {
        both("本次评估的 \(total) 个组织中，有 \(below) 个的估计值更低。", "Of \(total) organizations in this run, \(below) have a lower estimate.")
    }
}
