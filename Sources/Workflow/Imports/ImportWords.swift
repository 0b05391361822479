import Store
package import Values

/// What is said of rows that a check over all staged rows finds. `{value}` and `{other}` are filled in by the store.

extension CheckWords {
    fileprivate init(
        _ column: String, _ message: (zh: String, en: String), remedy: (zh: String, en: String), isError: Bool = true
    ) {
        self.init(
            column: column, isError: isError, messageChinese: message.zh, messageEnglish: message.en, remedyChinese: remedy.zh,
            remedyEnglish: remedy.en)
    }
}

extension OrganizationCheck {
    var words: CheckWords {
        switch self {
        case .areaUnknown:
            CheckWords(
                "area", ("区域“{value}”不在区划表中", "the area “{value}” is not in the list of areas"),
                remedy: ("核对代码，或先导入该区域", "check the code, or import the area first"))
        case .areaRetired:
            CheckWords(
                "area", ("区划代码“{value}”已停用", "the area code “{value}” is retired"),
                remedy: ("现行代码：{other}", "the code in force: {other}"), isError: false)
        case .creditCodeTwice:
            CheckWords(
                "creditCode", ("与第 {other} 行的信用代码相同", "the same credit code as in row {other}"),
                remedy: ("一个代码只属于一个组织，保留正确的一行", "one code is one organization: keep the row that is right"))
        case .creditCodeTaken:
            CheckWords(
                "creditCode", ("信用代码“{value}”已登记在组织 {other} 名下", "the credit code “{value}” is recorded for organization {other}"),
                remedy: ("打开该组织核对是否同一组织", "open that organization and see whether it is the same"))
        case .sourceKeyTwice:
            CheckWords(
                "sourceKey", ("与第 {other} 行的来源编号相同", "the same key as in row {other}"), remedy: ("保留正确的一行", "keep the row that is right"))
        case .sourceKeyElsewhere:
            CheckWords(
                "sourceKey", ("来源编号“{value}”在其他区县已有组织 {other}", "the key “{value}” is that of organization {other} in another district"),
                remedy: ("跨区县须办理移交，不能重新导入", "moving to another district is a transfer, not an import"))
        case .possibleDuplicate:
            CheckWords(
                "name", ("与组织 {other} 同名同区域，可能是同一组织", "organization {other} has the same name in the same area and may be the same"),
                remedy: ("是同一组织则填写其编号或代码，不是则补充可区分的编号", "if it is, give its key or code; if not, give a key that tells them apart"))
        case .sameNameTwice:
            CheckWords(
                "name", ("与第 {other} 行同名同区域", "the same name in the same area as row {other}"),
                remedy: ("删去重复行，或填写可区分的编号", "remove the repetition, or give keys that tell them apart"))
        case .nearDuplicate:
            CheckWords(
                "name", ("与组织 {other} 同名同区域", "organization {other} has the same name in the same area"),
                remedy: ("请核对是否同一组织", "see whether they are the same"), isError: false)
        case .serviceAreaUnknown:
            CheckWords(
                "serviceAreas", ("服务区域“{value}”不在区划表中", "the service area “{value}” is not in the list of areas"),
                remedy: ("核对代码，或先导入该区域", "check the code, or import the area first"))
        case .classificationUnknown:
            CheckWords(
                "classifications", ("没有分类“{value}”", "there is no classification “{value}”"),
                remedy: ("写作“体系:代码”，如 6631:environment", "write scheme:code, such as 6631:environment"))
        }
    }
}

extension RecordCheck {
    var words: CheckWords {
        switch self {
        case .organizationUnknown:
            CheckWords(
                "organization", ("没有组织“{value}”", "there is no organization “{value}”"),
                remedy: ("核对编号，或先导入该组织", "check the key, or import the organization first"))
        case .organizationAmbiguous:
            CheckWords(
                "organization", ("“{value}”对应多个组织：{other}", "“{value}” is the key of several organizations: {other}"),
                remedy: ("改用组织编号", "use the organization number"))
        case .recordTwice:
            CheckWords(
                "organization", ("与第 {other} 行是同一条记录：{value}", "the same record as in row {other}: {value}"),
                remedy: ("保留正确的一行", "keep the row that is right"))
        }
    }
}

