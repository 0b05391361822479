package import Values

extension StructureProblem {
    /// What is wrong, in words.
    package var message: BilingualText {
        switch self {
        case .emptyFile:
            BilingualText(zh: "文件是空的。", en: "The file is empty.")
        case .headerOnly:
            BilingualText(zh: "文件只有表头,没有数据行。", en: "The file has a header and no rows.")
        case .headerWithoutNames:
            BilingualText(zh: "第一行没有任何列名。", en: "The first row holds no column name.")
        case .duplicateHeader(let name, let first, let second):
            BilingualText(
                zh: "列名“\(name)”出现了两次:第 \(first) 列和第 \(second) 列。",
                en: "The column name “\(name)” stands twice: in columns \(first) and \(second).")
        case .utf16:
            BilingualText(zh: "文件是 UTF-16 编码。", en: "The file is encoded as UTF-16.")
        case .spreadsheetFile:
            BilingualText(zh: "这是电子表格文件,不是 CSV。", en: "This is a spreadsheet file, not CSV.")
        case .conversionUnavailable:
            BilingualText(zh: "本机不能转换 GB18030 编码。", en: "This machine cannot convert GB18030.")
        case .unknownDelimiter:
            BilingualText(zh: "不支持这种分隔符。", en: "That delimiter is not supported.")
        case .cellTooLarge(let limit):
            BilingualText(zh: "单元格超过 \(limit) 字节。", en: "The cell is larger than \(limit) bytes.")
        case .recordTooLarge(let limit):
            BilingualText(zh: "该行超过 \(limit) 字节。", en: "The row is larger than \(limit) bytes.")
        case .tooManyColumns(let limit):
            BilingualText(zh: "该行超过 \(limit) 列。", en: "The row has more than \(limit) columns.")
        case .tooNarrow(let found, let expected), .tooWide(let found, let expected):
            BilingualText(zh: "该行有 \(found) 列,表头有 \(expected) 列。", en: "The row has \(found) cells, the header has \(expected).")
        case .nulByte(let offset):
            BilingualText(zh: "文件第 \(offset) 字节是 NUL 字节。", en: "There is a NUL byte at byte offset \(offset).")
        case .invalidBytes(let encoding, let offset):
            BilingualText(
                zh: "文件第 \(offset) 字节起不是有效的 \(encoding.name) 文字。",
                en: "The bytes from offset \(offset) are not valid \(encoding.name).")
        case .quoteLeftOpen(let line):
            BilingualText(zh: "第 \(line) 行打开的引号到文件末尾都没有关闭。", en: "The quote opened on line \(line) is never closed.")
        case .textAfterQuote(let opened, let closed):
            BilingualText(
                zh: "第 \(opened) 行打开的引号在第 \(closed) 行关闭,其后不是分隔符。",
                en: "The quote opened on line \(opened) closes on line \(closed) and text follows it.")
        }
    }
}
