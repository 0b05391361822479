import Values

/// Money measures. Quotients with nothing below the line are held at fixed ends instead of becoming infinite.
extension MeasureContext {
    /// Months count up to a hundred years either way.
    private static let monthsRange = -1200.0...1200.0

    private func months(of amount: Double?, in accounts: AccountsRecord) -> Finding {
        guard let amount, let spending = accounts.spendingAmount, spending >= 0 else { return .blank }
        if spending == 0 {
            let end = amount > 0 ? Self.monthsRange.upperBound : amount < 0 ? Self.monthsRange.lowerBound : 0
            return .of(end, accounts.record)
        }
        return .of((12 * amount / spending).held(within: Self.monthsRange), accounts.record)
    }

    var reserveMonths: Finding {
        guard let newest = accounts.newest else { return .missing }
        return months(of: newest.netAssetsAmount, in: newest)
    }

    var cashMonths: Finding {
        guard let newest = accounts.newest else { return .missing }
        return months(of: newest.cash.map { Double($0.minorUnits) }, in: newest)
    }

    private func margin(of accounts: AccountsRecord) -> Double? {
        guard let income = accounts.incomeAmount, let surplus = accounts.surplusAmount, income >= 0 else { return nil }
        if income == 0 { return surplus < 0 ? -10 : surplus > 0 ? 1 : 0 }
        return (surplus / income).held(within: -10...1)
    }

    var operatingMargin: Finding {
        guard let newest = accounts.newest else { return .missing }
        guard let margin = margin(of: newest) else { return .blank }
        return .of(margin, newest.record)
    }

    /// The newest accounts and those before them; one year alone does not show a change yet.
    func twoYears(_ body: (AccountsRecord, AccountsRecord) -> Finding) -> Finding {
        guard let newest = accounts.newest else { return .missing }
        guard let previous = accounts.previous else { return .notYet }
        return body(newest, previous)
    }

    var twoDeficits: Finding {
        twoYears { newest, previous in
            guard let now = newest.surplusAmount, let before = previous.surplusAmount else { return .blank }
            return .of(now < 0 && before < 0 ? 1 : 0, newest.record)
        }
    }

    var incomeChange: Finding {
        twoYears { newest, previous in
            guard let now = newest.incomeAmount, let before = previous.incomeAmount else { return .blank }
            return change(from: before, to: now, years: accounts.yearsBetween, record: newest.record)
        }
    }

    /// Natural logarithm of the quotient of two amounts that cannot be negative, held within ±5, per year.
    func change(from before: Double, to now: Double, years: Double = 1, record: RecordMark) -> Finding {
        guard before >= 0, now >= 0 else { return .blank }
        if before == 0 || now == 0 { return .of(before == now ? 0 : (now > 0 ? 5 : -5) / years, record) }
        return .of(Logarithm.natural(now / before).held(within: -5...5) / years, record)
    }

    /// Change of net assets per year as a share of the year's income.
    var netAssetsChange: Finding {
        twoYears { newest, previous in
            guard let now = newest.netAssetsAmount, let before = previous.netAssetsAmount, let income = newest.incomeAmount, income >= 0
            else { return .blank }
            if income == 0 { return .of(now < before ? -10 : now > before ? 10 : 0, newest.record) }
            return .of(((now - before) / income).held(within: -10...10) / accounts.yearsBetween, newest.record)
        }
    }

    private func share(_ part: (IncomeMix) -> Double?) -> Finding {
        guard let newest = accounts.newest else { return .missing }
        guard newest.incomeMix.total > 0, let share = part(newest.incomeMix) else { return .blank }
        return .of(share.held(within: 0...1), newest.record)
    }

    var incomeConcentration: Finding {
        share { $0.squares / ($0.total * $0.total) }
    }

    var largestFunderShare: Finding {
        share { $0.largestFunder < 0 ? nil : $0.largestFunder / $0.total }
    }

    var publicMoneyShare: Finding {
        share { $0.publicMoney / $0.total }
    }

    var debtRatio: Finding {
        guard let newest = accounts.newest else { return .missing }
        guard let liabilities = newest.liabilities, let assets = newest.assets else { return .blank }
        let (owed, owned) = (max(0, Double(liabilities.minorUnits)), max(0, Double(assets.minorUnits)))
        if owned == 0 { return .of(owed > 0 ? 100 : 0, newest.record) }
        return .of((owed / owned).held(within: 0...100), newest.record)
    }

    var administrativeShare: Finding {
        guard let newest = accounts.newest else { return .missing }
        guard let administrative = newest.administrativeSpending, let spending = newest.spendingAmount, spending > 0 else { return .blank }
        return .of((Double(administrative.minorUnits) / spending).held(within: 0...1), newest.record)
    }

    /// In the minor unit of the record's own currency; meant to be held against zero only.
    var income: Finding {
        guard let newest = accounts.newest else { return .missing }
        guard let income = newest.incomeAmount else { return .blank }
        return .of(income, newest.record)
    }

    func percentile(of quantity: CohortIndex.Quantity) -> Finding {
        guard let (amount, record) = accounts.amount(of: quantity) else { return accounts.newest == nil ? .missing : .blank }
        guard
            let cohort, let rank = cohorts.percentile(of: amount, quantity: quantity, in: cohort, minimum: cohortMinimum)
        else { return .notApplicable }
        return .of(rank, record)
    }
}
