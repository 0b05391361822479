import Values

/// Words of refusals about the request itself.
extension RefusalWords {
    static func notFound(_ subject: Refusal.Subject, _ key: String) -> RefusalWords {
        RefusalWords(
            text("没有找到", "Not found"),
            text(
                "没有找到\(subject.words.zh)“\(Refusal.shortened(key))”。", "There is no \(subject.words.en) “\(Refusal.shortened(key))”."),
            next: text("请核对编号，或用名称查找。", "Check the number, or search by name."))
    }

    static func malformed(_ field: String, _ value: String, _ expected: BilingualText) -> RefusalWords {
        RefusalWords(
            text("填写有误", "A value cannot be read"),
            text("“\(field)”的值“\(Refusal.shortened(value))”不能识别。", "The value “\(Refusal.shortened(value))” of “\(field)” cannot be read."),
            next: text("应为：\(expected.zh)。", "Expected: \(expected.en)."))
    }

    static func missing(_ field: String) -> RefusalWords {
        RefusalWords(
            text("缺少必填项", "A value is missing"), text("没有填写“\(field)”。", "“\(field)” is not given."),
            next: text("请补上后再提交。", "Add it and send again."))
    }

    static func unknownField(_ field: String, _ nearest: String?) -> RefusalWords {
        RefusalWords(
            text("不认识的字段", "Unknown field"),
            text(
                "没有名为“\(Refusal.shortened(field))”的字段。", "There is no field “\(Refusal.shortened(field))”."),
            next: nearest.map { text("是不是“\($0)”？", "Did you mean “\($0)”?") } ?? text("请删去它。", "Leave it out."))
    }

    static func notPossible(_ field: String, _ why: BilingualText) -> RefusalWords {
        RefusalWords(
            text("填写有误", "A value is not possible"), text("“\(field)”不成立：\(why.zh)。", "“\(field)” cannot be: \(why.en)."),
            next: text("请更正后再提交。", "Correct it and send again."))
    }

    static var versionMissing: RefusalWords {
        RefusalWords(
            text("缺少版本号", "The version is missing"), text("修改时须注明所依据的版本。", "An edit must name the version that it read."),
            next: text("请先读取记录，再带上版本号提交。", "Read the record first, then send its version along."))
    }

    static func versionStale(_ current: Int64) -> RefusalWords {
        RefusalWords(
            text("记录已被他人修改", "The record has changed"),
            text("您修改的不是最新版本，最新版本为 \(current)。", "You edited an older version; the newest is \(current)."),
            next: text("请重新读取，核对后再修改。", "Read it again, compare, and edit again."))
    }

    static var cursorInvalid: RefusalWords {
        RefusalWords(
            text("翻页标记无效", "The page mark is invalid"), text("翻页标记不能识别。", "The page mark cannot be read."),
            next: text("请从第一页重新开始。", "Start again from the first page."))
    }

    static func pageSizeOutOfRange(_ size: Int) -> RefusalWords {
        RefusalWords(
            text("每页条数超出范围", "The page size is out of range"), text("每页不能为 \(size) 条。", "A page cannot hold \(size) rows."),
            next: text("请取 1 至 500。", "Choose 1 to 500."))
    }
}
