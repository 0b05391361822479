import Access
import Values

/// Words of refusals about coming in.
extension RefusalWords {
    static var signInFailed: RefusalWords {
        RefusalWords(
            text("登录未成功", "Signing in failed"),
            text("账号、密码或动态码不对，或账号不能使用。", "The login, the password or the code is wrong, or the account cannot be used."),
            next: text(
                "请核对后重试；忘记密码请向安全管理员申请新的邀请。",
                "Check them and try again; if the password is lost, ask a security administrator for a new invitation."))
    }

    static var proofWrong: RefusalWords {
        RefusalWords(
            text("验证未通过", "The proof is wrong"),
            text("密码或动态码不对，或动态码已经用过。", "The password or the code is wrong, or the code was used before."),
            next: text("请用验证器上的下一个动态码重试。", "Try again with the next code of your authenticator."))
    }

    static var confirmationNeeded: RefusalWords {
        RefusalWords(
            text("请再次验证身份", "Prove once more who you are"),
            text("办理此事须在最近十分钟内验证过身份。", "This needs a proof of who you are that is not older than ten minutes."),
            next: text("请输入动态码或密码，再重试。", "Give a code or your password, and try again."))
    }

    static func tooManyAttempts(_ seconds: Int) -> RefusalWords {
        RefusalWords(
            text("尝试过于频繁", "Too many attempts"),
            text("短时间内尝试次数过多；没有锁定任何账号。", "There were too many attempts in a short time; no account is locked."),
            next: text("请在 \(seconds) 秒后再试。", "Try again in \(seconds) seconds."))
    }

    static var invitationInvalid: RefusalWords {
        RefusalWords(
            text("邀请无效", "The invitation is not valid"),
            text("这份邀请已用过、已过期或不存在。", "The invitation was used, has run out, or never was one."),
            next: text("请向安全管理员申请新的邀请。", "Ask a security administrator for a new one."))
    }
}

/// Words of refusals about accounts.
extension RefusalWords {
    static func loginTaken(_ login: String) -> RefusalWords {
        RefusalWords(
            text("账号名已被使用", "The login is taken"),
            text("已有账号名为“\(login)”的账号。", "There is an account with the login “\(login)”."),
            next: text("请另取账号名。", "Choose another one."))
    }

    static var accountsExist: RefusalWords {
        RefusalWords(
            text("已有账号", "There are accounts"),
            text("首个管理员只能在没有任何账号时建立。", "A first administrator is made only where there is no account."),
            next: text(
                "请由安全管理员邀请，或运行 incubator account invite。",
                "Let a security administrator invite people, or run incubator account invite."))
    }

    static func accountDisabled(_ number: AccountNumber) -> RefusalWords {
        RefusalWords(
            text("账号不能使用", "The account is not in use"),
            text("账号 \(number) 已停用，或尚未启用。", "Account \(number) is disabled, or not in use yet."),
            next: text("如需使用，请先恢复账号或完成邀请。", "Enable it, or let its person take up the invitation, first."))
    }

    static var ownAccount: RefusalWords {
        RefusalWords(
            text("不能管理自己的账号", "Not for one's own account"),
            text("任何人不得为自己授予角色、重发邀请或停用自己。", "Nobody grants a role to themselves, or invites or disables themselves."),
            next: text("请由另一位安全管理员办理。", "Ask another security administrator."))
    }

    static func rolesIncompatible(_ role: BilingualText, _ other: BilingualText) -> RefusalWords {
        RefusalWords(
            text("角色不能兼任", "The roles cannot go together"),
            text(
                "担任过“\(other.zh)”的账号不能再担任“\(role.zh)”。",
                "An account that holds or has held the role of \(other.en) cannot hold that of \(role.en)."),
            next: text(
                "系统、安全、审计三类管理员与业务角色须分由不同的人担任；请另立账号。",
                "The three administrators and those who work on cases are different people; use another account."))
    }

    static func roleDoesNotFit(_ role: BilingualText) -> RefusalWords {
        RefusalWords(
            text("角色与范围不符", "The role does not fit there"),
            text("“\(role.zh)”不能在这样的范围内担任。", "The role of \(role.en) cannot be held in such a scope."),
            next: text(
                "管理员为全国范围，组织成员须指定组织，其余角色须指定区域。",
                "Administrators hold theirs for the nation, members for an organization, all others in an area."))
    }
}
