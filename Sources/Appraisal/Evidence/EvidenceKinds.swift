/// The kinds of records that an organization has.
struct EvidenceKinds: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let profile = EvidenceKinds(rawValue: 1 << 0)
    static let accounts = EvidenceKinds(rawValue: 1 << 1)
    static let annualReports = EvidenceKinds(rawValue: 1 << 2)
    static let activityMonths = EvidenceKinds(rawValue: 1 << 3)
    static let leadershipPosts = EvidenceKinds(rawValue: 1 << 4)
    static let charters = EvidenceKinds(rawValue: 1 << 5)
    static let governanceBodies = EvidenceKinds(rawValue: 1 << 6)
    static let meetings = EvidenceKinds(rawValue: 1 << 7)
    static let moneyControls = EvidenceKinds(rawValue: 1 << 8)
    static let serviceBoundaries = EvidenceKinds(rawValue: 1 << 9)
    static let mentors = EvidenceKinds(rawValue: 1 << 10)
    static let incubationStages = EvidenceKinds(rawValue: 1 << 11)
    static let reviews = EvidenceKinds(rawValue: 1 << 12)
    static let observations = EvidenceKinds(rawValue: 1 << 13)
}

extension Measure {
    /// The kinds of records that it looks at. Without any of them it always comes to the same.
    var kinds: EvidenceKinds {
        switch self {
        case .charterOnFile, .charterCompleteness, .yearsSinceCharterReview: .charters
        case .keyPostsFilled, .activeLeaders, .newLeaders, .termOverdueMonths, .mostPostsOfOnePerson, .longestVacancyDays: .leadershipPosts
        case .legalStanding, .daysSinceProfileConfirmed, .ageYears: .profile
        case .activeMentors: [.mentors, .incubationStages]
        case .monthsInIncubation: .incubationStages
        case .bodiesComplete: .governanceBodies
        case .meetingsHeld: [.governanceBodies, .meetings]
        case .quorumRate: .meetings
        case .moneyControls: .moneyControls
        case .boundaryDefined: .serviceBoundaries
        case .reach: [.serviceBoundaries, .activityMonths]
        case .openComplianceItems, .extraReviews, .lastReviewGrade: .reviews
        case .contributorAbsenceFactor, .activityOutsideBoundary, .daysSinceActivity, .activePeople, .monthsSinceResult,
            .contributionConcentration:
            .activityMonths
        case .participationChange: [.activityMonths, .accounts]
        case .reportOverdueMonths, .reportDelayMonths: [.annualReports, .accounts]
        case .reserveMonths, .operatingMargin, .twoDeficits, .incomeChange, .incomeConcentration, .largestFunderShare, .publicMoneyShare,
            .debtRatio, .cashMonths, .administrativeShare, .income, .incomePercentile, .netAssetsPercentile, .netAssetsChange, .members,
            .membersPercentile, .accountsAgeMonths:
            .accounts
        case .observedOnly: []
        }
    }
}
