import Values

/// Words of refusals about imports and the service.
extension RefusalWords {
    static func rubricInvalid(_ place: String, _ problem: BilingualText) -> RefusalWords {
        RefusalWords(
            text("评分规则有误", "The rubric is not sound"),
            text("\(Refusal.shortened(place))：\(problem.zh)。", "\(Refusal.shortened(place)): \(problem.en)."),
            next: text("请更正该处。", "Correct that place."))
    }

    static func rubricUnknown(_ name: String) -> RefusalWords {
        RefusalWords(
            text("没有这套评分规则", "Unknown rubric"),
            text(
                "没有名为“\(Refusal.shortened(name))”的评分规则。", "There is no rubric “\(Refusal.shortened(name))”."),
            next: text("请核对名称或文件路径。", "Check the name or the path of the file."))
    }

    static func importRefused(_ errors: Int) -> RefusalWords {
        RefusalWords(
            text("导入未进行", "Nothing was imported"),
            text("文件中有 \(errors) 处错误，没有写入任何数据。", "The file has \(errors) errors; nothing was written."),
            next: text("请按报告更正后重新导入，或选择跳过错误行。", "Correct the rows in the report and import again, or choose to skip bad rows."))
    }

    static var databaseUnavailable: RefusalWords {
        RefusalWords(
            text("暂时无法使用", "Temporarily unavailable"), text("连接不上数据库。", "The database cannot be reached."),
            next: text("没有写入任何数据；请稍后再试。", "Nothing was written; try again later."))
    }

    static var deadlineExceeded: RefusalWords {
        RefusalWords(
            text("处理超时", "It took too long"), text("未能在规定时间内完成，已撤销。", "It did not finish in time and was undone."),
            next: text("请稍后再试，或缩小范围。", "Try again later, or ask for less."))
    }

    static var outcomeUnknown: RefusalWords {
        RefusalWords(
            text("不清楚是否已写入", "It is not known whether it was written"),
            text("提交时与数据库的连接中断。", "The connection to the database ended while the work was being committed."),
            next: text(
                "请查看记录后再决定是否重做；带 Idempotency-Key 的请求和导入可照原样再做一次，不会重复写入。",
                "Look at the record before doing it again. A request with an Idempotency-Key, and an import, can be sent again as they are: "
                    + "they write nothing twice."))
    }

    static var migrationsPending: RefusalWords {
        RefusalWords(
            text("数据库需要升级", "The database must be migrated"),
            text("数据库结构与本程序版本不一致。", "The database does not have the structure that this version needs."),
            next: text("请运行 incubator database migrate。", "Run incubator database migrate."))
    }

    static var requestRunning: RefusalWords {
        RefusalWords(
            text("同一请求正在处理", "The same request is being worked on"),
            text("带有同一 Idempotency-Key 的请求尚未处理完。", "A request with the same Idempotency-Key has not been answered yet."),
            next: text("请稍后用同一个键重发，将得到同一答复。", "Send it again later with the same key; it gets the same answer."))
    }

    static var idempotencyKeyReused: RefusalWords {
        RefusalWords(
            text("Idempotency-Key 已用于另一请求", "The Idempotency-Key belongs to another request"),
            text("这个键已用于内容不同的请求。", "The key was used for a request that asked for something else."),
            next: text("新的请求请用新的键；重发请保持内容不变。", "Use a new key for a new request, and send a repeated one unchanged."))
    }

    static var importRunning: RefusalWords {
        RefusalWords(
            text("同一文件正在导入", "The same file is being imported"),
            text("另一个导入正在处理这个文件。", "Another import is working on this file."),
            next: text("请等它结束；如需确认，再导入一次即可。", "Wait until it is done; importing once more afterwards changes nothing."))
    }

    static var importsFull: RefusalWords {
        RefusalWords(
            text("正在导入的表格太多", "Too many tables are being imported"),
            text("排队等候的导入已满。", "As many imports are waiting as may wait."),
            next: text("没有写入任何数据；请过几分钟再试。", "Nothing was written; try again in a few minutes."))
    }

    static func importFile(_ what: BilingualText, _ remedy: BilingualText) -> RefusalWords {
        RefusalWords(text("文件不能导入", "The file cannot be imported"), what, next: remedy)
    }
}
