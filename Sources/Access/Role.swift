/// What somebody is in the register's work. A role is held in an area or for one organization, from a day and mostly until one.
///
/// Nobody holds an administrator's role together with one that touches a case: who keeps the system, grants roles or reads the audit
/// decides about nobody's money.
package enum Role: String, CaseIterable, Hashable, Sendable {
    /// Hub organization's staff: onboard groups, help them grow, keep the file.
    case hubStaff
    /// Answers for the hub's work in its contract's area.
    case hubManager
    /// Civil affairs or the Social Work Department: signs off, supervises; does not edit an organization's own papers.
    case official
    /// Approves public money.
    case fundingApprover
    /// Pays out what was approved.
    case disburser
    /// An expert who marks applications and performance.
    case reviewer
    /// A person of the organization itself.
    case organizationMember
    /// Reads everything of an area and its audit trail; changes nothing.
    case auditor
    /// Keeps the system and its reference data.
    case systemAdministrator
    /// Grants and ends roles, ends sessions.
    case securityAdministrator
    /// Reads and exports the audit trail, signs its checkpoints.
    case auditAdministrator
}

extension Role {
    /// The three administrators, whose duties are kept apart from each other and from all cases (GB/T 22239-2019, level 3).
    package var isAdministrator: Bool {
        switch self {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: true
        case .hubStaff, .hubManager, .official, .fundingApprover, .disburser, .reviewer, .organizationMember, .auditor: false
        }
    }

    /// Whether the role counts only in a session that was opened with two factors.
    package var needsTwoFactors: Bool {
        switch self {
        case .hubManager, .official, .fundingApprover, .disburser, .auditor, .systemAdministrator, .securityAdministrator,
            .auditAdministrator:
            true
        case .hubStaff, .reviewer, .organizationMember: false
        }
    }

    /// Whether the role can be held there: that of a member for one organization, all others in an area, administrators' in the nation.
    package func fits(_ scope: Scope) -> Bool {
        switch scope {
        case .organization: self == .organizationMember
        case .area: self != .organizationMember && !isAdministrator
        // A hub acts in the area of its contract.
        case .nation: self != .organizationMember && !isOfHub
        }
    }

    /// Whether it is a role of a hub's people, who hold it by the hub's contract.
    package var isOfHub: Bool { self == .hubStaff || self == .hubManager }

    /// Whether one person may hold both roles, on whatever records.
    package func isCompatible(with other: Role) -> Bool {
        self == other || (!isAdministrator && !other.isAdministrator)
    }
}
