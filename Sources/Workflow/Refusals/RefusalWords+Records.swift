import Incubation
import Values

/// Words of refusals about records: codes, areas, cases.
extension RefusalWords {
    static func creditCodeTaken(_ code: UnifiedSocialCreditCode, _ holder: OrganizationNumber) -> RefusalWords {
        RefusalWords(
            text("代码已属于另一组织", "The code belongs to another organization"),
            text("统一社会信用代码 \(code) 已登记在组织 \(holder) 名下。", "The credit code \(code) is recorded for organization \(holder)."),
            next: text(
                "一个代码终身只属于一个组织：请打开该组织核对，或更正代码。", "One code is one organization for ever: open that organization, or correct the code."))
    }

    static var overrideNeedsReason: RefusalWords {
        RefusalWords(
            text("须说明理由", "A reason is needed"),
            text("代码校验不符而仍要采用，须写明理由。", "A code whose check fails is kept only with a reason."),
            next: text("请写明核对过的证书和理由。", "Write down which certificate was seen, and why."))
    }

    static func areaUnknown(_ code: String) -> RefusalWords {
        RefusalWords(
            text("没有这个区域", "Unknown area"),
            text("区域“\(Refusal.shortened(code))”不在区划表中。", "The area “\(Refusal.shortened(code))” is not in the list of areas."),
            next: text("请核对代码；社区及以下须先添加。", "Check the code; communities and smaller units must be added first."))
    }

    static func areaRetired(_ code: AreaCode, _ successor: AreaCode?) -> RefusalWords {
        RefusalWords(
            text("区划代码已停用", "The area code is retired"), text("代码 \(code) 已停用。", "The code \(code) is retired."),
            next: successor.map { text("请改用 \($0)。", "Use \($0).") }
                ?? text("请查找现行代码。", "Look up the code in force."))
    }

    static func areaCodeTaken(_ code: AreaCode) -> RefusalWords {
        RefusalWords(
            text("区域代码已存在", "The area code exists"), text("代码 \(code) 已在区划表中。", "The code \(code) is in the list already."),
            next: text("请另取代码，或修改已有区域。", "Choose another code, or edit the area that has it."))
    }

    static func areaDoesNotFit(_ code: AreaCode, _ level: AreaLevel) -> RefusalWords {
        RefusalWords(
            text("代码与级别不符", "Code and level do not fit"),
            text("代码 \(code) 不能用于\(level.words.zh)级。", "The code \(code) cannot be that of a \(level.words.en)."),
            next: text(
                "该级代码应为 \(level.digitCount) 位\(level.isLocal ? "加连字符和本地编号" : "")。",
                "That level has \(level.digitCount) digits\(level.isLocal ? ", a hyphen and a local number" : "")."))
    }

    static func areaInOtherDistrict(_ code: AreaCode, _ district: District) -> RefusalWords {
        RefusalWords(
            text("区域不在本区县", "The area lies in another district"),
            text("区域 \(code) 不在区县 \(district) 内。", "The area \(code) does not lie in district \(district)."),
            next: text("组织迁往其他区县须办理移交，不能直接修改。", "Moving to another district is a transfer, not an edit."))
    }

    static func classificationUnknown(_ scheme: String, _ code: String) -> RefusalWords {
        RefusalWords(
            text("没有这个分类", "Unknown classification"),
            text(
                "分类体系“\(Refusal.shortened(scheme))”中没有“\(Refusal.shortened(code))”。",
                "The scheme “\(Refusal.shortened(scheme))” has no code “\(Refusal.shortened(code))”."),
            next: text("请选用体系中的代码。", "Choose a code of the scheme."))
    }

    static func caseAlreadyOpen(_ number: OrganizationNumber) -> RefusalWords {
        RefusalWords(
            text("已有孵化案卷", "A case is open already"), text("组织 \(number) 已有孵化案卷。", "Organization \(number) has an incubation case."),
            next: text("请在原案卷上继续。", "Continue with that case."))
    }

    static func caseNotOpen(_ number: OrganizationNumber) -> RefusalWords {
        RefusalWords(
            text("没有孵化案卷", "No case is open"), text("组织 \(number) 没有孵化案卷。", "Organization \(number) has no incubation case."),
            next: text("请先立案。", "Open a case first."))
    }

    static func alreadyRecorded(_ subject: Refusal.Subject) -> RefusalWords {
        RefusalWords(
            text("已有同样记录", "Recorded already"), text("这条\(subject.words.zh)已经登记过。", "This \(subject.words.en) is recorded already."),
            next: text("如需更正，请修改原记录。", "To correct it, edit the existing record."))
    }

    /// All faults of an organization in one refusal, so that a form is sent back once.
    static func organization(_ faults: [OrganizationFault]) -> RefusalWords {
        let sentences = faults.map(\.sentence)
        return RefusalWords(
            text("组织资料不能登记", "The particulars cannot be recorded"),
            text(sentences.map(\.zh).joined(), sentences.map(\.en).joined(separator: " ")),
            next: text("请更正后再提交。", "Correct them and send again."))
    }
}
