/// Everything the register holds about one organization that an appraisal may look at, as plain values.
///
/// Lists are slices, so that the records of many organizations that were read together need no memory of their own for each.
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
    package var profile: ArraySlice<ProfileRecord> = []
    package var accounts: ArraySlice<AccountsRecord> = []
    package var annualReports: ArraySlice<AnnualReportRecord> = []
    package var activityMonths: ArraySlice<ActivityMonth> = []
    package var leadershipPosts: ArraySlice<LeadershipPost> = []
    package var charters: ArraySlice<CharterRecord> = []
    package var governanceBodies: ArraySlice<GovernanceBody> = []
    package var meetings: ArraySlice<MeetingRecord> = []
    package var moneyControls: ArraySlice<MoneyControlsRecord> = []
    package var serviceBoundaries: ArraySlice<ServiceBoundaryRecord> = []
    package var mentors: ArraySlice<MentorAssignment> = []
    package var incubationStages: ArraySlice<IncubationStageRecord> = []
    package var reviews: ArraySlice<ReviewRecord> = []
    /// Indicator values that were recorded ready-made.
    package var observations: ArraySlice<Observation> = []

    package init(organization: Int64, population: String, cohort: CohortKey) {
        self.organization = organization
        self.population = population
        self.cohort = cohort
    }
}

/// Organizations of one type in one area, compared with each other on one day. The numbers only tell types and areas apart.
package struct CohortKey: Hashable, Sendable {
    package var type: Int64
    package var area: Int64

    package init(type: Int64, area: Int64) {
        self.type = type
        self.area = area
    }
}
