import CColumns

/// What measures of accounts come to for one organization, as plain arithmetic: what accounts do not state is not a number, and neither is what cannot be worked
/// out from them.
///
/// The formulas are those that whole columns are worked out by (`accounts_formulas.c`).
enum AccountsFormula {
    /// Months for which an amount lasts at the year's spending, up to a hundred years either way.
    static func months(of amount: Double, spending: Double) -> Double { months_of_one(amount, spending) }

    static func operatingMargin(income: Double, surplus: Double) -> Double { operating_margin_of_one(income, surplus) }

    /// 1 where both years ended in a deficit.
    static func twoDeficits(now: Double, before: Double) -> Double { two_deficits_of_one(now, before) }

    /// Natural logarithm of the quotient of two amounts that cannot be negative, held within ±5, per year.
    static func change(from before: Double, to now: Double, years: Double) -> Double { change_of_one(before, now, years) }

    /// Change per year as a share of the year's income.
    static func changeByIncome(from before: Double, to now: Double, income: Double, years: Double) -> Double {
        change_by_income_of_one(before, now, income, years)
    }

    /// A part, of which a negative one is none that is known, as a share of the whole.
    static func share(_ part: Double, of whole: Double) -> Double { share_of_one(part, whole) }

    /// How much one source stands for many: the squares of sources by the square of their sum.
    static func concentration(squares: Double, sum: Double) -> Double { concentration_of_one(squares, sum) }

    /// What is owed for what is owned; neither is less than nothing.
    static func debtRatio(liabilities: Double, assets: Double) -> Double { debt_ratio_of_one(liabilities, assets) }

    static func administrativeShare(_ administrative: Double, spending: Double) -> Double {
        administrative_share_of_one(administrative, spending)
    }

    /// How long after a day another one was, in months; never less than none.
    @inline(__always)
    static func monthsLate(_ day: Lanes, since due: Lanes) -> Lanes {
        let months = (day - due) / daysPerMonth
        return Lanes.zero.chosen(where: months .< .zero, otherwise: months)
    }
}
