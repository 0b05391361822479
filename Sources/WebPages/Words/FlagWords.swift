import Values

/// What is done about flags: who has them, what the organization says, what follows; visits and other help.
struct FlagWords: Sendable {
    let title = both("预警处理", "Work on flags")
    let lead = both("已有人处理、尚未办结的预警，先到期的在前。", "Flags that somebody works on and that are not settled, the first due first.")
    let flag = both("预警", "Flag")
    let state = both("处理状态", "State")
    let owner = both("承办人", "Owner")
    let ownerHint = both("写账号编号。", "The number of an account.")
    let mine = both("只看我承办的", "Mine only")
    let due = both("办结期限", "To be settled by")
    let dueFilter = both("期限", "Due")
    let overdue = both("已逾期", "overdue")
    let week = both("一周内到期或已逾期", "within a week or overdue")
    let severity = both("程度", "Severity")
    let empty = both("没有符合条件的处理中预警", "No flag that is worked on fits")
    let emptyNext = both("在组织的预警页上可以承接预警。", "A flag is taken on from the page of the organization's flags.")
    let all = both("预警处理清单", "Flags that are worked on")

    let ofOrganization = both("预警与处理", "Flags and what is done about them")
    let ofOrganizationLead = both(
        "组织可以先答复，再由他人处理。任何后果都由人确认，并且不是承办人。",
        "The organization can answer before anybody acts. A person confirms any consequence, and not the one who has the flag.")
    let none = both("没有预警，也没有处理过的预警。", "No flag is raised, and none was worked on.")
    let value = both("现值", "Value")
    let threshold = both("界限", "Threshold")
    let record = both("所据记录", "Evidence")
    let noValue = both("没有数值", "no value")
    let raisedOn = both("出现日期", "Raised on")
    let clearedOn = both("因新证据解除", "Cleared by new evidence")
    let consequence = both("后果", "Consequence")
    let nobody = both("尚无承办人", "nobody yet")
    let history = both("处理经过", "History")
    let clearedStep = both("新证据解除了预警", "cleared by new evidence")

    let take = both("承接或移交", "Take on or hand over")
    let takeLead = both("写上承办人和办结期限。承办人不能确认后果。", "Give an owner and a last day. Who has the flag does not confirm what follows.")
    let answer = both("组织答复", "Answer")
    let answerLead = both("写下组织对这条预警的说明。", "What the organization says to the flag.")
    let escalate = both("上报", "Hand up")
    let escalateLead = both("交给上一级的承办人，并说明原因。", "To an owner further up, with the reason.")
    let resolve = both("办结", "Settle")
    let resolveLead = both(
        "写下处理结果。只要证据还在，预警仍会列出。", "What came of it. The flag stays raised as long as the evidence does.")
    let confirm = both("确认后果", "Confirm a consequence")
    let confirmLead = both(
        "后果由具名的人员确认，并且不是承办人。只有最严重的预警可以认定为难以持续。",
        "A named person confirms it, and not the one who has the flag. Only a critical flag can count as unsustainable.")

    let handleChosen = both("处理所选预警", "Work on the chosen flags")
    let batch = both("成批处理预警", "Work on several flags")
    let batchLead = both(
        "下一步先列出每一条会怎样、不能办的为什么不能办；确认后才办理，每一条单独记录。",
        "The next page says of each what will happen, or why it cannot; nothing is done before you confirm, and each is recorded by itself."
    )
    let batchWork = both("办理事项", "What is to be done")
    let batchCheck = both("核对：成批处理预警", "Check: work on several flags")
    let batchDone = both("成批处理的结果", "What became of the flags")
    let batchNone = both("没有选中预警。请回到清单勾选。", "No flag is chosen. Go back to a list and tick some.")
    let batchReason = both("理由（上报时必填）", "Reason (needed to hand up)")
    let outcome = both("会怎样", "What will happen")
    let became = both("结果", "What became of it")
    let possible = both("可以办理", "can be done")
    let impossible = both("不能办理", "cannot be done")
    let done = both("已办理", "done")
    let notDone = both("未办理", "not done")
    let changeChosen = both("返回修改", "Change it")
    let interventions = both("走访与帮扶", "Visits and help")
    let noInterventions = both("还没有记录。", "None on record.")
    let intervene = both("登记走访与帮扶", "Record a visit or help")
    let interveneLead = both(
        "记下为什么去，日后才能分清组织是自己好转，还是因为有人去过。",
        "Why somebody came is kept, so that later it can be told what helped and what would have come anyhow.")
    let kind = both("种类", "Kind")
    let heldOn = both("日期", "Day")
    let reason = both("缘由", "Why")
    let result = both("结果", "What came of it")
    let recordedBy = both("记录人", "Recorded by")

    let sample = both("抽样走访", "Drawn visits")
    let sampleLead = both(
        "从没有预警的组织中随机抽取，每二十个需关注的组织抽一个，用来发现预警漏掉了什么。同一批次每次抽到的都一样。",
        "Drawn from organizations without a flag, one for every twenty that are watched, to learn what flags miss. The same run always draws the same."
    )
    let sampleEmpty = both("没有可抽取的组织", "Nobody to draw")
    let sampleEmptyNext = both("每个组织都有预警，或者还没有评估过。", "Everybody has a flag, or nothing was assessed yet.")

    func pick(_ flag: String, _ organization: String) -> BilingualText {
        both("选择：\(organization)，\(flag)", "Choose \(flag), \(organization)")
    }

    func chosen(_ count: Int) -> BilingualText { both("已选 \(count) 条预警。", "\(count) \(count == 1 ? "flag" : "flags") chosen.") }

    func batchCount(_ possible: Int, of all: Int) -> BilingualText {
        both("\(all) 条中有 \(possible) 条可以办理。", "\(possible) of \(all) can be done.")
    }

    func batchResult(_ done: Int, of all: Int) -> BilingualText {
        both("\(all) 条中办理了 \(done) 条。", "\(done) of \(all) were done.")
    }

    func dueIn(_ day: String, _ distance: String) -> BilingualText { both("\(day)（\(distance)）", "\(day) (\(distance))") }

    func confirmed(_ consequence: BilingualText, _ by: String, _ on: String) -> BilingualText {
        both("\(consequence.zh)，\(by)于\(on)确认", "\(consequence.en), confirmed by \(by) on \(on)")
    }

    func ofName(_ name: String) -> BilingualText { both("\(name)：预警与处理", "\(name): flags and what is done about them") }

    func on(_ title: BilingualText, _ code: String) -> BilingualText { both("\(title.zh)：\(code)", "\(title.en): \(code)") }
}
