extension MeasureContext {
    /// What the measure comes to for this organization on this day.
    func finding(for measure: Measure, in evidence: Evidence) -> Finding {
        switch measure {
        case .charterOnFile: charterOnFile(evidence)
        case .charterCompleteness: charterCompleteness(evidence)
        case .yearsSinceCharterReview: yearsSinceCharterReview(evidence)
        case .legalStanding: legalStanding
        case .keyPostsFilled: keyPostsFilled(evidence)
        case .activeLeaders: activeLeaders(evidence)
        case .contributorAbsenceFactor: contributorAbsenceFactor
        case .activeMentors: activeMentors(evidence)
        case .newLeaders: newLeaders(evidence)
        case .termOverdueMonths: termOverdueMonths(evidence)
        case .mostPostsOfOnePerson: mostPostsOfOnePerson(evidence)
        case .longestVacancyDays: longestVacancyDays(evidence)
        case .bodiesComplete: bodiesComplete(evidence)
        case .meetingsHeld: meetingsHeld(evidence)
        case .quorumRate: quorumRate(evidence)
        case .moneyControls: moneyControls(evidence)
        case .openComplianceItems: openComplianceItems(evidence)
        case .boundaryDefined: boundaryDefined(evidence)
        case .activityOutsideBoundary: activityOutsideBoundary
        case .reach: reach(evidence)
        default: moneyAndTimeFinding(for: measure, in: evidence)
        }
    }

    @inline(__always)
    private func moneyAndTimeFinding(for measure: Measure, in evidence: Evidence) -> Finding {
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
        default: participationAndReportingFinding(for: measure, in: evidence)
        }
    }

    @inline(__always)
    private func participationAndReportingFinding(for measure: Measure, in evidence: Evidence) -> Finding {
        switch measure {
        case .daysSinceActivity: daysSinceActivity
        case .activePeople: activePeople
        case .participationChange: participationChange
        case .members: members
        case .monthsSinceResult: monthsSinceResult
        case .contributionConcentration: contributionConcentration
        case .reportOverdueMonths: reportOverdueMonths(evidence)
        case .reportDelayMonths: reportDelayMonths(evidence)
        case .accountsAgeMonths: accountsAgeMonths
        case .extraReviews: extraReviews(evidence)
        case .lastReviewGrade: lastReviewGrade(evidence)
        case .monthsInIncubation: monthsInIncubation(evidence)
        case .daysSinceProfileConfirmed: daysSinceProfileConfirmed
        case .ageYears: ageYears
        default: .missing
        }
    }
}
