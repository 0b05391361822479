package import Values

extension StructureProblem {
    /// What would be right, in words.
    package var remedy: BilingualText {
        switch self {
        case .emptyFile, .headerOnly:
            BilingualText(zh: "请选择含有表头和至少一行数据的文件。", en: "Choose a file with a header and at least one row.")
        case .headerWithoutNames:
            BilingualText(zh: "请把列名写在第一行。", en: "Put the column names into the first row.")
        case .duplicateHeader:
            BilingualText(zh: "请给每一列不同的列名。", en: "Give every column a name of its own.")
        case .utf16:
            BilingualText(zh: "请另存为“CSV UTF-8”后重试。", en: "Save it as “CSV UTF-8” and try again.")
        case .spreadsheetFile:
            BilingualText(zh: "请在电子表格软件中另存为“CSV UTF-8”。", en: "Open it in the spreadsheet program and save it as “CSV UTF-8”.")
        case .conversionUnavailable:
            BilingualText(
                zh: "请把文件另存为 UTF-8,或安装 glibc 的 gconv 模块。", en: "Save the file as UTF-8, or install the gconv modules of glibc.")
        case .unknownDelimiter:
            BilingualText(zh: "请使用逗号、制表符或分号。", en: "Use a comma, a tab or a semicolon.")
        case .cellTooLarge, .recordTooLarge:
            BilingualText(zh: "请检查是否漏了引号,或把长文字作为附件上传。", en: "Look for a missing quote, or upload long text as a document.")
        case .tooManyColumns:
            BilingualText(zh: "请只保留需要的列,并检查分隔符。", en: "Keep only the columns that are needed, and check the delimiter.")
        case .tooNarrow:
            BilingualText(zh: "请补上缺少的单元格;空值也要写分隔符。", en: "Add the missing cells; an empty cell needs its delimiter too.")
        case .tooWide:
            BilingualText(zh: "请删去多余的单元格;含分隔符的文字要加引号。", en: "Remove the extra cells; put text that holds the delimiter into quotes.")
        case .nulByte:
            BilingualText(zh: "请删去 NUL 字节,或另存为“CSV UTF-8”。", en: "Remove the NUL byte, or save the file as “CSV UTF-8”.")
        case .invalidBytes(let encoding, _):
            BilingualText(
                zh: "请改正该单元格,或说明文件的真实编码(\(encoding.other.name))。",
                en: "Correct the cell, or state the file's real encoding (\(encoding.other.name)?).")
        case .quoteLeftOpen, .textAfterQuote:
            BilingualText(zh: "请检查该单元格的引号;文字里的引号要写两次。", en: "Check the quotes of that cell; a quote inside text is written twice.")
        }
    }

    /// The finding for this problem at a place.
    package func finding(row: Int, line: Int, column: String? = nil, value: String = "") -> Finding {
        Finding(row: row, line: line, column: column, value: value, code: code, message: message, remedy: remedy)
    }
}
