import Access
import Values
import Workflow

/// Forms.
struct FormWords: Sendable {
    let save = both("保存", "Save")
    let toCheck = both("下一步：核对", "Next: check")
    let confirm = both("确认提交", "Confirm and save")
    let change = both("返回修改", "Change")
    let checkLead = both("请核对以下内容。提交后会留下审计记录。", "Look these over. Saving leaves an event in the audit trail.")
    let optional = both("选填", "optional")
    let choose = both("请选择", "Choose")
    let areaHint = both("写名称（如“城东街道”）或区划代码", "Its name, or its code")
    let areasHint = both("每行一个，写名称或区划代码", "One on each line, by name or code")
    let moneyHint = both("元，最多两位小数", "At most two decimals")
    let dayExpected = both("日期，如 2024-03-05", "a day such as 2024-03-05")
    let choiceExpected = both("所列选项之一", "one of the choices")
    let countExpected = both("不小于 0 的整数", "a whole number, 0 or more")
    let moneyExpected = both("金额，如 1200.50", "an amount such as 1200.50")
    let alreadySent = both(
        "这份表单已经提交过，没有重复登记。如要另行登记，请再按一次提交。",
        "This form was sent before, and nothing was recorded twice. To record something else, send it once more.")

    let leadership = both("登记任职", "Record a post")
    let charter = both("登记章程", "Record a charter")
    let body = both("登记机构", "Record a body")
    let meeting = both("登记会议", "Record a meeting")
    let controls = both("登记资金管理", "Record money controls")
    let accounts = both("登记年度账目", "Record accounts")
    let activity = both("登记活动", "Record an activity")
    let report = both("登记年度报告", "Record a report")
    let boundary = both("登记服务边界", "Record the service boundary")
    let mentor = both("安排导师", "Assign a mentor")
    let newOrganization = both("登记新组织", "Record an organization")
    let editOrganization = both("修改组织资料", "Edit an organization")
    let legalStatus = both("登记法律状态", "Record a legal status")
    let openCase = both("孵化立案", "Open an incubation case")
    let advanceCase = both("推进孵化案卷", "Move the case on")

    func nameless(_ name: String) -> BilingualText { both(name, name) }

    func missing(_ label: BilingualText) -> BilingualText { both("请填写“\(label.zh)”。", "Fill in “\(label.en)”.") }

    func malformed(_ label: BilingualText, _ expected: BilingualText) -> BilingualText {
        both("“\(label.zh)”应为\(expected.zh)。", "“\(label.en)” must be \(expected.en).")
    }

    func areaUnknown(_ written: String) -> BilingualText {
        both("没有找到地区“\(written)”。请写全称或区划代码。", "There is no area “\(written)”. Write its full name or its code.")
    }

    func areaSeveral(_ written: String, _ offers: String) -> BilingualText {
        both("有几个地区叫“\(written)”，请改写代码：\(offers)", "Several areas are called “\(written)”; write the code: \(offers)")
    }

    func joined(_ first: BilingualText, _ second: BilingualText) -> BilingualText { both(first.zh + second.zh, "\(first.en) \(second.en)") }

    func checkTitle(_ title: BilingualText) -> BilingualText { both("核对：\(title.zh)", "Check: \(title.en)") }

    func nowThere(_ label: BilingualText, _ value: String) -> BilingualText {
        both("“\(label.zh)”现在记录为：\(value)", "“\(label.en)” is now on record as: \(value)")
    }

    func done(_ act: Act) -> BilingualText { both("\(act.words.zh)，已保存。", "Saved: \(act.words.en).") }
}
