import Values

/// Local calibration: what the register's own exits teach, proposed by one person and put in force by another.
struct CalibrationWords: Sendable {
    let title = both("本地校准", "Local calibration")
    let lead = both(
        "本地已知的退出越多，估计值就越多地按本地结果调整：5 个起调整基准风险，20 个起调整分值的效力，50 个起重新拟合分值。由一人提出，另一人批准。",
        "The more exits are known here, the more estimates follow them: base risk from five on, the weight of points from twenty, points from fifty. One person proposes, another approves."
    )
    let propose = both("提出校准", "Propose a calibration")
    let proposeLead = both(
        "用今天已知的退出学习，并显示它在过去各年会做得怎样。批准之前，任何评估都不使用它。",
        "Learns from the exits known today and shows how it would have done in past years. No assessment uses it before it is approved.")
    let area = both("区域", "Area")
    let areaHint = both("名称或代码；不填为全部登记组织", "A name or a code; the whole register when left empty")
    let wholeRegister = both("全部登记组织", "the whole register")
    let empty = both("还没有本地校准", "Nothing has been calibrated locally")
    let emptyNext = both("所有概率都来自别处的组织，请只看先后。", "Every probability comes from organizations elsewhere: go by their order.")
    let number = both("编号", "Number")
    let stage = both("阶段", "Stage")
    let state = both("状态", "State")
    let exits = both("退出", "Exits")
    let cases = both("评分时点", "Landmarks")
    let asOf = both("截至", "As of")
    let author = both("提出人", "Proposed by")
    let approver = both("批准人", "Approved by")
    let validity = both("使用期间", "Used")
    let rubric = both("规则", "Rubric")
    let approve = both("批准", "Approve")
    let approveLead = both(
        "批准后，自起始日起的评估按它计算概率；旧的评估不变。提出人不能批准自己的提议。",
        "Assessments as of the first day and later will use it; earlier ones stay as they are. Nobody approves what they proposed.")
    let from = both("起始日", "First day")
    let through = both("截止日", "Last day")
    let throughHint = both("不填为无限期", "Open when left empty")
    let own = both("由您提出，须由他人批准。", "You proposed this, so somebody else approves it.")
    let awaits = both("待批准", "waits for approval")
    let inForce = both("使用中", "in force")
    let notYet = both("尚未开始", "not begun")
    let over = both("已结束", "over")
    let populations = both("按组织类别", "By kind of organization")
    let population = both("类别", "Kind")
    let intercept = both("24 个月截距", "Intercept, 24 months")
    let slope = both("斜率", "Slope")
    let ownPoints = both("本地的分值", "Points of its own")
    let ownPointsLead = both("替换规则中的分值；未列出的指标不计分。", "They take the place of the rubric's; indicators that are not listed carry none.")
    let noPoints = both("分值与规则相同：已知退出不足以重新拟合。", "Points are the rubric's: too few exits are known to fit them anew.")
    let indicator = both("指标", "Indicator")
    let points = both("分值", "Points")
    let years = both("逐年检验：每年只用当年年初已知的结果", "Year by year, each made of what was known when it began")
    let year = both("年份", "Year")
    let knownExits = both("当时已知退出", "Exits known then")
    let expectedShipped = both("未校准预期", "Expected as shipped")
    let expected = both("校准后预期", "Expected, calibrated")
    let observed = both("实际退出", "Exits")
    let balance = both("预期/实际", "Expected/observed")
    let brierSkill = both("Brier 技巧", "Brier skill")
    let noYears = both("还没有可以检验的年份。", "There is no year yet that it could be tested on.")

    func numbered(_ number: Int64) -> BilingualText { both("本地校准 \(number)", "Local calibration \(number)") }

    func ratio(_ ratio: String, _ low: String, _ high: String, _ alarm: BilingualText) -> BilingualText {
        both("\(ratio)（\(low)–\(high)），\(alarm.zh)", "\(ratio) (\(low)–\(high)), \(alarm.en)")
    }

    func span(_ from: String, _ through: String?) -> BilingualText {
        both("\(from)起\(through.map { "，至\($0)" } ?? "")", "from \(from)\(through.map { " to \($0)" } ?? "")")
    }
}
