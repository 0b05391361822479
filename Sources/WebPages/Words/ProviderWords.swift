import Values

/// Coming in by an identity provider.
struct ProviderWords: Sendable {
    let leaveTitle = both("前往统一身份认证", "On to the identity provider")
    let title = both("统一身份", "Identities")
    let hint = both("关联后，可凭统一身份登录这个账号。", "Who is linked signs in to this account at the identity provider.")
    let issuer = both("认证方", "Provider")
    let subject = both("在认证方的身份", "Known there as")
    let linked = both("关联时间", "Linked")
    let unlink = both("解除", "Unlink")

    func leaveLead(_ host: String) -> BilingualText {
        both("即将转到 \(host)；没有自动转到时请点“继续”。", "The browser goes on to \(host). Go on yourself if it does not.")
    }

    func signIn(_ host: String) -> BilingualText { both("用 \(host) 的统一身份登录", "Sign in with \(host)") }

    func activate(_ host: String) -> BilingualText { both("不设密码，用 \(host) 的统一身份", "Without a password, with \(host)") }

    func confirm(_ host: String) -> BilingualText { both("在 \(host) 验证", "Prove it at \(host)") }

    func link(_ host: String) -> BilingualText { both("关联 \(host) 的统一身份", "Link who you are at \(host)") }
}
