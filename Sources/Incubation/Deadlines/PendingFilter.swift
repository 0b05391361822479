package import Values

/// What a list of what waits is narrowed to; nil narrows nothing.
package struct PendingFilter: Hashable, Sendable {
    package var role: ResponsibleRole?
    /// With everything below: where the role's area lies, and for what waits for one person, where the organization does.
    package var area: AreaCode?
    /// The account of that number.
    package var account: Int64?
    package var organization: OrganizationNumber?
    package var standing: DeadlineStanding?
    /// Leaves out a word on a move of a case in which whoever asks has declared an interest: it waits for somebody else.
    package var leavesOutOwnInterests = false

    package init(
        role: ResponsibleRole? = nil, area: AreaCode? = nil, account: Int64? = nil, organization: OrganizationNumber? = nil,
        standing: DeadlineStanding? = nil
    ) {
        self.role = role
        self.area = area
        self.account = account
        self.organization = organization
        self.standing = standing
    }
}
