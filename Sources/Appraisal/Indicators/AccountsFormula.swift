/// What measures of accounts come to, as plain arithmetic: what accounts do not state is not a number, and neither is what cannot be worked out from them.
///
/// Some organizations go through a formula in step; whoever asks about one takes the first lane.
enum AccountsFormula {
    private static let zero = Lanes.zero
    private static let unknown = Lanes(repeating: .nan)
    /// Months count up to a hundred years either way.
    private static let mostMonths = 1200.0

    /// Months for which an amount lasts at the year's spending.
    @inline(__always)
    static func months(of amount: Lanes, spending: Lanes) -> Lanes {
        let most = Lanes(repeating: mostMonths)
        let withoutSpending = most.chosen(where: amount .> zero, otherwise: (-most).chosen(where: amount .< zero, otherwise: amount))
        let months = (12 * amount / spending).held(-mostMonths, mostMonths)
        return months.chosen(where: spending .> zero, otherwise: withoutSpending.chosen(where: spending .== zero, otherwise: unknown))
    }

    @inline(__always)
    static func operatingMargin(income: Lanes, surplus: Lanes) -> Lanes {
        let profit = Lanes(repeating: 1).chosen(where: surplus .> zero, otherwise: surplus)
        let withoutIncome = Lanes(repeating: -10).chosen(where: surplus .< zero, otherwise: profit)
        let margin = (surplus / income).held(-10, 1)
        return margin.chosen(where: income .> zero, otherwise: withoutIncome.chosen(where: income .== zero, otherwise: unknown))
    }

    /// 1 where both years ended in a deficit.
    @inline(__always)
    static func twoDeficits(now: Lanes, before: Lanes) -> Lanes {
        let deficits = Lanes(repeating: 1).chosen(where: (now .< zero) .& (before .< zero), otherwise: zero)
        return deficits.chosen(where: isStated(now) .& isStated(before), otherwise: unknown)
    }

    /// Natural logarithm of the quotient of two amounts that cannot be negative, held within ±5, per year.
    @inline(__always)
    static func change(from before: Lanes, to now: Lanes, years: Lanes) -> Lanes {
        // A quotient too small or too large for its logarithm is held at the same end as any steep change.
        let change = Logarithm.ofNormal(now / before).held(-5, 5) / years
        let fall = Lanes(repeating: -5).chosen(where: before .> zero, otherwise: zero)
        let toOrFromNothing = Lanes(repeating: 5).chosen(where: now .> zero, otherwise: fall) / years
        let found = change.chosen(where: (before .> zero) .& (now .> zero), otherwise: toOrFromNothing)
        return found.chosen(where: (before .>= zero) .& (now .>= zero), otherwise: unknown)
    }

    /// Change per year as a share of the year's income.
    @inline(__always)
    static func changeByIncome(from before: Lanes, to now: Lanes, income: Lanes, years: Lanes) -> Lanes {
        let difference = now - before
        let rise = Lanes(repeating: 10).chosen(where: difference .> zero, otherwise: difference)
        let withoutIncome = Lanes(repeating: -10).chosen(where: difference .< zero, otherwise: rise)
        let change = (difference / income).held(-10, 10) / years
        return change.chosen(where: income .> zero, otherwise: withoutIncome.chosen(where: income .== zero, otherwise: unknown))
    }

    /// A part, of which a negative one is none that is known, as a share of the whole.
    @inline(__always)
    static func share(_ part: Lanes, of whole: Lanes) -> Lanes {
        (part / whole).held(0, 1).chosen(where: (whole .> zero) .& (part .>= zero), otherwise: unknown)
    }

    /// What is owed for what is owned; neither is less than nothing.
    @inline(__always)
    static func debtRatio(liabilities: Lanes, assets: Lanes) -> Lanes {
        let owed = liabilities.chosen(where: liabilities .> zero, otherwise: zero)
        let withoutAssets = Lanes(repeating: 100).chosen(where: owed .> zero, otherwise: zero)
        let ratio = (owed / assets).held(0, 100).chosen(where: assets .> zero, otherwise: withoutAssets)
        return ratio.chosen(where: isStated(liabilities) .& isStated(assets), otherwise: unknown)
    }

    @inline(__always)
    static func administrativeShare(_ administrative: Lanes, spending: Lanes) -> Lanes {
        (administrative / spending).held(0, 1).chosen(where: spending .> zero, otherwise: unknown)
    }

    /// How long after a day another one was, in months; never less than none.
    @inline(__always)
    static func monthsLate(_ day: Lanes, since due: Lanes) -> Lanes {
        let months = (day - due) / daysPerMonth
        return zero.chosen(where: months .< zero, otherwise: months)
    }

    @inline(__always)
    private static func isStated(_ figure: Lanes) -> SIMDMask<SIMD4<Int64>> {
        figure .== figure
    }
}
