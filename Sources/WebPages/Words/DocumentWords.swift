import Values

/// Documents that carry a verification number, and its confirmation.
struct DocumentWords: Sendable {
    let title = both("文书", "Documents")
    let lead = both(
        "决定通知书和出壳证书随决定自动出具；摘要可随时出具。每份文书有自己的核验编号。",
        "Notices and certificates come with the decision; a summary can be issued at any time. Each document has a number of its own.")
    let none = both("还没有出具过文书", "No document has been issued")
    let noneNext = both("批准或退回之后，通知书会出现在这里。", "After an approval or a return, the notice will stand here.")
    let kind = both("文书", "Document")
    let issuedOn = both("出具日期", "Issued on")
    let standing = both("效力", "Standing")
    let mark = both("核验编号", "Verification number")
    let verifyAt = both("在此核验", "Verify at")
    let issueSummary = both("出具档案摘要", "Issue a summary")
    let issueLead = both(
        "摘要带有核验编号。组织的公开信息变动后，或者出具了新的摘要，原编号即显示为不再有效。",
        "The summary carries a verification number. It holds until what is public of the organization changes, or a newer summary is issued."
    )
    let withdraw = both("撤回文书", "Withdraw the document")
    let withdrawLead = both(
        "撤回后，核验页面会显示文书无效。所作的决定不因此改变。",
        "From then on the public page says that it is void. The decision itself stays as it is.")
    let withdrawnBecause = both("撤回理由：", "Why: ")

    let to = both("致：", "To: ")
    let matter = both("事项", "Matter")
    let decision = both("决定", "Decision")
    let reason = both("理由", "Reasons")
    let decidedOn = both("决定日期", "Decided on")
    let decidedBy = both("决定人", "Decided by")
    let basis = both("依据", "Basis")
    let area = both("所在辖区：", "Area: ")
    let admittedOn = both("入壳日期", "Admitted on")
    let graduatedOn = both("出壳日期", "Graduated on")
    let certifies = both("兹证明", "This certifies that")
    let graduated = both("完成孵化，经推荐、评审和批准，准予出壳。", "has been through incubation and graduated, after recommendation, review and approval.")
    let seal = both("（盖章）", "(seal)")

    let verifyTitle = both("核验文书", "Verify a document")
    let verifyLead = both(
        "输入文书上的核验编号，可以知道它是什么文书、出具给谁、现在是否有效。",
        "Enter the number on a document to learn what it is, to whom it was issued and whether it holds.")
    let verifyHint = both(
        "18 位，分三组，例如 000G40-R40M30-E209FA；大小写和短横不限", "18 characters in three groups, such as 000G40-R40M30-E209FA; small letters will do")
    let verify = both("核验", "Verify")
    let holds = both("有效：本系统出具了这份文书，所载事项现在仍然成立。", "It holds: the document was issued here, and what it says is so today.")
    let superseded = both(
        "不再有效：本系统出具过这份文书，但所载事项之后有了变动。",
        "No longer in force: the document was issued here, and something else holds now.")
    let withdrawn = both("无效：这份文书已经撤回。", "Void: the document was withdrawn.")
    let unknown = both(
        "没有可以确认的文书。请核对编号；仍然查不到的，请向出具单位询问。",
        "There is no document to confirm. Check the number; if it is right, ask whoever issued the document.")
    let mistyped = both("编号抄错了：它不可能是文书的编号。请逐位核对。", "The number is mistyped: no document can have it. Compare it character by character.")
    let issuedTo = both("出具给", "Issued to")
    let compare = both("请与手中文书的内容核对，两者应当一致。", "Compare this with the document in your hands: they must be the same.")

    func becomes(_ stage: BilingualText) -> BilingualText { both("转为“\(stage.zh)”", "to “\(stage.en)”") }
}
