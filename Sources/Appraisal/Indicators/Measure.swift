/// What the core knows how to work out from evidence. A rubric gives each of its indicators one of these, by its raw value.
package enum Measure: String, CaseIterable, Sendable {
    // Charter
    case charterOnFile, charterCompleteness, yearsSinceCharterReview, legalStanding
    // Leadership team
    case keyPostsFilled, activeLeaders, contributorAbsenceFactor, activeMentors, newLeaders, termOverdueMonths, mostPostsOfOnePerson
    case longestVacancyDays
    // Governance structure
    case bodiesComplete, meetingsHeld, quorumRate, moneyControls, openComplianceItems
    // Service boundary
    case boundaryDefined, activityOutsideBoundary, reach
    // Finance
    case reserveMonths, operatingMargin, twoDeficits, incomeChange, incomeConcentration, largestFunderShare, publicMoneyShare, debtRatio
    case cashMonths, administrativeShare, income, incomePercentile, netAssetsPercentile, netAssetsChange
    // Participation
    case daysSinceActivity, activePeople, participationChange, members, monthsSinceResult, contributionConcentration, membersPercentile
    // Reporting
    case reportOverdueMonths, reportDelayMonths, accountsAgeMonths, extraReviews, lastReviewGrade, monthsInIncubation
    case daysSinceProfileConfirmed
    // Context
    case ageYears
    /// Nothing is worked out: only recorded observations count.
    case observedOnly
}
