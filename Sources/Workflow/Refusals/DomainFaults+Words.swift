import Incubation
package import Values

extension OrganizationFault {
    /// The fault as one sentence.
    package var sentence: BilingualText {
        switch self {
        case .nameMissing: text("名称为空。", "The name is empty.")
        case .nameTooLong(let length):
            text(
                "名称有 \(length) 个字，最多 \(OrganizationParticulars.longestName) 个。",
                "The name has \(length) characters; at most \(OrganizationParticulars.longestName).")
        case .nameHasControlCharacters: text("名称中有换行或控制字符。", "The name has a line break or another control character.")
        case .areaAboveDistrict(let area): text("区域 \(area) 高于区县级。", "The area \(area) lies above the district level.")
        case .formDisagreesWithCode(let form, let code):
            text(
                "代码 \(code) 的前两位与法律形式“\(form.words.zh)”不符。",
                "The code \(code) begins as that of another legal form than “\(form.words.en)”.")
        case .codeOfAnotherDepartment(let code):
            text("代码 \(code) 不是民政部门赋予社会组织的代码。", "The code \(code) was not given to a social organization by civil affairs.")
        case .codeWithoutLegalPerson(let status):
            text("“\(status.words.zh)”状态的组织没有统一社会信用代码。", "An organization that is “\(status.words.en)” has no credit code.")
        case .foundedInFuture(let day): text("成立日期 \(day) 尚未到来。", "The founding day \(day) has not come yet.")
        case .statusOutOfOrder(let from, let to):
            text("法律状态不能由“\(from.words.zh)”变为“\(to.words.zh)”。", "The legal status cannot go from “\(from.words.en)” to “\(to.words.en)”.")
        }
    }
}

extension CaseFault {
    var words: RefusalWords {
        switch self {
        case .notAllowed(let from, let to, let allowed):
            RefusalWords(
                text("不能进入该阶段", "That stage does not come next"),
                text("案卷处于“\(from.words.zh)”，不能转为“\(to.words.zh)”。", "The case is “\(from.words.en)”; it cannot become “\(to.words.en)”."),
                next: allowed.isEmpty
                    ? text("该案卷已结束。", "The case has ended.")
                    : text(
                        "可转为：\(allowed.map(\.words.zh).joined(separator: "、"))。",
                        "It can become: \(allowed.map(\.words.en).joined(separator: ", "))."))
        case .beforeLastStep(let day, let last):
            RefusalWords(
                text("日期早于上一步", "Dated before the last step"),
                text("日期 \(day) 早于上一步的 \(last)。", "The day \(day) lies before the last step on \(last)."),
                next: text("请更正日期。", "Correct the day."))
        }
    }
}

extension CalendarFault {
    /// The fault as part of a sentence.
    var why: BilingualText {
        switch self {
        case .yearImpossible(let year): text("没有 \(year) 年", "there is no year \(year)")
        case .dayOfOtherYear(let day, let year):
            text("\(day) 不在 \(year) 年，应录入其所在年份的日历", "\(day) is not of \(year); enter it with the year that it is of")
        case .dayTwice(let day): text("\(day) 出现了两次", "\(day) stands there twice")
        case .dayOffAtWeekend(let day): text("\(day) 是周末，本来就不上班，不必列出", "\(day) is at a weekend, which nobody works anyhow")
        case .makeUpDayOnWeekday(let day): text("\(day) 不是周末，不能调休上班", "\(day) is not at a weekend, so that it makes up for nothing")
        }
    }
}
