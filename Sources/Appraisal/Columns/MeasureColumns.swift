import CColumns
import Values

extension Measure {
    /// Where a measure is worked out for many organizations at a time: what it rests on, which decides what it means that there is no value.
    enum Column {
        /// The newest accounts, or the newest and those before them.
        case accounts, twoAccounts
        /// The newest accounts and those of others.
        case rank(CohortIndex.Quantity)
        /// The entry in the register. What it does not state is missing, or blank.
        case profile, profileOrBlank

        var isOfAccounts: Bool {
            switch self {
            case .accounts, .twoAccounts, .rank: true
            case .profile, .profileOrBlank: false
            }
        }
    }

    /// Nil for measures that are worked out for each organization by itself.
    var column: Column? {
        switch self {
        case .reserveMonths, .operatingMargin, .incomeConcentration, .largestFunderShare, .publicMoneyShare, .debtRatio, .cashMonths,
            .administrativeShare, .income, .members, .reportOverdueMonths, .reportDelayMonths, .accountsAgeMonths:
            .accounts
        case .twoDeficits, .incomeChange, .netAssetsChange, .participationChange: .twoAccounts
        case .incomePercentile: .rank(.income)
        case .netAssetsPercentile: .rank(.netAssets)
        case .membersPercentile: .rank(.members)
        case .ageYears, .daysSinceProfileConfirmed: .profile
        case .legalStanding: .profileOrBlank
        default: nil
        }
    }

    /// Kinds of records of which one is enough for the measure to be worked out for an organization by itself.
    var kindsBesideColumn: EvidenceKinds {
        kinds.subtracting([.accounts, .profile])
    }
}

/// Works measures out for organizations that follow each other in a batch, a column at a time. What there is no value for is not a number.
struct MeasureColumns {
    /// Where they stand in the columns of accounts.
    let part: Range<Int>
    let accounts: AccountsColumns
    let profiles: ProfileColumns
    let cohorts: CohortIndex
    /// Where each organization's kind stands among the cohorts; negative where nobody is ranked.
    let positions: UnsafeBufferPointer<Int>
    let asOf: Day
    let reportDueMonths: Int
    let cohortMinimum: Int

    /// Where the figures of one measure go, as many as the part has organizations.
    typealias Output = UnsafeMutablePointer<Double>

    func write(_ measure: Measure, to output: Output) {
        let today = Lanes(repeating: Double(asOf.daysSince1970))
        switch measure {
        case .reportOverdueMonths: writeMonthsLate(after: 12 + reportDueMonths, to: output) { _ in today }
        case .reportDelayMonths: writeMonthsLate(after: reportDueMonths, to: output) { $0 }
        case .accountsAgeMonths: write(.periodEnd, to: output) { (today - $0) / daysPerMonth }
        case .incomePercentile: writeRanks(.income, of: .income, to: output)
        case .netAssetsPercentile: writeRanks(.netAssets, of: .netAssets, to: output)
        case .membersPercentile: writeRanks(.members, of: .members, to: output)
        case .ageYears: write(profiles.founded, to: output) { (today - $0) / 365.25 }
        case .daysSinceProfileConfirmed: write(profiles.confirmed, to: output) { today - $0 }
        case .legalStanding: write(profiles.standing, to: output) { $0 }
        default: writeFinance(measure, to: output)
        }
    }

    private func writeFinance(_ measure: Measure, to output: Output) {
        accounts.withColumns(from: part.lowerBound) { figures in
            let count = part.count
            switch measure {
            case .reserveMonths: write_months(figures[.netAssets], figures[.spending], output, count)
            case .cashMonths: write_months(figures[.cash], figures[.spending], output, count)
            case .operatingMargin: write_operating_margin(figures[.income], figures[.surplus], output, count)
            case .twoDeficits: write_two_deficits(figures[.surplus], figures[.surplusBefore], output, count)
            case .incomeConcentration: write_concentration(figures[.squaresOfSources], figures[.sources], output, count)
            case .largestFunderShare: write_share(figures[.largestFunder], figures[.sources], output, count)
            case .publicMoneyShare: write_share(figures[.publicMoney], figures[.sources], output, count)
            case .debtRatio: write_debt_ratio(figures[.liabilities], figures[.assets], output, count)
            case .administrativeShare: write_administrative_share(figures[.administrativeSpending], figures[.spending], output, count)
            case .income: output.update(from: figures[.income], count: count)
            case .members: output.update(from: figures[.members], count: count)
            default: writeChange(measure, figures, to: output)
            }
        }
    }

