import Values

/// Coming in, leaving, and one's own account.
struct SignInWords: Sendable {
    let title = both("登录", "Sign in")
    let lead = both("账号由安全管理员邀请开通。查询组织名录不需要登录。", "Accounts are by invitation. The directory is open to everybody.")
    let lostLead = both(
        "登录已经失效。请重新登录，刚才填写的内容会保留。", "Your session has ended. Sign in again; what you typed is kept.")
    let keptTitle = both("刚才填写的内容都在", "What you typed is still here")
    let keptLead = both("您已登录。表单还没有提交，请回到表单继续。", "You are signed in. The form has not been recorded yet: go back to it and go on.")
    let keptGoOn = both("回到表单", "Back to the form")
    let login = both("账号", "Login")
    let password = both("密码", "Password")
    let codeTitle = both("第二重验证", "Second factor")
    let codeLead = both("请输入验证器上的六位动态码，或一个恢复码。", "Give the six digits of your authenticator, or a recovery code.")
    let code = both("动态码", "Code")
    let goOn = both("继续", "Go on")
    let confirmTitle = both("再次验证身份", "Prove once more who you are")
    let confirmLead = both(
        "接下来的事项须在最近十分钟内验证过身份。", "What comes next needs a proof of who you are that is not older than ten minutes.")
    let activateTitle = both("激活账号", "Take up an invitation")
    let activateLead = both(
        "邀请码由安全管理员交给您，七天内使用一次。", "The invitation comes from a security administrator and counts once, within seven days.")
    let invitation = both("邀请码", "Invitation")
    let newPassword = both("新密码", "New password")
    let oldPassword = both("现在的密码", "Present password")
    let passwordHint = both("至少 8 个字符；不要用常见密码、姓名或账号。", "At least 8 characters; no common password, name or login.")
    let activate = both("激活", "Activate")
    let activated = both("账号已激活，请登录。", "The account is active. Sign in.")
    let passwordTitle = both("修改密码", "Change your password")
    let passwordLead = both("修改后，其他登录全部退出。", "All other sessions end with it.")
    let displayName = both("姓名", "Name")
    let secondFactor = both("第二重验证", "Second factor")
    let secondFactorOn = both("已启用", "set up")
    let secondFactorOff = both("未启用", "not set up")
    let noEnd = both("未定", "no end")
    let deviceUnknown = both("未知设备", "unknown device")
    let never = both("从未", "never")
    let secondFactorAnew = both("换一台手机", "Use another telephone")
    let secondFactorSetUp = both("启用第二重验证", "Set up a second factor")
    let roles = both("角色", "Roles")
    let rolesEmpty = both("尚无角色。请向安全管理员申请。", "No role yet. Ask a security administrator.")
    let role = both("角色", "Role")
    let place = both("范围", "Where")
    let from = both("起", "From")
    let until = both("止", "Until")
    let sessions = both("登录", "Sessions")
    let sessionsHint = both("如有不认识的登录，请结束它并修改密码。", "End a session that you do not know, and change your password.")
    let device = both("设备", "Device")
    let begun = both("登录时间", "Signed in")
    let seen = both("最近使用", "Last used")
    let thisOne = both("当前", "this one")
    let end = both("结束", "End")
    let endOthers = both("结束其他全部登录", "End all others")
    let tokens = both("程序令牌", "Tokens of programs")
    let token = both("用途", "For")
    let used = both("最近使用", "Last used")
    let revoke = both("撤销", "Revoke")
    let revoked = both("已撤销", "revoked")
    let action = both("操作", "Action")
    let renewRecovery = both("更新恢复码", "New recovery codes")
    let secondFactorTitle = both("启用第二重验证", "Set up a second factor")
    let secondFactorLead = both(
        "办理审批、拨款的角色必须启用。请先在手机上安装任一验证器应用（TOTP）。",
        "Roles that decide about cases and money need one. Install any authenticator app (TOTP) on your telephone first.")
    let secondFactorBegin = both("领取密钥", "Show a key")
    let secondFactorKey = both("在验证器中添加下列密钥", "Add this key in the app")
    let secondFactorOpen = both("在这台手机的验证器中打开", "Open in the app on this telephone")
    let secondFactorCode = both("然后输入验证器显示的六位动态码。", "Then give the six digits that it shows.")
    let secondFactorAgain = both("密钥已经丢失？请重新领取。", "Is the key lost? Take a new one.")
    let recoveryTitle = both("恢复码", "Recovery codes")
    let recoveryLead = both(
        "第二重验证已启用。手机丢失时，每个恢复码可用一次。请抄下或打印，妥善保管；离开本页后不再显示。",
        "The second factor is set up. When the telephone is lost, each of these counts once. Write them down or print them: they are not shown again."
    )
    let recoveryDone = both("已保存，继续", "They are kept; go on")
    let recoveryKept = both("已保存，回到刚才的表单", "They are kept; back to the form")

    func chooseAgain(_ file: String) -> BilingualText {
        both("浏览器不能保留文件，请重新选择文件“\(file)”。", "A browser cannot keep a file: choose the file “\(file)” again.")
    }
}
