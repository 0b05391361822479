import Values

/// Other people's accounts, as security administrators see them.
struct AccountWords: Sendable {
    let title = both("账号", "Accounts")
    let lead = both(
        "账号由安全管理员邀请开通、授予角色；审计管理员可查看。", "Security administrators invite people and grant roles; audit administrators may look.")
    let loginPart = both("账号包含", "Login contains")
    let state = both("状态", "State")
    let duty = both("职责", "Duty")
    let empty = both("没有这样的账号", "No such account")
    let emptyNext = both("请换一个条件，或邀请新的人员。", "Try other words, or invite somebody.")
    let list = both("账号列表", "The accounts")
    let none = both("尚无", "none yet")
    let createdAt = both("建立时间", "Made")
    let recoveryLeft = both("剩余恢复码", "Recovery codes left")
    let back = both("返回账号列表", "All accounts")
    let own = both("这是您自己的账号，只能由其他安全管理员变更。", "This is your own account; only another security administrator changes it.")
    let disable = both("停用", "Disable")
    let enable = both("恢复使用", "Let in again")
    let inviteAgain = both("重新邀请（忘记密码）", "Invite once more: password forgotten")
    let inviteAgainWithoutFactor = both("重新邀请（动态口令也已丢失）", "Invite once more: second factor lost too")
    let inviteAgainHint = both(
        "前者保留第二要素，登录时仍须输入动态口令；后者连同第二要素一并重设，请先当面核实身份。",
        "The first leaves the second factor, whose code is asked for as before; the second removes it, so make sure in person of who asks.")
    let grant = both("授予角色", "Grant a role")
    let endSessions = both("结束全部登录", "End all sessions")
    let sessionsEmpty = both("没有登录。", "Nobody is signed in by this account.")
    let invite = both("邀请人员", "Invite somebody")
    let inviteLead = both("建立账号并生成邀请码，由您交给本人。", "Makes an account and an invitation, which you hand to the person.")
    let loginHint = both("2 至 64 个字母、数字、汉字或 . - _ @，不能全为数字。", "2 to 64 letters, digits, or . - _ @, not digits only.")
    let invitationTitle = both("邀请码", "Invitation")
    let invitationLead = both(
        "邀请码只在此显示一次。请当面或以可靠方式交给本人，本人在七天内打开“激活账号”页面使用。",
        "It is shown here once. Hand it to the person, who takes it up within seven days on the page that is named below.")
    let activationPage = both("激活账号的页面", "Where it is taken up")
    let toAccount = both("查看账号", "See the account")
    let grantLead = both(
        "区域、组织和全国只能选一个；三类管理员的角色总是全国的。",
        "Held in an area, for an organization or in the nation, one of them; administrators' roles are always the nation's.")
    let area = both("区域", "Area")
    let organization = both("组织编号", "Number of the organization")
    let organizationHint = both("成员角色填写，如 320613-42。", "For members, such as 320613-42.")
    let nation = both("全国", "In the nation")
    let from = both("开始日期", "First day")
    let fromHint = both("留空为今天。", "Today when left empty.")
    let until = both("最后一日", "Last day")
    let untilHint = both("留空为不设期限。", "No end when left empty.")
    let onePlace = both("区域、组织和全国只能选一个。", "Choose an area, an organization or the nation, one of them.")
}
