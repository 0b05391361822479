package import Access
package import Values

/// Words of refusals about who may do what.
extension RefusalWords {
    static var signInNeeded: RefusalWords {
        RefusalWords(
            text("需要登录", "Signing in is needed"), text("这项内容只对登录后的工作人员和本组织成员开放。", "This is open to those who are signed in."),
            next: text("请先登录，再重试。", "Sign in and try again."))
    }

    static var secondFactorNeeded: RefusalWords {
        RefusalWords(
            text("需要第二重验证", "A second factor is needed"),
            text("您担任的角色须通过第二重验证才能使用。", "The role that allows this counts only in a session with a second factor."),
            next: text("请输入验证器上的动态码，或先登记验证器。", "Enter the code of your authenticator, or set one up first."))
    }

    static func contractMissing(_ area: AreaCode) -> RefusalWords {
        RefusalWords(
            text("没有有效的枢纽合同", "No hub contract in force"),
            text("区域 \(area) 今日没有生效的枢纽组织合同。", "No hub is commissioned for the area \(area) today."),
            next: text("请主管部门登记合同，或由上级区域的枢纽组织办理。", "An official has to record a contract first."))
    }

    static func notPermitted(_ useCase: UseCase) -> RefusalWords {
        let holders = useCase.permission.roles.sorted { $0.rawValue < $1.rawValue }
        let (chinese, english) = (holders.map(\.words.zh).joined(separator: "、"), holders.map(\.words.en).joined(separator: ", "))
        return RefusalWords(
            text("没有权限", "Not permitted"),
            text("您在该范围内没有办理此事的角色。", "You hold no role that allows this where the record lies."),
            next: holders.isEmpty
                ? text("此事不能由您办理。", "This is not yours to do.")
                : text("可由该范围内的\(chinese)办理。", "It can be done by those who are, where the record lies: \(english)."))
    }
}

extension AccountState {
    package var words: BilingualText {
        switch self {
        case .invited: text("已邀请", "invited")
        case .active: text("使用中", "active")
        case .disabled: text("已停用", "disabled")
        }
    }
}

extension Duty {
    package var words: BilingualText {
        switch self {
        case .business: text("业务", "work on cases")
        case .system: text("系统管理", "system administration")
        case .security: text("安全管理", "security administration")
        case .audit: text("审计管理", "audit administration")
        }
    }
}

extension Role {
    /// The role's name for people.
    package var words: BilingualText {
        switch self {
        case .hubStaff: text("枢纽组织工作人员", "hub staff")
        case .hubManager: text("枢纽组织负责人", "hub manager")
        case .official: text("主管部门工作人员", "official")
        case .fundingApprover: text("资金审批人", "funding approver")
        case .disburser: text("拨付经办人", "disburser")
        case .reviewer: text("评审专家", "reviewer")
        case .organizationMember: text("组织成员", "member of the organization")
        case .auditor: text("监督检查人员", "auditor")
        case .systemAdministrator: text("系统管理员", "system administrator")
        case .securityAdministrator: text("安全管理员", "security administrator")
        case .auditAdministrator: text("审计管理员", "audit administrator")
        }
    }
}
