extension MeasureContext {
    /// What the measure comes to for this organization on this day.
    func finding(for measure: Measure) -> Finding {
        switch measure {
        case .charterOnFile: charterOnFile
        case .charterCompleteness: charterCompleteness
        case .yearsSinceCharterReview: yearsSinceCharterReview
        case .legalStanding: legalStanding
        case .keyPostsFilled: keyPostsFilled
        case .activeLeaders: activeLeaders
        case .contributorAbsenceFactor: contributorAbsenceFactor
        case .activeMentors: activeMentors
        case .newLeaders: newLeaders
        case .termOverdueMonths: termOverdueMonths
        case .mostPostsOfOnePerson: mostPostsOfOnePerson
        case .longestVacancyDays: longestVacancyDays
        case .bodiesComplete: bodiesComplete
        case .meetingsHeld: meetingsHeld
        case .quorumRate: quorumRate
        case .moneyControls: moneyControls
        case .openComplianceItems: openComplianceItems
        case .boundaryDefined: boundaryDefined
        case .activityOutsideBoundary: activityOutsideBoundary
        case .reach: reach
        default: moneyAndTimeFinding(for: measure)
        }
    }

    private func moneyAndTimeFinding(for measure: Measure) -> Finding {
        switch measure {
        case .reserveMonths: reserveMonths
        case .operatingMargin: operatingMargin
        case .twoDeficits: twoDeficits
        case .incomeChange: incomeChange
        case .incomeConcentration: incomeConcentration
        case .largestFunderShare: largestFunderShare
        case .publicMoneyShare: publicMoneyShare
        case .debtRatio: debtRatio
        case .cashMonths: cashMonths
        case .administrativeShare: administrativeShare
        case .income: income
        case .incomePercentile: percentile(of: .income)
        case .netAssetsPercentile: percentile(of: .netAssets)
        case .membersPercentile: percentile(of: .members)
        case .netAssetsChange: netAssetsChange
        default: participationAndReportingFinding(for: measure)
        }
    }

    private func participationAndReportingFinding(for measure: Measure) -> Finding {
        switch measure {
        case .daysSinceActivity: daysSinceActivity
        case .activePeople: activePeople
        case .participationChange: participationChange
        case .members: members
        case .monthsSinceResult: monthsSinceResult
        case .contributionConcentration: contributionConcentration
        case .reportOverdueMonths: reportOverdueMonths
        case .reportDelayMonths: reportDelayMonths
        case .accountsAgeMonths: accountsAgeMonths
        case .extraReviews: extraReviews
        case .lastReviewGrade: lastReviewGrade
        case .monthsInIncubation: monthsInIncubation
        case .daysSinceProfileConfirmed: daysSinceProfileConfirmed
        case .ageYears: ageYears
        default: .missing
        }
    }
}
