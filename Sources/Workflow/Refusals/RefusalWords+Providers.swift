import OpenID
import Values

/// Words of refusals about coming in by an identity provider.
extension RefusalWords {
    static var providerMissing: RefusalWords {
        RefusalWords(
            text("没有统一身份认证", "There is no identity provider"),
            text("本系统没有接通统一身份认证。", "This register is not connected to an identity provider."),
            next: text("请用账号和密码登录。", "Sign in with login and password."))
    }

    static var providerUnavailable: RefusalWords {
        RefusalWords(
            text("统一身份认证暂时不可用", "The identity provider cannot be reached"),
            text("没有得到统一身份认证的答复。", "The identity provider did not answer, or not as it should."),
            next: text("请稍后再试，或用账号和密码登录。", "Try again later, or sign in with login and password."))
    }

    static var providerReturnInvalid: RefusalWords {
        RefusalWords(
            text("请重新登录", "Begin the sign-in anew"),
            text(
                "这次返回不属于这个浏览器发起的登录，或已经用过，或超过了十分钟。",
                "This return does not belong to a sign-in that this browser began, was used before, or took more than ten minutes."),
            next: text("请从登录页重新开始。", "Begin again at the sign-in page."))
    }

    static var providerRefused: RefusalWords {
        RefusalWords(
            text("统一身份认证没有通过", "The identity provider did not sign you in"),
            text("您在那里取消了登录，或没有通过验证。", "You turned back there, or it did not let you in."),
            next: text("请重试，或用账号和密码登录。", "Try again, or sign in with login and password."))
    }

    static func providerAnswerInvalid(_ reason: TokenFault?) -> RefusalWords {
        RefusalWords(
            text("统一身份认证的答复不可信", "The identity provider's answer does not hold"),
            reason.map { text("身份凭证未通过检查：\($0.words.zh)。", "The ID token did not pass: \($0.words.en).") }
                ?? text("登录码没有换得身份凭证。", "The code was not exchanged for an ID token."),
            next: text("请从登录页重新开始；再次出现请告知管理员。", "Begin again at the sign-in page; if it happens again, tell the administrator."))
    }

    static var identityNotLinked: RefusalWords {
        RefusalWords(
            text("没有关联的账号", "No account is linked"),
            text("您在统一身份认证的身份没有关联到可用的账号。", "Who you are at the identity provider is not linked to an account in use."),
            next: text(
                "请用密码登录后在“我的账号”中关联，或凭邀请激活。",
                "Sign in with your password and link it under your account, or take up an invitation with it."))
    }

    static var identityTaken: RefusalWords {
        RefusalWords(
            text("不能关联", "The identity cannot be linked"),
            text(
                "这个身份已经关联到账号，或账号已关联同一认证方的另一个身份。",
                "The identity is linked already, or the account is linked to another one of this provider."),
            next: text("请先解除原来的关联，或联系安全管理员。", "Unlink the other one first, or ask a security administrator."))
    }

    static var lastWayIn: RefusalWords {
        RefusalWords(
            text("不能解除唯一的登录方式", "It is the only way in"),
            text("账号没有密码，解除后将无法登录。", "The account has no password; without this identity nobody could sign in."),
            next: text("请向安全管理员申请新的邀请并设置密码。", "Ask a security administrator for a new invitation and choose a password."))
    }
}

extension TokenFault {
    /// The reason, as the end of a sentence.
    fileprivate var words: BilingualText {
        switch self {
        case .malformed: text("不是签名的身份凭证", "it is no signed token")
        case .algorithm: text("签名算法不被接受", "its algorithm is not believed")
        case .key: text("认证方没有这把密钥", "the provider has no such key")
        case .signature: text("签名不符", "its signature is wrong")
        case .issuer: text("出自另一认证方", "it comes from another provider")
        case .audience: text("不是给本系统的", "it is not for this register")
        case .expired: text("已过期或尚未生效", "it has expired or does not count yet")
        case .issuedAt: text("签发时间不对", "it was made at another time")
        case .nonce: text("属于另一次登录", "it belongs to another sign-in")
        case .subject: text("没有写明是谁", "it does not say who it is about")
        case .signedInAt: text("没有最近十分钟内的验证", "it does not tell of a proof within the last ten minutes")
        }
    }
}
