import Appraisal
import Postgres
import Values

/// The legal history of organizations: since when each stands, whether it is registered or filed, and whether it existed on the day.
///
/// One exists from the first step of its legal history to the day before a step that ends it.
struct StandingRecords: Sendable {
    let records: [ProfileRecord]
    /// Where each organization's records stand.
    let parts: [Range<Int>]
    let exists: [Bool]

    init(of organizations: [AssessedOrganization], range: NumberRange, asOf: Day, from origin: some RecordOrigin) async throws {
        let grouped = try await GroupedRecords(StandingSource(), of: organizations, range: range, asOf: asOf, from: origin)
        var records: [ProfileRecord] = []
        records.reserveCapacity(grouped.records.count)
        for (organization, part) in zip(organizations, grouped.parts) {
            let source = SourceReference(kind: .organization, id: organization.serial)
            for step in grouped.records[part] {
                let mark = RecordMark(source: source, knownOn: step.since, replacedOn: step.replacedOn)
                records.append(ProfileRecord(record: mark, foundedOn: organization.foundedOn, legalStanding: step.isStanding))
            }
        }
        self.records = records
        parts = grouped.parts
        exists = grouped.parts.map { part in part.isEmpty ? false : grouped.records[part.upperBound - 1].exists }
    }
}

/// One step of a legal history.
struct StandingStep: Sendable {
    let since: Day
    var replacedOn: Day?
    let isStanding: Bool
    let exists: Bool
}

struct StandingSource: RecordSource {
    let columns = 5

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, since, status IN ('filed', 'registered'), status IN ('idea', 'ledgered', 'filed', 'registered')
          FROM legal_status_steps
         WHERE \(fragment: range.condition()) AND since <= \(date: asOf.date)
         ORDER BY district, serial, step
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> StandingStep {
        StandingStep(since: try fields.day(), isStanding: try fields.bool(), exists: try fields.bool())
    }

    func follow(_ earlier: inout StandingStep, by later: StandingStep) {
        earlier.replacedOn = later.since
    }
}

/// The yearly accounts; a later receipt of the same year takes the place of the earlier one from its day on.
struct AccountsSource: EvidenceSource {
    let columns = 18
    var list: WritableKeyPath<Evidence, ArraySlice<AccountsRecord>> { \.accounts }

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, period_end, received_on, income, income_government, income_purchased_services, income_donations,
               income_membership_fees, income_own_services, income_other, spending, administrative_spending, assets, cash, liabilities,
               net_assets, members
          FROM yearly_accounts
         WHERE \(fragment: range.condition()) AND received_on <= \(date: asOf.date)
         ORDER BY district, serial, period_end, received_on
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> AccountsRecord {
        let (periodEnd, receivedOn) = (try fields.day(), try fields.day())
        var record = AccountsRecord(
            record: RecordMark(source: SourceReference(.accounts, on: periodEnd), knownOn: receivedOn), periodEnd: periodEnd)
        record.income = try fields.money()
        // Government grants and purchased services, then what is not public money.
        for source in 0..<6 {
            if let amount = try fields.money() { record.incomeMix.add(amount, isPublicMoney: source < 2) }
        }
        record.spending = try fields.money()
        record.administrativeSpending = try fields.money()
        (record.assets, record.cash, record.liabilities) = (try fields.money(), try fields.money(), try fields.money())
        record.netAssets = try fields.money()
        record.members = try fields.optionalInt32().map(Int.init)
        return record
    }

    func follow(_ earlier: inout AccountsRecord, by later: AccountsRecord) {
        guard earlier.periodEnd == later.periodEnd else { return }
        earlier.record.replacedOn = later.record.knownOn
    }
}

/// The yearly reports that are owed; the duty is known from the end of the year that it is about.
struct ReportsSource: EvidenceSource {
    let columns = 5
    var list: WritableKeyPath<Evidence, ArraySlice<AnnualReportRecord>> { \.annualReports }

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, period_end, due_on, received_on
          FROM annual_reports
         WHERE \(fragment: range.condition()) AND period_end <= \(date: asOf.date)
         ORDER BY district, serial, period_end
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> AnnualReportRecord {
        let periodEnd = try fields.day()
        return AnnualReportRecord(
            record: RecordMark(source: SourceReference(.annualReport, on: periodEnd), knownOn: periodEnd), periodEnd: periodEnd,
            dueOn: try fields.day(), receivedOn: try fields.optionalDay())
    }
}

/// Indicator values that were measured elsewhere and handed in, the newest of each.
struct ObservationSource: EvidenceSource {
    let columns = 5
    var list: WritableKeyPath<Evidence, ArraySlice<Observation>> { \.observations }

    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT DISTINCT ON (district, serial, indicator) district, serial, indicator, observed_on, value
          FROM observations
         WHERE \(fragment: range.condition()) AND observed_on <= \(date: asOf.date)
         ORDER BY district, serial, indicator, observed_on DESC, source
        """
    }

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> Observation {
        let (indicator, observedOn) = (try fields.text(), try fields.day())
        return Observation(
            record: RecordMark(source: SourceReference(.observation, on: observedOn), knownOn: observedOn), indicator: indicator,
            observedOn: observedOn, value: try fields.double())
    }
}
