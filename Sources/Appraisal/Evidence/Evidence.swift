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
    package var accounts: ArraySlice<AccountsRecord> = [] {
        didSet { areAccountsInOrder = Self.areInOrder(accounts) }
    }
    /// Whether each year's accounts end later than those before them in the list, so that the newest ones stand last. Looked at when they are handed over, while
    /// they are at hand: an appraisal then need not go through all years.
    private(set) var areAccountsInOrder = true
    /// Every other list; nothing, or one entry. Few organizations have records of every kind, and evidence is handed about a great deal: a dozen empty lists
    /// would cost more to hand over than an appraisal takes.
    private var others: [OtherRecords] = []

    package init(organization: Int64, population: String, cohort: CohortKey) {
        self.organization = organization
        self.population = population
        self.cohort = cohort
    }
}

extension Evidence {
    private static func areInOrder(_ accounts: ArraySlice<AccountsRecord>) -> Bool {
        accounts.withUnsafeBufferPointer { accounts in
            accounts.indices.dropFirst().allSatisfy { accounts[$0 - 1].periodEnd < accounts[$0].periodEnd }
        }
    }

    fileprivate struct OtherRecords: Sendable {
        var annualReports: ArraySlice<AnnualReportRecord> = []
        var activityMonths: ArraySlice<ActivityMonth> = []
        var leadershipPosts: ArraySlice<LeadershipPost> = []
        var charters: ArraySlice<CharterRecord> = []
        var governanceBodies: ArraySlice<GovernanceBody> = []
        var meetings: ArraySlice<MeetingRecord> = []
        var moneyControls: ArraySlice<MoneyControlsRecord> = []
        var serviceBoundaries: ArraySlice<ServiceBoundaryRecord> = []
        var mentors: ArraySlice<MentorAssignment> = []
        var incubationStages: ArraySlice<IncubationStageRecord> = []
        var reviews: ArraySlice<ReviewRecord> = []
        var observations: ArraySlice<Observation> = []
    }

    private func list<Item>(_ list: (OtherRecords) -> ArraySlice<Item>) -> ArraySlice<Item> {
        others.isEmpty ? [] : list(others[0])
    }

    private mutating func set<Item>(_ items: ArraySlice<Item>, _ place: (inout OtherRecords, ArraySlice<Item>) -> Void) {
        if others.isEmpty {
            if items.isEmpty { return }
            others = [OtherRecords()]
        }
        place(&others[0], items)
    }

    package var annualReports: ArraySlice<AnnualReportRecord> {
        get { list { $0.annualReports } }
        set { set(newValue) { $0.annualReports = $1 } }
    }
    package var activityMonths: ArraySlice<ActivityMonth> {
        get { list { $0.activityMonths } }
        set { set(newValue) { $0.activityMonths = $1 } }
    }
    package var leadershipPosts: ArraySlice<LeadershipPost> {
        get { list { $0.leadershipPosts } }
        set { set(newValue) { $0.leadershipPosts = $1 } }
    }
    package var charters: ArraySlice<CharterRecord> {
        get { list { $0.charters } }
        set { set(newValue) { $0.charters = $1 } }
    }
    package var governanceBodies: ArraySlice<GovernanceBody> {
        get { list { $0.governanceBodies } }
        set { set(newValue) { $0.governanceBodies = $1 } }
    }
    package var meetings: ArraySlice<MeetingRecord> {
        get { list { $0.meetings } }
        set { set(newValue) { $0.meetings = $1 } }
    }
    package var moneyControls: ArraySlice<MoneyControlsRecord> {
        get { list { $0.moneyControls } }
        set { set(newValue) { $0.moneyControls = $1 } }
    }
    package var serviceBoundaries: ArraySlice<ServiceBoundaryRecord> {
        get { list { $0.serviceBoundaries } }
        set { set(newValue) { $0.serviceBoundaries = $1 } }
    }
    package var mentors: ArraySlice<MentorAssignment> {
        get { list { $0.mentors } }
        set { set(newValue) { $0.mentors = $1 } }
    }
    package var incubationStages: ArraySlice<IncubationStageRecord> {
        get { list { $0.incubationStages } }
        set { set(newValue) { $0.incubationStages = $1 } }
    }
    package var reviews: ArraySlice<ReviewRecord> {
        get { list { $0.reviews } }
        set { set(newValue) { $0.reviews = $1 } }
    }
    /// Indicator values that were recorded ready-made.
    package var observations: ArraySlice<Observation> {
        get { list { $0.observations } }
        set { set(newValue) { $0.observations = $1 } }
    }

    /// The kinds of which there is at least one record, whatever its day.
    @inline(__always)
    var kinds: EvidenceKinds {
        var kinds: EvidenceKinds = []
        if !profile.isEmpty { kinds.insert(.profile) }
        if !accounts.isEmpty { kinds.insert(.accounts) }
        if !others.isEmpty { kinds.formUnion(others[0].kinds) }
        return kinds
    }
}

extension Evidence.OtherRecords {
    fileprivate var kinds: EvidenceKinds {
        var kinds: EvidenceKinds = []
        if !annualReports.isEmpty { kinds.insert(.annualReports) }
        if !activityMonths.isEmpty { kinds.insert(.activityMonths) }
        if !leadershipPosts.isEmpty { kinds.insert(.leadershipPosts) }
        if !charters.isEmpty { kinds.insert(.charters) }
        if !governanceBodies.isEmpty { kinds.insert(.governanceBodies) }
        if !meetings.isEmpty { kinds.insert(.meetings) }
        if !moneyControls.isEmpty { kinds.insert(.moneyControls) }
        if !serviceBoundaries.isEmpty { kinds.insert(.serviceBoundaries) }
        if !mentors.isEmpty { kinds.insert(.mentors) }
        if !incubationStages.isEmpty { kinds.insert(.incubationStages) }
        if !reviews.isEmpty { kinds.insert(.reviews) }
        if !observations.isEmpty { kinds.insert(.observations) }
        return kinds
    }
}

extension UnsafePointer<Evidence> {
    /// The accounts of evidence that is pointed at. They lie there for as long as the evidence does, so that whoever holds that need not hold them as well.
    @inline(__always)
    var accounts: UnsafeBufferPointer<AccountsRecord> { pointee.accounts.withUnsafeBufferPointer { $0 } }

    /// Its entries in the register, likewise.
    @inline(__always)
    var profile: UnsafeBufferPointer<ProfileRecord> { pointee.profile.withUnsafeBufferPointer { $0 } }
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
