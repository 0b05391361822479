/// Money measures. Quotients with nothing below the line are held at fixed ends instead of becoming infinite.
extension MeasureContext {
    /// What the newest accounts come to by a formula.
    func newest(_ value: Double) -> Finding {
        guard accounts.hasNewest else { return .missing }
        return value.isNaN ? .blank : .of(value, accounts.now)
    }

    /// What two years' accounts come to; one year alone does not show a change yet.
    func twoYears(_ value: Double) -> Finding {
        accounts.hasNewest && !accounts.hasPrevious ? .notYet : newest(value)
    }

    private var now: AccountsYear.Figures { accounts.now.figures }
    private var before: AccountsYear.Figures { accounts.before.figures }
    private var years: Double { accounts.yearsBetween }

    var reserveMonths: Finding {
        newest(AccountsFormula.months(of: now.netAssets, spending: now.spending))
    }

    var cashMonths: Finding {
        newest(AccountsFormula.months(of: now.cash, spending: now.spending))
    }

    var operatingMargin: Finding {
        newest(AccountsFormula.operatingMargin(income: now.income, surplus: now.surplus))
    }

    var twoDeficits: Finding {
        twoYears(AccountsFormula.twoDeficits(now: now.surplus, before: before.surplus))
    }

    var incomeChange: Finding {
        twoYears(AccountsFormula.change(from: before.income, to: now.income, years: years))
    }

    var netAssetsChange: Finding {
        twoYears(
            AccountsFormula.changeByIncome(from: before.netAssets, to: now.netAssets, income: now.income, years: years))
    }

    private var sources: IncomeMix { accounts.now.incomeMix }

    var incomeConcentration: Finding {
        newest(AccountsFormula.concentration(squares: sources.squares, sum: sources.total))
    }

    var largestFunderShare: Finding {
        newest(AccountsFormula.share(sources.largestFunder, of: sources.total))
    }

    var publicMoneyShare: Finding {
        newest(AccountsFormula.share(sources.publicMoney, of: sources.total))
    }

    var debtRatio: Finding {
        newest(AccountsFormula.debtRatio(liabilities: now.liabilities, assets: now.assets))
    }

    var administrativeShare: Finding {
        newest(AccountsFormula.administrativeShare(now.administrativeSpending, spending: now.spending))
    }

    /// In the minor unit of the record's own currency; meant to be held against zero only.
    var income: Finding {
        newest(accounts.now.figures.income)
    }

    var membersChange: Finding {
        twoYears(AccountsFormula.change(from: before.members, to: now.members, years: years))
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
