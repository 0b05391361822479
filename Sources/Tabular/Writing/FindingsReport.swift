package import Values

/// The report of what is wrong with a table, row by row, as a table that a spreadsheet can open.
package struct FindingsReport {
    private var writer: CSVWriter
    private let language: Language

    /// Begins with a byte order mark, so that spreadsheet programs show Chinese text.
    package init(language: Language) {
        self.language = language
        var options = CSVWriter.Options()
        options.byteOrderMark = true
        writer = CSVWriter(options: options)
        writer.write(
            language == .english
                ? ["row", "line", "column", "value", "severity", "code", "what is wrong", "what would be right"]
                : ["行", "文件行号", "列", "值", "程度", "代码", "问题", "应当如何"])
    }

    package mutating func write(_ finding: Finding) {
        let severity =
            switch finding.severity {
            case .error: BilingualText(zh: "错误", en: "error")
            case .warning: BilingualText(zh: "提醒", en: "warning")
            }
        writer.write([
            finding.row > 0 ? String(finding.row) : "", finding.line > 0 ? String(finding.line) : "", finding.column ?? "", finding.value,
            severity[language], finding.code, finding.message[language], finding.remedy[language],
        ])
    }

    /// Hands over what has been written since the last call.
    package mutating func takeBytes() -> [UInt8] {
        writer.takeBytes()
    }
}
