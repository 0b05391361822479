package import Values

/// Whether somebody can come in by an account.
package enum AccountState: String, CaseIterable, Hashable, Sendable {
    /// It was made, and nobody has chosen a password yet.
    case invited
    case active
    case disabled
}

/// Which kind of role an account may hold: administrators are kept apart from each other and from all who touch a case.
package enum Duty: String, CaseIterable, Hashable, Sendable {
    case business
    case system
    case security
    case audit

    /// The duty that a role is part of.
    package init(of role: Role) {
        switch role {
        case .hubStaff, .hubManager, .official, .fundingApprover, .disburser, .reviewer, .organizationMember, .auditor: self = .business
        case .systemAdministrator: self = .system
        case .securityAdministrator: self = .security
        case .auditAdministrator: self = .audit
        }
    }
}

/// A person who may come in.
package struct Account: Hashable, Sendable {
    package let number: AccountNumber
    /// As it was given when the account was made; compared folded.
    package let login: String
    package let displayName: String
    package let state: AccountState
    /// nil before its first role.
    package let duty: Duty?
    package let hasPassword: Bool
    package let hasSecondFactor: Bool
    package let createdAt: Instant
    package let version: Int64

    package init(
        number: AccountNumber, login: String, displayName: String, state: AccountState, duty: Duty?, hasPassword: Bool,
        hasSecondFactor: Bool, createdAt: Instant, version: Int64
    ) {
        self.number = number
        self.login = login
        self.displayName = displayName
        self.state = state
        self.duty = duty
        self.hasPassword = hasPassword
        self.hasSecondFactor = hasSecondFactor
        self.createdAt = createdAt
        self.version = version
    }
}