extension OutsideCheck {
    /// - Parameter area: where the sender may record something.
    func words(_ area: AreaCode) -> CheckWords {
        switch self {
        case .areaOutside:
            CheckWords(
                "area", ("区域“{value}”不在您负责的 \(area.text) 之内", "the area “{value}” lies outside yours, \(area.text)"),
                remedy: ("只导入本辖区的组织；其余由所在地办理", "import groups of your own area; others are recorded where they are"))
        case .organizationMovedIn:
            CheckWords(
                "area", ("组织 {other} 现属您辖区 \(area.text) 之外", "organization {other} is at home outside your area, \(area.text)"),
                remedy: ("迁入须办理移交，不能重新导入", "moving in is a transfer, not an import"))
        case .organizationOutside:
            CheckWords(
                "organization",
                ("组织“{value}”不在您负责的 \(area.text) 之内", "the organization “{value}” is at home outside your area, \(area.text)"),
                remedy: ("删去该行，由所在地办理", "remove the row; it is recorded where the organization is"))
        }
    }
}

extension AreaCheck {
    var words: CheckWords {
        switch self {
        case .parentUnknown:
            CheckWords(
                "parent", ("上级“{value}”不存在", "there is no area “{value}” to lie in"),
                remedy: ("先导入上级，或更正代码", "import the area above first, or correct the code"))
        case .successorUnknown:
            CheckWords(
                "successor", ("后继“{value}”不存在", "there is no area “{value}” to succeed"),
                remedy: ("先导入后继，或更正代码", "import the successor first, or correct the code"))
        case .areaTwice:
            CheckWords("code", ("与第 {other} 行代码相同", "the same code as in row {other}"), remedy: ("保留正确的一行", "keep the row that is right"))
        case .levelChanged:
            CheckWords(
                "level", ("该代码已登记为“{other}”级", "the code is recorded with the level “{other}”"),
                remedy: ("级别不能更改；核对代码", "a level never changes; check the code"))
        case .parentNotAbove:
            CheckWords(
                "parent", ("上级“{value}”是“{other}”级，不高于本行", "the area “{value}” is of the level “{other}”, which is not above this one"),
                remedy: ("填写更高一级的区域", "give an area of a higher level"))
        case .neededRowRefused:
            CheckWords(
                "parent", ("所依据的区域“{value}”在本表中有误", "the area “{value}”, which this one needs, is refused in this table"),
                remedy: ("先更正“{value}”一行", "correct the row of “{value}” first"))
        }
    }
}

extension StepCheck {
    /// - Parameter column: what a step says, as the kind's column is called.
    func words(column: String) -> CheckWords {
        switch self {
        case .noBeginning:
            CheckWords(
                column, ("不能以“{value}”开始", "no history begins with “{value}”"), remedy: ("补上之前的步骤", "give the steps before it"))
        case .outOfOrder:
            CheckWords(
                column, ("“{value}”不能接在“{other}”之后", "“{value}” cannot follow “{other}”"),
                remedy: ("核对顺序和日期", "check the order and the days"))
        case .beforeRecorded:
            CheckWords(
                column, ("“{value}”早于已登记的 {other} 的步骤", "“{value}” lies before the step of {other} that is recorded"),
                remedy: ("历史只能向后续写；核对日期", "a history grows at its end alone; check the day"))
        case .behindRefused:
            CheckWords(
                column,
                ("第 {other} 行的前一步有误，“{value}”不能单独导入", "the step in row {other} before it is refused, so “{value}” cannot be taken over"),
                remedy: ("先更正第 {other} 行", "correct row {other} first"))
        }
    }
}

extension ImportStatus.Standing {
    package var words: BilingualText {
        switch self {
        case .waiting: text("等候", "waiting")
        case .reading: text("正在读取", "reading")
        case .checking: text("正在核对", "checking")
        case .applying: text("正在写入", "taking over")
        case .interrupted: text("已中断", "cut short")
        case .applied: text("已导入", "imported")
        case .refused: text("有错误，未导入", "refused")
        case .rehearsed: text("试运行通过", "tried, no errors")
        }
    }
}
