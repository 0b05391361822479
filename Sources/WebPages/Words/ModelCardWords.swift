import Values

/// The model card: how well estimates did where it is known what became of organizations, and what nobody knows.
struct ModelCardWords: Sendable {
    let title = both("模型说明卡", "Model card")
    let lead = both(
        "估计值在已知结局的组织上做得怎样，与两个已发表的公式相比如何，以及哪些事情还没有人知道。",
        "How well estimates did on organizations whose fate is known, beside two published formulas, and what nobody knows yet.")
    let about = both("说明的规则", "The rubric measured")
    let hash = both("内容摘要（SHA-256）", "Content hash (SHA-256)")
    let inForce = both("现行规则", "The rubric in force")
    let notMeasured = both(
        "现行规则没有在这些数据上检验过，以下是内置规则的结果。本地的检验见“本地校准”。",
        "The rubric in force was not measured on these data; below stands what the built-in one came to. What was tried here: see local calibration."
    )
    let command = both("这些数字由以下命令得出", "Figures are what this command prints")
    let figures = both("检验结果", "Figures")
    let model = both("模型", "Model")
    let cases = both("评分时点", "Landmarks")
    let exits = both("退出", "Exits")
    let auc = both("AUC（95% 区间）", "AUC (95 % interval)")
    let slope = both("校准斜率", "Calibration slope")
    let ratio = both("预期/实际", "Expected/observed")
    let brier = both("Brier 分数", "Brier score")
    let lift = both("最差一成提升度", "Lift, worst tenth")
    let recall = both("最差两成召回", "Recall, worst fifth")
    let aucMeaning = both(
        "AUC 是随机取一个退出的组织和一个留存的组织，前者估计值较高的可能；0.5 等于掷硬币。斜率 1、预期/实际 1 最好。只给分数的模型没有概率，这两项空着。",
        "AUC is how likely an organization that left has a higher estimate than one that stayed; 0.5 is a coin. A slope of 1 and a ratio of 1 are best. Models that only count have no probability, so both are left out."
    )
    let ownHalf = both(
        "分值取自同样这些组织（各数据集的开发半数），因此第一行偏乐观；“交叉验证”的各行没有用到被检验的组织。",
        "The points come from these very organizations, the development half of each set, so the first line is too favourable; lines that say cross-validated never saw the organizations they are measured on."
    )
    let source = both("数据与许可", "Data and licence")
    let limits = both("局限", "Limits")
    let noChinese = both("没有中国组织的结果数据。", "There are no outcomes of Chinese organizations.")
    let elements = both("四要素的质量未经结果检验，因此不计入概率。", "The quality of the four elements is untested, so it counts for no probability.")
    let notLocal = both(
        "没有本地校准时，概率来自别处的组织，请只看先后，不看数值。",
        "Without local calibration a probability comes from organizations elsewhere: go by the order, not by the number.")
    let otherExits = both(
        "退出不等于失败：合并、移交、使命完成也会退出；登记清理也会造成退出。",
        "To leave is not to fail: organizations merge, hand over or are done, and registers are purged.")
    let visit = both(
        "每十个被标为最差一成的组织中，多数在两年内仍在。预警是上门走访的理由，不是结论。",
        "Most of the worst tenth are still there two years later. A flag is a reason to visit, never a verdict.")
    let calibrations = both("本地校准", "Local calibration")
    let programLicence = both("规则与说明卡随本程序一起发布，可自由使用。", "The rubric and this card come with the program and may be used freely.")

    func within(_ months: Int) -> BilingualText { both("\(months) 个月内退出", "exits within \(months) months") }

    func set(_ title: BilingualText, _ months: BilingualText) -> BilingualText {
        both("\(title.zh)：\(months.zh)", "\(title.en): \(months.en)")
    }

    func interval(_ value: String, _ low: String, _ high: String) -> BilingualText {
        both("\(value)（\(low)–\(high)）", "\(value) (\(low)–\(high))")
    }

    /// A set's part, as its tables name it.
    func casesOf(_ cases: String) -> BilingualText {
        if cases == "governance" { return both("治理记录", "governance record") }
        guard cases.hasPrefix("activity "), let months = Int(cases.dropFirst("activity ".count)) else { return both(cases, cases) }
        return both("前 \(months) 个月的活动", "activity to month \(months)")
    }

    func folded(_ cases: BilingualText, auc: String) -> BilingualText {
        both("\(cases.zh)：首行 AUC \(auc)", "\(cases.en): AUC of the first line \(auc)")
    }

    func reliability(_ title: BilingualText) -> BilingualText { both("估计与实际：\(title.zh)", "Estimated and real: \(title.en)") }
}
