import Access
import Incubation
import Values
import Workflow

extension Account: Presentable {
    static let columns: [Column<Account>] = [
        Column("number", "编号", "number") { .integer($0.number.rawValue) },
        Column("login", "账号名", "login") { .text($0.login) },
        Column("displayName", "姓名", "name") { .text($0.displayName) },
        Column("state", "状态", "state") { .term($0.state, \.words) },
        Column("duty", "职责", "duty") { .term($0.duty, \.words) },
        Column("hasPassword", "有密码", "has a password", brief: false) { .yesNo($0.hasPassword) },
        Column("hasSecondFactor", "第二重验证", "second factor") { .yesNo($0.hasSecondFactor) },
        Column("createdAt", "建立时间", "made", brief: false) { .text($0.createdAt.rfc3339) },
        Column("version", "版本", "version", brief: false) { .integer($0.version) },
    ]
}

extension AccountFile: Presentable {
    static let columns: [Column<AccountFile>] =
        Account.columns.map { $0.within(\.account) } + [
            Column("recoveryCodesLeft", "剩余恢复码", "recovery codes left") { .integer($0.recoveryCodesLeft) },
            Column("roles", "角色", "roles") { .records($0.holdings.map { Record($0) }) },
            Column("sessions", "登录会话", "sessions") { .records($0.sessions.map { Record($0) }) },
            Column("tokens", "接口令牌", "tokens") { .records($0.tokens.map { Record($0) }) },
            Column("identities", "统一身份", "identities") { .records($0.identities.map { Record($0) }) },
        ]
}

extension Holding: Presentable {
    static let columns: [Column<Holding>] = [
        Column("number", "编号", "number") { .integer($0.number) },
        Column("role", "角色", "role") { .term($0.role, \.words) },
        Column("scope", "范围", "scope") { $0.scope.value },
        Column("from", "开始日期", "from") { .day($0.from) },
        Column("until", "结束日期", "until") { .day($0.until) },
    ]
}

extension Scope {
    /// `nation`, an area's code or an organization's number.
    fileprivate var value: FieldValue {
        switch self {
        case .nation: .term("nation", BilingualText(zh: "全国", en: "nation"))
        case .area(let code): .text(code.text)
        case .organization(let number): .text(number.description)
        }
    }
}

extension Session: Presentable {
    static let columns: [Column<Session>] = [
        Column("number", "编号", "number") { .integer($0.number) },
        Column("createdAt", "登录时间", "signed in") { .text($0.createdAt.rfc3339) },
        Column("lastSeenAt", "最近使用", "last seen") { .text($0.lastSeenAt.rfc3339) },
        Column("hasSecondFactor", "第二重验证", "second factor") { .yesNo($0.secondFactorAt != nil) },
        Column("device", "设备", "device") { .text($0.device) },
    ]
}

extension ApiToken: Presentable {
    static let columns: [Column<ApiToken>] = [
        Column("number", "编号", "number") { .integer($0.number) },
        Column("name", "用途", "name") { .text($0.name) },
        Column("role", "角色编号", "role") { .integer($0.holding) },
        Column("scopes", "权限范围", "scopes") { .texts($0.scopes) },
        Column("createdAt", "建立时间", "made", brief: false) { .text($0.createdAt.rfc3339) },
        Column("expiresAt", "到期时间", "expires") { .text($0.expiresAt.rfc3339) },
        Column("revokedAt", "吊销时间", "revoked") { .text($0.revokedAt?.rfc3339) },
        Column("lastUsedOn", "最近使用", "last used") { .day($0.lastUsedOn) },
    ]
}

extension LinkedIdentity: Presentable {
    static let columns: [Column<LinkedIdentity>] = [
        Column("number", "编号", "number") { .integer($0.number) },
        Column("issuer", "认证方", "provider") { .text($0.issuer) },
        Column("subject", "在认证方的身份", "known there as") { .text($0.subject) },
        Column("linkedAt", "关联时间", "linked") { .text($0.linkedAt.rfc3339) },
    ]
}
