import Store
import Tabular
import Values
import Workflow

/// Imports tables one after the other and says how each went.
struct ImportRun {
    let registry: Registry
    let caller: Caller
    let choices: ImportChoices
    let json: Bool
    private let report: ReportFile?

    /// How many findings are shown; all of them are in the report.
    private static let shownFindings = 20

    /// - Throws: ``OutputFault`` when the report cannot be written where it was asked for.
    init(registry: Registry, caller: Caller, choices: ImportChoices, json: Bool) throws(OutputFault) {
        self.registry = registry
        self.caller = caller
        self.choices = choices
        self.json = json
        if let path = choices.report { report = try ReportFile(path: path) } else { report = nil }
    }

    /// Imports one table.
    func one(_ task: ImportTask) async throws {
        let result = try await run(task)
        if json { try Terminal.show(Record(result), asJSON: true) }
        try finish([result])
    }

    /// Imports tables in their order, up to the first that is refused.
    ///
    /// - Parameter skippingEarlier: passes over what was imported before.
    func all(_ tasks: [ImportTask], skippingEarlier: Bool) async throws {
        var results: [ImportResult] = []
        for task in tasks {
            let earlier = skippingEarlier ? try await wasImported(task) : false
            let result = earlier ? ImportResult(name: task.name, kind: task.kind, report: nil) : try await run(task)
            if earlier { Terminal.complain(result.sentence) }
            results.append(result)
            if result.isRefused { break }
        }
        if json { try Terminal.show(Record([Record.Field("items", "导入", "imports", .records(results.map { Record($0) }))]), asJSON: true) }
        try finish(results)
    }

    private func wasImported(_ task: ImportTask) async throws -> Bool {
        if choices.dryRun { return false }
        return try await FindEarlierImport(registry: registry)(task.request(choices), as: caller) != nil
    }

    private func run(_ task: ImportTask) async throws -> ImportResult {
        let line = ImportProgressLine(name: task.name, size: task.size)
        let table = WatchedImport(registry: registry)
        let size = ImportSize(bytes: Int64(task.size))
        let request = task.request(choices)
        let report: ImportReport
        do {
            defer { line.end() }
            report =
                switch task.source {
                case .file(let file): try await table(request, from: file, size: size, as: caller, progress: line.show)
                case .embedded(let embedded): try await table(request, from: embedded, size: size, as: caller, progress: line.show)
                }
        }
        let result = ImportResult(name: task.name, kind: task.kind, report: report)
        Terminal.complain(result.sentence)
        try await showFindings(of: report)
        return result
    }

    private func findings(of job: Int64, from start: Int, count: Int) async throws -> [Finding] {
        try await ListImportFindings(registry: registry)(job: job, skipping: start, count: count, as: caller)
    }

    private func showFindings(of report: ImportReport) async throws {
        let all = report.errors + report.warnings
        if all > 0 {
            for finding in try await findings(of: report.job, from: 0, count: Self.shownFindings) { Terminal.complain(finding.line) }
            let rest = all - Int64(Self.shownFindings)
            if rest > 0 {
                Terminal.complain(
                    choices.report == nil
                        ? BilingualText(zh: "  另有 \(rest) 条；用 --report 文件 保存全部。", en: "  … and \(rest) more; --report FILE keeps them all.")
                        : BilingualText(zh: "  另有 \(rest) 条，见报告。", en: "  … and \(rest) more in the report."))
            }
        }
        try await writeReport(of: report)
    }

    private func writeReport(of imported: ImportReport) async throws {
        guard let report else { return }
        try report.begin()
        var table = FindingsReport(language: Terminal.language)
        var written = 0
        while true {
            let page = try await findings(of: imported.job, from: written, count: 10_000)
            page.forEach { table.write($0) }
            written += page.count
            try report.write(table.takeBytes())
            if page.count < 10_000 { return }
        }
    }

    private func finish(_ results: [ImportResult]) throws {
        try report?.close()
        guard let refused = results.last, refused.isRefused, let errors = refused.report?.errors else { return }
        throw Refusal.importRefused(errors: Int(errors))
    }
}

extension Finding {
    /// The finding in one line.
    var line: String {
        let language = Terminal.language
        let place =
            language == .english
            ? [row > 0 ? "row \(row)" : nil, column.map { "column \($0)" }].compactMap { $0 }.joined(separator: ", ")
            : [row > 0 ? "第 \(row) 行" : nil, column.map { "列 \($0)" }].compactMap { $0 }.joined(separator: "，")
        let mark = severity == .warning ? BilingualText(zh: "提醒", en: "warning")[language] + " " : ""
        let words = language == .english ? "\(message.en) — \(remedy.en)" : "\(message.zh) —— \(remedy.zh)"
        return DisplayWidth.harmless("  \(mark)\(place)\(place.isEmpty ? "" : ": ")\(words)")
    }
}
