import ArgumentParser

/// What every import lets people choose.
struct ImportChoices: ParsableArguments {
    @Option(help: "The mapping file, for foreign column names and values.", completion: .file(extensions: ["json"]))
    var mapping: String?

    @Flag(help: "Check everything and take nothing over.")
    var dryRun = false

    @Flag(help: "Take over the sound rows although others are wrong.")
    var skipBadRows = false

    @Option(help: "Write what is wrong, row by row, to this CSV file.", completion: .file(extensions: ["csv"]))
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
