import Values

/// The life of a rubric: proposed by one person, tried on all past data, put in force by another.
struct RubricWorkWords: Sendable {
    let title = both("规则的版本", "Versions of the rules")
    let lead = both(
        "新版本先提出，再在全部历史数据上与现行版本并行试算，最后由另一人启用。旧结果保留当时的规则。",
        "A new version is proposed, tried on all past data beside the one in force, and put in force by somebody else. Old results keep the rules of their time."
    )
    let version = both("版本", "Version")
    let state = both("状态", "State")
    let author = both("提出人", "Proposed by")
    let activatedBy = both("启用人", "Activated by")
    let inForce = both("使用中", "in force")
    let builtIn = both("内置", "built in")
    let proposed = both("已提出", "proposed")
    let former = both("曾使用", "was in force")
    let propose = both("提出新版本", "Propose a version")
    let proposeLead = both(
        "选择规则文件（JSON）。先检查：有误会指出位置；无误会显示与现行规则的差异。提出后仍不会用于评估，直到他人启用。",
        "Choose a rubric's file, JSON. Check it first: what is wrong is told with its place, otherwise what differs from the rules in force. A proposal is used for nothing before somebody else activates it."
    )
    let file = both("规则文件", "File")
    let fileHint = both(
        "JSON，格式同 /api/v1/rubrics/pooled-2 中的 document 一项", "JSON, in the form of the member “document” of /api/v1/rubrics/pooled-2")
    let check = both("检查", "Check")
    let sound = both("文件无误", "The file is sound")
    let soundNext = both("要提出，请再次选择该文件并点“提出新版本”。", "To propose it, choose the file once more and press “Propose a version”.")
    let differences = both("与现行规则的差异", "What differs from the rules in force")
    let same = both("内容与现行规则相同。", "It says the same as the rules in force.")
    let place = both("位置", "Place")
    let before = both("现行", "In force")
    let after = both("此版本", "This version")
    let trials = both("试算", "Trials")
    let trial = both("试算编号", "Trial")
    let noTrials = both("还没有与现行版本一起试算过。", "It has not been tried beside the one in force yet.")
    let tryIt = both("在全部历史数据上试算", "Try it on all past data")
    let tryHint = both("数据多时需要几分钟。结果会保留，供启用者查看。", "This may take minutes. What comes of it is kept for whoever activates the version.")
    let days = both("评估日期", "Days assessed")
    let assessments = both("评估次数", "Assessments")
    let changed = both("会改变结论", "Would change status")
    let madeBy = both("试算人", "Made by")
    let unfinished = both("未完成", "not finished")
    let changes = both("谁会改变结论，为什么", "Who would change status, and why")
    let noChanges = both("没有组织会改变结论。", "Nobody would change status.")
    let organization = both("组织", "Organization")
    let asOf = both("截至", "As of")
    let why = both("原因（对数几率之差）", "Because of (difference in log-odds)")
    let sameEstimate = both("估计值不变；界限或预警规则不同。", "The estimate is the same; lines or flag rules differ.")
    let raised = both("新出现的预警", "Flags raised")
    let cleared = both("不再有的预警", "Flags cleared")
    let activate = both("启用", "Put in force")
    let activateLead = both(
        "启用后，今后的评估按此版本计算；须依据一次与现行版本并行、已完成的试算。提出人不能启用自己的版本。",
        "Assessments from now on use this version. It rests on a finished trial beside the rules in force, and nobody activates what they proposed."
    )
    let reason = both("理由", "Why")
    let own = both("由您提出，须由他人启用。", "You proposed this, so somebody else puts it in force.")
    let rules = both("查看规则内容", "Read the rules")

    func trialNamed(_ number: Int64) -> BilingualText { both("试算 \(number)", "Trial \(number)") }

    func count(_ changed: String, of all: String) -> BilingualText { both("\(all) 次评估中 \(changed) 次", "\(changed) of \(all) assessments") }

    func more(_ count: Int) -> BilingualText { both("另有 \(count) 处", "\(count) more") }
}
