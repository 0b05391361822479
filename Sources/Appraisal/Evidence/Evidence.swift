/// Everything the register holds about one organization that an appraisal may look at, as plain values.
///
/// The lists may hold records of any date in any order: the appraisal itself leaves out what was not known on its day. An empty list means that the
/// register holds no such record, never that there is nothing to know.
package struct Evidence: Sendable {
    /// The organization's key in the register.
    package var organization: Int64
    /// Code of the population whose intercepts and applicable indicators are used; one that the rubric does not name is read as its first population.
    package var population: String
    /// Who is compared with whom in percentiles.
    package var cohort: CohortKey
    package var profile: [ProfileRecord] = []
    package var accounts: [AccountsRecord] = []
    package var annualReports: [AnnualReportRecord] = []
    package var activityMonths: [ActivityMonth] = []
    package var leadershipPosts: [LeadershipPost] = []
    package var charters: [CharterRecord] = []
    package var governanceBodies: [GovernanceBody] = []
    package var meetings: [MeetingRecord] = []
    package var moneyControls: [MoneyControlsRecord] = []
    package var serviceBoundaries: [ServiceBoundaryRecord] = []
    package var mentors: [MentorAssignment] = []
    package var incubationStages: [IncubationStageRecord] = []
    package var reviews: [ReviewRecord] = []
    /// Indicator values that were recorded ready-made.
    package var observations: [Observation] = []

    package init(organization: Int64, population: String, cohort: CohortKey) {
        self.organization = organization
        self.population = population
        self.cohort = cohort
    }
}

/// Organizations of one type in one area, compared with each other on one day.
package struct CohortKey: Hashable, Sendable {
    package var type: String
    package var area: String

    package init(type: String, area: String) {
        self.type = type
        self.area = area
    }
}
