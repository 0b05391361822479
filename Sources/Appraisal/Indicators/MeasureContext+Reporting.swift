import Values

/// Measures of reporting, reviews and time.
extension MeasureContext {
    /// Months since the first report after the newest received one fell due; 0 when none has.
    ///
    /// Without a calendar of reports the accounts stand in for it: the next ones are due so many months after the end of the following year.
    func reportOverdueMonths(_ evidence: Evidence) -> Finding {
        let reports = known(evidence.annualReports)
        guard !reports.isEmpty else { return overdueByAccounts }
        let newestReceived = reports.lazy.filter { $0.receivedOn.map { $0 <= asOf } ?? false }.max { $0.periodEnd < $1.periodEnd }
        let owed = owed(of: reports, after: newestReceived)
        guard let oldest = owed.min(by: { ($0.dueOn, $0.record.source.id) < ($1.dueOn, $1.record.source.id) }) else {
            let record = newestReceived?.record ?? reports.min { $0.record.source.id < $1.record.source.id }?.record
            return .value(0, record?.source)
        }
        return .of(asOf.months(since: oldest.dueOn), oldest.record)
    }

    private func owed(of reports: ArraySlice<AnnualReportRecord>, after newestReceived: AnnualReportRecord?) -> [AnnualReportRecord] {
        reports.filter { report in
            report.dueOn < asOf && !(report.receivedOn.map { $0 <= asOf } ?? false)
                && (newestReceived.map { report.periodEnd > $0.periodEnd } ?? true)
        }
    }

    /// Ends of the years whose reports are overdue, oldest first; the next accounts' where there is no calendar of reports.
    func owedYears(_ evidence: Evidence) -> [Day] {
        let reports = known(evidence.annualReports)
        guard reports.isEmpty else {
            let received = reports.lazy.filter { $0.receivedOn.map { $0 <= asOf } ?? false }.max { $0.periodEnd < $1.periodEnd }
            return owed(of: reports, after: received).map(\.periodEnd).sorted()
        }
        guard accounts.hasNewest else { return [] }
        let next = accounts.now.periodEnd.adding(months: 12)
        return next.adding(months: reportDueMonths) < asOf ? [next] : []
    }

    private var overdueByAccounts: Finding {
        guard accounts.hasNewest else { return .missing }
        let due = accounts.now.periodEnd.adding(months: 12 + reportDueMonths)
        return .of(max(0, asOf.months(since: due)), accounts.now)
    }

    /// How many months after its due day the newest report came in; 0 when it was in time.
    func reportDelayMonths(_ evidence: Evidence) -> Finding {
        let received = known(evidence.annualReports).filter { $0.receivedOn.map { $0 <= asOf } ?? false }
        guard let report = received.max(by: { ($0.periodEnd, $0.record.source.id) < ($1.periodEnd, $1.record.source.id) }) else {
            return delayByAccounts
        }
        return .of(max(0, (report.receivedOn ?? asOf).months(since: report.dueOn)), report.record)
    }

    private var delayByAccounts: Finding {
        guard let received = accounts.received else { return .missing }
        let due = accounts.now.periodEnd.adding(months: reportDueMonths)
        return .of(max(0, received.months(since: due)), accounts.now)
    }

    var accountsAgeMonths: Finding {
        guard accounts.hasNewest else { return .missing }
        return .of(asOf.months(since: accounts.now.periodEnd), accounts.now)
    }

    private func review<Value>(_ evidence: Evidence, with value: (ReviewRecord) -> Value?) -> (value: Value, record: RecordMark)? {
        guard !evidence.reviews.isEmpty else { return nil }
        let found = newest(evidence.reviews.filter { value($0) != nil }) { $0.heldOn }
        guard let found, let value = value(found) else { return nil }
        return (value, found.record)
    }

    func openComplianceItems(_ evidence: Evidence) -> Finding {
        guard let (items, record) = review(evidence, with: \.openItems) else { return .missing }
        return .of(Double(max(0, items)), record)
    }

    func extraReviews(_ evidence: Evidence) -> Finding {
        guard let (orders, record) = review(evidence, with: \.ordersExtraReviews) else { return .missing }
        return .of(orders ? 1 : 0, record)
    }

    func lastReviewGrade(_ evidence: Evidence) -> Finding {
        guard let (grade, record) = review(evidence, with: \.grade) else { return .missing }
        return .of(grade.held(within: 0...4), record)
    }

    /// Since the entry into the unbroken run of incubation stages that still lasts.
    func monthsInIncubation(_ evidence: Evidence) -> Finding {
        guard let stage = incubationStage(evidence) else { return .missing }
        guard stage.isIncubation else { return .notApplicable }
        let stages = known(evidence.incubationStages).filter { $0.enteredOn <= asOf }
        let lastPause = stages.lazy.filter { !$0.isIncubation }.map(\.enteredOn).max()
        let run = stages.filter { stage in stage.isIncubation && (lastPause.map { stage.enteredOn >= $0 } ?? true) }
        let entry = run.map(\.enteredOn).min()
        return .of(asOf.months(since: entry ?? stage.enteredOn), stage.record)
    }

    var daysSinceProfileConfirmed: Finding {
        guard let profile, let confirmed = profile.confirmedOn, confirmed <= asOf else { return .missing }
        return .of(Double(asOf.days(since: confirmed)), profile.record)
    }

    var ageYears: Finding {
        guard let profile, let founded = profile.foundedOn, founded <= asOf else { return .missing }
        return .of(Double(asOf.days(since: founded)) / 365.25, profile.record)
    }
}
