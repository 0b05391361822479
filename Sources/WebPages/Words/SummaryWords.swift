import Values

/// The summary of a file for paper, and the confirmation of its number.
struct SummaryWords: Sendable {
    let title = both("组织档案摘要", "Summary of the file")
    let printed = both("生成日期", "Made on")
    let mark = both("核验编号", "Verification number")
    let markHint = both(
        "在 /verify 输入核验编号，可确认本页所载的公开内容与登记是否一致。", "Enter it at /verify to confirm that the public facts of this page are those on record.")
    let printHint = both("请用浏览器的“打印”保存为 PDF 或打印。", "Use your browser's print function.")
    let verifyTitle = both("核验文件", "Verify a document")
    let verifyLead = both("输入文件上的核验编号，例如 320613-42-1A2B3C4D。", "Enter the number on the document, such as 320613-42-1A2B3C4D.")
    let check = both("核验", "Verify")
    let matches = both("一致：文件所载的公开内容与现在的登记相同。", "It matches: the public facts are those on record now.")
    let differs = both(
        "不一致：登记内容在文件生成之后有过变动，或者文件不是本系统生成的。", "It does not match: the record has changed since, or the document was not made here.")
    let unknown = both("没有这个编号。请核对后再输入。", "There is no such number. Check it and enter it again.")
    let nowOnRecord = both("现在的登记", "On record now")
    let flags = both("预警与怎样解除", "Flags and what clears them")
}
