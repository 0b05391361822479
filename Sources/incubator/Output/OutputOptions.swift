import ArgumentParser

/// How a table is printed.
struct TableOptions: ParsableArguments {
    @Flag(help: .words(zh: "输出 JSON。", en: "Print JSON."))
    var json = false

    @Flag(help: .words(zh: "输出 CSV。", en: "Print CSV."))
    var csv = false

    mutating func validate() throws {
        if json && csv { throw ValidationError(zh: "--json 和 --csv 请写其中一个。", en: "Choose one of --json and --csv.") }
    }
}

/// How a record is printed.
struct RecordOptions: ParsableArguments {
    @Flag(help: .words(zh: "输出 JSON。", en: "Print JSON."))
    var json = false
}

/// Which part of a list is printed.
struct PageOptions: ParsableArguments {
    @Option(help: .words(zh: "最多显示的条数（默认：全部）。", en: "Print so many at most (default: all)."))
    var limit: Int?

    @Option(
        help: .words(
            zh: "从此标记之后继续；上一次未列完时会显示该标记。",
            en: "Go on behind this mark, which a shorter list ended with."))
    var after: String?

    mutating func validate() throws {
        if let limit, limit < 1 { throw ValidationError(zh: "--limit 至少为 1。", en: "--limit must be at least 1.") }
    }
}
