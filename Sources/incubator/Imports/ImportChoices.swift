import ArgumentParser

/// What every import lets people choose.
struct ImportChoices: ParsableArguments {
    @Option(
        help: .words(zh: "映射文件，用于其他来源的列名和取值。", en: "The mapping file, for foreign column names and values."),
        completion: .file(extensions: ["json"]))
    var mapping: String?

    @Flag(help: .words(zh: "检查全部内容，不写入任何数据。", en: "Check everything and take nothing over."))
    var dryRun = false

    @Flag(help: .words(zh: "其他行有误时，仍导入无误的行。", en: "Take over the sound rows although others are wrong."))
    var skipBadRows = false

    @Option(
        help: .words(zh: "将各行的问题写入此 CSV 文件。", en: "Write what is wrong, row by row, to this CSV file."),
        completion: .file(extensions: ["csv"]))
    var report: String?

    /// - Throws: `ValidationError` for what makes sense with one table only.
    func refuseForSeveralTables(instead what: String) throws {
        if mapping != nil {
            throw ValidationError(zh: "--mapping 只用于单个文件 FILE，不能与 \(what) 同用。", en: "--mapping goes with one FILE, not with \(what).")
        }
        if report != nil {
            throw ValidationError(zh: "--report 只用于单个文件 FILE，不能与 \(what) 同用。", en: "--report goes with one FILE, not with \(what).")
        }
    }
}