    private func writeChange(_ measure: Measure, _ figures: AccountsColumns.Columns, to output: Output) {
        let (years, count) = (figures[.yearsBetween], part.count)
        switch measure {
        case .incomeChange: write_change(figures[.incomeBefore], figures[.income], years, output, count)
        case .participationChange: write_change(figures[.membersBefore], figures[.members], years, output, count)
        case .netAssetsChange:
            write_change_by_income(figures[.netAssetsBefore], figures[.netAssets], figures[.income], years, output, count)
        default: output.update(repeating: .nan, count: count)
        }
    }

    /// Ranks of a figure within each organization's cohort.
    private func writeRanks(_ figure: AccountsColumns.Figure, of quantity: CohortIndex.Quantity, to output: Output) {
        accounts.withColumns(from: part.lowerBound) { columns in
            cohorts.writeRanks(
                of: UnsafeBufferPointer(start: columns[figure], count: part.count), quantity: quantity, in: positions,
                minimum: cohortMinimum, to: output)
        }
    }

    /// Months from so many months after the end of the year to a day that may depend on when the accounts were received.
    @inline(__always)
    private func writeMonthsLate(after months: Int, to output: Output, until day: (Lanes) -> Lanes) {
        accounts.withColumns(from: part.lowerBound) { columns in
            let (ends, received) = (columns[.periodEnd], columns[.received])
            var calendar = MonthsLater(months: months)
            var slot = 0
            while slot < part.count {
                let due = calendar.days(after: ends.lanes(slot))
                output.set(slot, AccountsFormula.monthsLate(day(received.lanes(slot)), since: due))
                slot &+= Lanes.scalarCount
            }
        }
    }
}

extension MeasureColumns {
    @inline(__always)
    private func write(_ figures: UnsafeMutablePointer<Double>, to output: Output, _ formula: (Lanes) -> Lanes) {
        Self.write(UnsafePointer(figures), count: part.count, to: output, formula)
    }

    /// Works a formula out for some organizations at a time.
    @inline(__always)
    private static func write(_ figures: UnsafePointer<Double>, count: Int, to output: Output, _ formula: (Lanes) -> Lanes) {
        var slot = 0
        while slot < count {
            output.set(slot, formula(figures.lanes(slot)))
            slot &+= Lanes.scalarCount
        }
    }

    @inline(__always)
    private func write(_ figure: AccountsColumns.Figure, to output: Output, _ formula: (Lanes) -> Lanes) {
        accounts.withColumns(from: part.lowerBound) { Self.write($0[figure], count: part.count, to: output, formula) }
    }
}

/// Days so many months after others. Most years end on the same few days, for which it is worked out once.
struct MonthsLater {
    let months: Int
    /// The days that were asked for last, if they were one and the same, and the day so many months after it.
    private var same = Lanes(repeating: .nan)
    private var afterSame = Lanes(repeating: .nan)
    private var days: [Double]
    private var later: [Double]
    private static let places = 64

    init(months: Int) {
        self.months = months
        days = Array(repeating: .nan, count: Self.places)
        later = days
    }

    /// Not a number for what is no day.
    @inline(__always)
    mutating func days(after days: Lanes) -> Lanes {
        if all(days .== same) { return afterSame }
        return lookUp(days)
    }

    private mutating func lookUp(_ days: Lanes) -> Lanes {
        var found = Lanes(repeating: .nan)
        for lane in days.indices { found[lane] = day(after: days[lane]) }
        if all(days .== Lanes(repeating: days[0])) { (same, afterSame) = (days, found) }
        return found
    }

    private mutating func day(after day: Double) -> Double {
        guard day == day else { return .nan }
        let place = Int(day) & (Self.places - 1)
        if days[place] == day { return later[place] }
        days[place] = day
        later[place] = Day(daysSince1970: Int(day)).map { Double($0.adding(months: months).daysSince1970) } ?? .nan
        return later[place]
    }
}
