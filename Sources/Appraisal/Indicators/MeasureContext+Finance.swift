import Values

/// Money measures. Quotients with nothing below the line are held at fixed ends instead of becoming infinite.
extension MeasureContext {
    /// Months count up to a hundred years either way.
    private static let monthsRange = -1200.0...1200.0

    private func months(of amount: Double?) -> Finding {
        guard accounts.hasNewest else { return .missing }
        guard let amount, let spending = accounts.now.spending, spending >= 0 else { return .blank }
        if spending == 0 {
            let end = amount > 0 ? Self.monthsRange.upperBound : amount < 0 ? Self.monthsRange.lowerBound : 0
            return .of(end, accounts.now)
        }
        return .of((12 * amount / spending).held(within: Self.monthsRange), accounts.now)
    }

    var reserveMonths: Finding {
        months(of: accounts.now.netAssets)
    }

    var cashMonths: Finding {
        months(of: accounts.now.cash)
    }

    var operatingMargin: Finding {
        guard accounts.hasNewest else { return .missing }
        guard let income = accounts.now.income, let surplus = accounts.now.surplus, income >= 0 else { return .blank }
        if income == 0 { return .of(surplus < 0 ? -10 : surplus > 0 ? 1 : 0, accounts.now) }
        return .of((surplus / income).held(within: -10...1), accounts.now)
    }

    /// What two years' accounts come to; one year alone does not show a change yet.
    func twoYears(_ body: () -> Finding) -> Finding {
        guard accounts.hasNewest else { return .missing }
        return accounts.hasPrevious ? body() : .notYet
    }

    var twoDeficits: Finding {
        twoYears {
            guard let now = accounts.now.surplus, let before = accounts.before.surplus else { return .blank }
            return .of(now < 0 && before < 0 ? 1 : 0, accounts.now)
        }
    }

    var incomeChange: Finding {
        twoYears {
            guard let now = accounts.now.income, let before = accounts.before.income else { return .blank }
            return change(from: before, to: now, years: accounts.yearsBetween, source: accounts.now.source)
        }
    }

    /// Natural logarithm of the quotient of two amounts that cannot be negative, held within ±5, per year.
    func change(from before: Double, to now: Double, years: Double = 1, source: SourceReference) -> Finding {
        guard before >= 0, now >= 0 else { return .blank }
        if before == 0 || now == 0 { return .value(before == now ? 0 : (now > 0 ? 5 : -5) / years, source) }
        return .value(Logarithm.natural(now / before).held(within: -5...5) / years, source)
    }

    /// Change of net assets per year as a share of the year's income.
    var netAssetsChange: Finding {
        twoYears {
            guard let now = accounts.now.netAssets, let before = accounts.before.netAssets, let income = accounts.now.income, income >= 0
            else { return .blank }
            if income == 0 { return .of(now < before ? -10 : now > before ? 10 : 0, accounts.now) }
            return .of(((now - before) / income).held(within: -10...10) / accounts.yearsBetween, accounts.now)
        }
    }

    /// A share of the newest accounts' income by source; nil is one that they do not tell.
    private func share(_ part: Double?) -> Finding {
        guard accounts.hasNewest else { return .missing }
        guard accounts.now.incomeMix.total > 0, let part else { return .blank }
        return .of(part.held(within: 0...1), accounts.now)
    }

    var incomeConcentration: Finding {
        let total = accounts.now.incomeMix.total
        return share(accounts.now.incomeMix.squares / (total * total))
    }

    var largestFunderShare: Finding {
        let largest = accounts.now.incomeMix.largestFunder
        return share(largest < 0 ? nil : largest / accounts.now.incomeMix.total)
    }

    var publicMoneyShare: Finding {
        share(accounts.now.incomeMix.publicMoney / accounts.now.incomeMix.total)
    }

    var debtRatio: Finding {
        guard accounts.hasNewest else { return .missing }
        guard let liabilities = accounts.now.liabilities, let assets = accounts.now.assets else { return .blank }
        let (owed, owned) = (max(0, liabilities), max(0, assets))
        if owned == 0 { return .of(owed > 0 ? 100 : 0, accounts.now) }
        return .of((owed / owned).held(within: 0...100), accounts.now)
    }

    var administrativeShare: Finding {
        guard accounts.hasNewest else { return .missing }
        guard let administrative = accounts.now.administrativeSpending, let spending = accounts.now.spending, spending > 0 else {
            return .blank
        }
        return .of((administrative / spending).held(within: 0...1), accounts.now)
    }

    /// In the minor unit of the record's own currency; meant to be held against zero only.
    var income: Finding {
        guard accounts.hasNewest else { return .missing }
        guard let income = accounts.now.income else { return .blank }
        return .of(income, accounts.now)
    }

    func percentile(of quantity: CohortIndex.Quantity) -> Finding {
        guard accounts.hasNewest else { return .missing }
        guard let amount = accounts.now.amount(of: quantity) else { return .blank }
        guard let cohort, let rank = cohorts.percentile(of: amount, quantity: quantity, in: cohort, minimum: cohortMinimum) else {
            return .notApplicable
        }
        return .of(rank, accounts.now)
    }
}
