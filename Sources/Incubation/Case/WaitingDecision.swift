package import Values

/// A decision that waits for its next word, with the organization that it is about.
package struct WaitingDecision: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let organizationName: String
    /// Where the case is now.
    package let from: CaseStage
    package let to: CaseStage
    package let state: CaseDecision.State
    package let recommendedOn: Day
    /// How many people the move takes, 2 or 3.
    package let steps: Int32

    package init(
        organization: OrganizationNumber, organizationName: String, from: CaseStage, to: CaseStage, state: CaseDecision.State,
        recommendedOn: Day, steps: Int32
    ) {
        self.organization = organization
        self.organizationName = organizationName
        self.from = from
        self.to = to
        self.state = state
        self.recommendedOn = recommendedOn
        self.steps = steps
    }

    /// Whose word is next.
    package var next: Duty { state == .recommended && steps > 2 ? .review : .approve }
}
