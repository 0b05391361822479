import Values

/// What measures share: the day, what an organization's records come to on it, the cohorts of that day, and the rubric's periods.
///
/// The records themselves are handed to every measure that wants them: holding them here would copy a dozen lists for every organization.
struct MeasureContext {
    let asOf: Day
    let cohorts: CohortIndex
    /// Where the organization's kind stands among the cohorts; nil where nobody is ranked, also for cohorts of another day.
    let cohort: Int?
    let reportDueMonths: Int
    let cohortMinimum: Int
    let accounts: AccountsView
    let profile: ProfileRecord?
    /// The activity log, one record per month, in order.
    let months: [ActivityMonth]
    /// The first day of the year that ends on the appraisal's day.
    let yearBegins: Day

    init(evidence: Evidence, asOf: Day, cohorts: CohortIndex, reportDueMonths: Int, cohortMinimum: Int) {
        self.asOf = asOf
        self.cohorts = cohorts
        cohort = cohorts.asOf == asOf ? cohorts.position(of: evidence.cohort) : nil
        self.reportDueMonths = reportDueMonths
        self.cohortMinimum = cohortMinimum
        accounts = AccountsView(evidence.accounts, asOf: asOf)
        profile = Self.newest(evidence.profile, asOf: asOf) { $0.record.knownOn }
        months = Self.months(of: evidence, asOf: asOf)
        yearBegins = asOf.adding(days: -364)
    }

    /// The known record with the latest day; of one day the one known last, then the one with the higher key.
    static func newest<Item: RecordedEvidence>(_ items: some Sequence<Item>, asOf: Day, by day: (Item) -> Day) -> Item? {
        var best: Item?
        for item in items where item.record.stands(on: asOf) && day(item) <= asOf {
            guard let current = best else {
                best = item
                continue
            }
            let (left, right) = (day(item), day(current))
            if left > right
                || left == right
                    && (item.record.knownOn, item.record.source.id) > (current.record.knownOn, current.record.source.id)
            {
                best = item
            }
        }
        return best
    }

    func newest<Item: RecordedEvidence>(_ items: some Sequence<Item>, by day: (Item) -> Day) -> Item? {
        Self.newest(items, asOf: asOf, by: day)
    }

    /// Records that the register held on the day.
    func known<Item: RecordedEvidence>(_ items: ArraySlice<Item>) -> ArraySlice<Item> {
        items.allSatisfy { $0.record.stands(on: asOf) } ? items : items.filter { $0.record.stands(on: asOf) }[...]
    }

    /// The record that an assumed value points at: the case if there is one, else the entry in the register.
    func standing(_ evidence: Evidence) -> SourceReference? {
        incubationStage(evidence)?.record.source ?? profile?.record.source
    }

    /// Since when it has been possible to expect anything of the organization: its founding or its admission, whichever came first.
    func beginning(_ evidence: Evidence) -> Day? {
        let founded = profile?.foundedOn
        guard !evidence.incubationStages.isEmpty else { return founded }
        let admitted = known(evidence.incubationStages).map(\.enteredOn).min()
        guard let founded, let admitted else { return founded ?? admitted }
        return min(founded, admitted)
    }
}
