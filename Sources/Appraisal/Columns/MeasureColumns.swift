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
    let positions: [Int]
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
        switch measure {
        case .reserveMonths: write(.netAssets, .spending, to: output) { AccountsFormula.months(of: $0, spending: $1) }
        case .cashMonths: write(.cash, .spending, to: output) { AccountsFormula.months(of: $0, spending: $1) }
        case .operatingMargin: write(.income, .surplus, to: output) { AccountsFormula.operatingMargin(income: $0, surplus: $1) }
        case .twoDeficits: write(.surplus, .surplusBefore, to: output) { AccountsFormula.twoDeficits(now: $0, before: $1) }
        case .incomeConcentration: write(.squaresOfSources, .sources, to: output) { AccountsFormula.share($0, of: $1 * $1) }
        case .largestFunderShare: write(.largestFunder, .sources, to: output) { AccountsFormula.share($0, of: $1) }
        case .publicMoneyShare: write(.publicMoney, .sources, to: output) { AccountsFormula.share($0, of: $1) }
        case .debtRatio: write(.liabilities, .assets, to: output) { AccountsFormula.debtRatio(liabilities: $0, assets: $1) }
        case .administrativeShare:
            write(.administrativeSpending, .spending, to: output) { AccountsFormula.administrativeShare($0, spending: $1) }
        case .income: write(.income, to: output) { $0 }
        case .members: write(.members, to: output) { $0 }
        default: writeChange(measure, to: output)
        }
    }

    private func writeChange(_ measure: Measure, to output: Output) {
        switch measure {
        case .incomeChange: write(.incomeBefore, .income, .yearsBetween, to: output) { AccountsFormula.change(from: $0, to: $1, years: $2) }
        case .participationChange:
            write(.membersBefore, .members, .yearsBetween, to: output) { AccountsFormula.change(from: $0, to: $1, years: $2) }
        case .netAssetsChange:
            write(.netAssetsBefore, .netAssets, .income, .yearsBetween, to: output) {
                AccountsFormula.changeByIncome(from: $0, to: $1, income: $2, years: $3)
            }
        default: output.update(repeating: .nan, count: part.count)
        }
    }

    /// Ranks of a figure within each organization's cohort.
    private func writeRanks(_ figure: AccountsColumns.Figure, of quantity: CohortIndex.Quantity, to output: Output) {
        accounts.withColumn(figure) { amounts in
            positions.withUnsafeBufferPointer { positions in
                cohorts.writeRanks(
                    of: UnsafeBufferPointer(rebasing: amounts[part]), quantity: quantity, in: positions, minimum: cohortMinimum, to: output)
            }
        }
    }

    /// Months from so many months after the end of the year to a day that may depend on when the accounts were received.
    @inline(__always)
    private func writeMonthsLate(after months: Int, to output: Output, until day: (Lanes) -> Lanes) {
        accounts.withColumn(.periodEnd) { ends in
            var calendar = MonthsLater(months: months)
            for (slot, place) in part.enumerated() { output[slot] = calendar.day(after: ends[place]) }
        }
        // Over the days on which it fell due.
        accounts.withColumns { columns, stride in
            let received = columns + AccountsColumns.Figure.received.rawValue * stride + part.lowerBound
            each { slot in output.set(slot, AccountsFormula.monthsLate(day(received.lanes(slot)), since: UnsafePointer(output).lanes(slot)))
            }
        }
    }
}

extension MeasureColumns {
    /// Goes through the organizations, the first of every few that go together at a time.
    @inline(__always)
    private func each(_ body: (Int) -> Void) {
        var slot = 0
        while slot < part.count {
            body(slot)
            slot &+= Lanes.scalarCount
        }
    }

    @inline(__always)
    private func write(_ figures: UnsafeMutablePointer<Double>, to output: Output, _ formula: (Lanes) -> Lanes) {
        let figures = UnsafePointer(figures)
        each { slot in output.set(slot, formula(figures.lanes(slot))) }
    }

    @inline(__always)
    private func write(_ figure: AccountsColumns.Figure, to output: Output, _ formula: (Lanes) -> Lanes) {
        accounts.withColumns { columns, stride in
            let values = columns + figure.rawValue * stride + part.lowerBound
            each { slot in output.set(slot, formula(values.lanes(slot))) }
        }
    }

    @inline(__always)
    private func write(
        _ first: AccountsColumns.Figure, _ second: AccountsColumns.Figure, to output: Output, _ formula: (Lanes, Lanes) -> Lanes
    ) {
        accounts.withColumns { columns, stride in
            let start = columns + part.lowerBound
            let (one, two) = (start + first.rawValue * stride, start + second.rawValue * stride)
            each { slot in output.set(slot, formula(one.lanes(slot), two.lanes(slot))) }
        }
    }

    @inline(__always)
    private func write(
        _ first: AccountsColumns.Figure, _ second: AccountsColumns.Figure, _ third: AccountsColumns.Figure, to output: Output,
        _ formula: (Lanes, Lanes, Lanes) -> Lanes
    ) {
        accounts.withColumns { columns, stride in
            let start = columns + part.lowerBound
            let (one, two, three) = (start + first.rawValue * stride, start + second.rawValue * stride, start + third.rawValue * stride)
            each { slot in output.set(slot, formula(one.lanes(slot), two.lanes(slot), three.lanes(slot))) }
        }
    }

    @inline(__always)
    private func write(
        _ first: AccountsColumns.Figure, _ second: AccountsColumns.Figure, _ third: AccountsColumns.Figure,
        _ fourth: AccountsColumns.Figure, to output: Output, _ formula: (Lanes, Lanes, Lanes, Lanes) -> Lanes
    ) {
        accounts.withColumns { columns, stride in
            let start = columns + part.lowerBound
            let (one, two) = (start + first.rawValue * stride, start + second.rawValue * stride)
            let (three, four) = (start + third.rawValue * stride, start + fourth.rawValue * stride)
            each { slot in output.set(slot, formula(one.lanes(slot), two.lanes(slot), three.lanes(slot), four.lanes(slot))) }
        }
    }
}

/// Days so many months after others. Most years end on the same few days, for which it is worked out once.
struct MonthsLater {
    let months: Int
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
    mutating func day(after day: Double) -> Double {
        guard day == day else { return .nan }
        let place = Int(day) & (Self.places - 1)
        if days[place] == day { return later[place] }
        days[place] = day
        later[place] = Day(daysSince1970: Int(day)).map { Double($0.adding(months: months).daysSince1970) } ?? .nan
        return later[place]
    }
}
