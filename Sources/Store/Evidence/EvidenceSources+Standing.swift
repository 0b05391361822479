import Appraisal
import Postgres
import Values

/// The legal history: since when the organization stands, and whether it is registered or filed.
///
/// Both tables are held to the page: the server does not conclude from one to the other and would read the whole of the second for every page.
struct StandingSource: EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT l.district, l.serial, l.since, lead(l.since) OVER (PARTITION BY l.district, l.serial ORDER BY l.step),
               l.status IN ('filed', 'registered'), o.founded_on
          FROM legal_status_steps l
          JOIN organizations o ON o.district = l.district AND o.serial = l.serial
         WHERE (l.district, l.serial) >= (\(range.first.district), \(range.first.serial))
           AND (l.district, l.serial) <= (\(range.last.district), \(range.last.serial))
           AND (o.district, o.serial) >= (\(range.first.district), \(range.first.serial))
           AND (o.district, o.serial) <= (\(range.last.district), \(range.last.serial))
           AND l.since <= \(asOf)
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, since, next, isStanding, founded) = try row.decode(
            as: Int64.self, Int64.self, Day.self, Day?.self, Bool.self, Day?.self)
        let mark = RecordMark(source: SourceReference(kind: .organization, id: serial), knownOn: since, replacedOn: next)
        let record = ProfileRecord(record: mark, foundedOn: founded, legalStanding: isStanding)
        return (EvidenceKey(district: district, serial: serial), { $0.profile.append(record) })
    }
}

/// The yearly accounts; a later receipt of the same year takes the place of the earlier one from its day on.
struct AccountsSource: EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, period_end, received_on,
               lead(received_on) OVER (PARTITION BY district, serial, period_end ORDER BY received_on),
               income, income_government, income_purchased_services, income_donations, income_membership_fees, income_own_services, income_other,
               spending, administrative_spending, assets, cash, liabilities, net_assets, members, staff
          FROM yearly_accounts
         WHERE \(fragment: range.condition) AND received_on <= \(asOf)
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (
            district, serial, periodEnd, receivedOn, next, income, government, purchased, donations, fees, own, other, spending,
            administrative,
            assets, cash, liabilities, netAssets, members, staff
        ) = try row.decode(
            as: Int64.self, Int64.self, Day.self, Day.self, Day?.self, Money?.self, Money?.self, Money?.self, Money?.self, Money?.self,
            Money?.self, Money?.self, Money?.self, Money?.self, Money?.self, Money?.self, Money?.self, Money?.self, Int32?.self, Int32?.self
        )
        var record = AccountsRecord(
            record: RecordMark(source: SourceReference(.accounts, on: periodEnd), knownOn: receivedOn, replacedOn: next),
            periodEnd: periodEnd)
        record.income = income
        record.spending = spending
        record.administrativeSpending = administrative
        (record.assets, record.cash, record.liabilities, record.netAssets) = (assets, cash, liabilities, netAssets)
        (record.members, record.staff) = (members.map(Int.init), staff.map(Int.init))
        let lines = [(government, true), (purchased, true), (donations, false), (fees, false), (own, false), (other, false)]
        record.incomeLines = lines.compactMap { amount, isPublic in amount.map { IncomeLine(amount: $0, isPublicMoney: isPublic) } }
        return (EvidenceKey(district: district, serial: serial), { [record] in $0.accounts.append(record) })
    }
}

/// The yearly reports that are owed; the duty is known from the end of the year that it is about.
struct ReportsSource: EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT district, serial, period_end, due_on, received_on
          FROM annual_reports
         WHERE \(fragment: range.condition) AND period_end <= \(asOf)
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, periodEnd, dueOn, receivedOn) = try row.decode(as: Int64.self, Int64.self, Day.self, Day.self, Day?.self)
        let record = AnnualReportRecord(
            record: RecordMark(source: SourceReference(.annualReport, on: periodEnd), knownOn: periodEnd), periodEnd: periodEnd,
            dueOn: dueOn,
            receivedOn: receivedOn)
        return (EvidenceKey(district: district, serial: serial), { $0.annualReports.append(record) })
    }
}

/// Indicator values that were measured elsewhere and handed in.
struct ObservationSource: EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL {
        """
        SELECT DISTINCT ON (district, serial, indicator) district, serial, indicator, observed_on, value
          FROM observations
         WHERE \(fragment: range.condition) AND observed_on <= \(asOf)
         ORDER BY district, serial, indicator, observed_on DESC, source
        """
    }

    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void) {
        let (district, serial, indicator, observedOn, value) = try row.decode(
            as: Int64.self, Int64.self, String.self, Day.self, Double.self)
        let record = Observation(
            record: RecordMark(source: SourceReference(.observation, on: observedOn), knownOn: observedOn), indicator: indicator,
            observedOn: observedOn, value: value)
        return (EvidenceKey(district: district, serial: serial), { $0.observations.append(record) })
    }
}
