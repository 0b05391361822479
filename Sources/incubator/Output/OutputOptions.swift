import ArgumentParser

/// How a table is printed.
struct TableOptions: ParsableArguments {
    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print CSV.")
    var csv = false

    mutating func validate() throws {
        if json && csv { throw ValidationError(zh: "--json 和 --csv 请写其中一个。", en: "Choose one of --json and --csv.") }
    }
}

/// How a record is printed.
struct RecordOptions: ParsableArguments {
    @Flag(help: "Print JSON.")
    var json = false
}

/// Which part of a list is printed.
struct PageOptions: ParsableArguments {
    @Option(help: "Print so many at most (default: all).")
    var limit: Int?

    @Option(help: "Go on behind this mark, which a shorter list ended with.")
    var after: String?

    mutating func validate() throws {
        if let limit, limit < 1 { throw ValidationError(zh: "--limit 至少为 1。", en: "--limit must be at least 1.") }
    }
}
