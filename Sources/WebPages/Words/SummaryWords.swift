import Values

/// The summary of a file for paper.
struct SummaryWords: Sendable {
    let title = both("组织档案摘要", "Summary of the file")
    let printed = both("生成日期", "Made on")
    let printHint = both("请用浏览器的“打印”保存为 PDF 或打印。", "Use your browser's print function.")
    let issue = both("出具带核验编号的摘要", "Issue one with a verification number")
    let flags = both("预警与怎样解除", "Flags and what clears them")
}
