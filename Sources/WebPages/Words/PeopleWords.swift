import Values

/// The people whom an organization's file names.
struct PeopleWords: Sendable {
    let title = both("人员", "People")
    let lead = both(
        "姓名和联系方式已遮盖；依法公开的姓名除外。查看全部内容须说明用途，并留下记录。",
        "Names and contacts are masked, but for names that are public by law. To see them whole, state what for; it is recorded.")
    let none = both("档案里没有人员", "The file names nobody")
    let noneNext = both("登记任职、导师或联系方式后，人员会列在这里。", "Whoever holds a post, mentors or is a contact will stand here.")
    let number = both("编号", "Number")
    let name = both("姓名", "Name")
    let contactOnly = both("（只有联系方式）", "(a contact only)")
    let posts = both("职务", "Posts")
    let contacts = both("联系方式", "Contacts")
    let state = both("状态", "State")
    let since = both("状态自", "In this state since")
    let basis = both("依据", "Basis")
    let until = both("保存至", "Kept until")
    let untilHint = both("法定保存期未满时必填", "Needed while a legal retention period runs")
    let corrections = both("更正", "Put right what is wrong")
    let correctContact = both("更正联系方式（修改组织资料）", "Correct a contact: edit the particulars")
    let correctPost = both("更正任职（登记任职）", "Correct a post: record it anew")

    let disclose = both("查看全部内容", "See it whole")
    let discloseLead = both(
        "请说明用途。每次查看都会留下审计记录，写明用途和人数。",
        "State what for. Each time leaves an event in the audit trail with the purpose and how many were shown.")
    let purpose = both("用途", "Purpose")
    let purposeHint = both("只在履行职责需要时查看", "Only what your duty needs")
    let note = both("补充说明", "More on the purpose")
    let noteHint = both("不要写姓名和证件号码", "No names and no identity numbers")
    let show = both("查看", "Show")
    let disclosed = both("人员（未遮盖）", "People, unmasked")

    let restrict = both("限制使用", "Restrict to storage")
    let restrictLead = both(
        "信息继续保存，但不再向任何人显示。法律规定的保存期未满，或者暂时无法删除、准确性有争议时使用。",
        "It stays stored and is shown to nobody: where a law keeps it, where it cannot be erased, or while its accuracy is disputed.")
    let release = both("解除限制", "End the restriction")
    let releaseLead = both("解除后，信息恢复正常使用。", "What is kept of the person is used again as before.")
    let erase = both("删除", "Erase")
    let eraseLead = both(
        "姓名、联系方式将永久销毁，无法恢复；职务和导师记录保留，但不再有姓名。",
        "The name and the contacts are destroyed for good. Posts and mentorships stay, without the name.")

    func recorded(_ purpose: BilingualText) -> BilingualText {
        both("用途“\(purpose.zh)”已记入审计。请勿留存或转发。", "The purpose, “\(purpose.en)”, is recorded. Keep no copy and pass nothing on.")
    }

    func mentions(_ count: Int32) -> BilingualText {
        both(
            "另有 \(count) 处文字仍提到此人，请人工查看并修改。",
            count == 1
                ? "One text still names the person; look at it by hand." : "\(count) texts still name the person; look at them by hand.")
    }
}
