#include "lanes.h"

// Macros and not functions: handing vectors over would depend on what the processor has.

/// ln 2 in two parts, the first short enough that its product with any exponent is exact.
#define LN2_HIGH 0x1.62e42fee00000p-1
#define LN2_LOW 0x1.a39ef35793c76p-33

/// The argument is split into 2^k * m with m in [sqrt 1/2, sqrt 2); ln m = 2 artanh((m-1)/(m+1)) as a series that converges fast there.
#define LOGARITHM(x, raised) ({ \
    /* The exponent as it stands in a number's bits, made a number by those of 2^52. */ \
    lanes biased = (lanes)((bits)(x) >> 52 | 0x4330000000000000) - 0x1p52; \
    lanes significand = (lanes)(((bits)(x) & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000); \
    whole is_above = significand > 1.4142135623730951; \
    lanes mantissa = CHOSEN(is_above, significand * 0.5, significand); \
    lanes exponent = biased - CHOSEN(is_above, ALL(1022 + (raised)), ALL(1023 + (raised))); \
    lanes ratio = (mantissa - 1) / (mantissa + 1); \
    lanes square = ratio * ratio; \
    lanes series = 1.0 / 27 * square; \
    series = (series + 1.0 / 25) * square; \
    series = (series + 1.0 / 23) * square; \
    series = (series + 1.0 / 21) * square; \
    series = (series + 1.0 / 19) * square; \
    series = (series + 1.0 / 17) * square; \
    series = (series + 1.0 / 15) * square; \
    series = (series + 1.0 / 13) * square; \
    series = (series + 1.0 / 11) * square; \
    series = (series + 1.0 / 9) * square; \
    series = (series + 1.0 / 7) * square; \
    series = (series + 1.0 / 5) * square; \
    series = (series + 1.0 / 3) * square; \
    exponent * LN2_HIGH + (2 * ratio + (2 * ratio * series + exponent * LN2_LOW)); })

#define MONTHS(amount, spending) ({ \
    lanes without = CHOSEN(amount > 0, ALL(1200), CHOSEN(amount < 0, ALL(-1200), amount)); \
    lanes months = 12 * amount / spending; \
    months = HELD(months, -1200, 1200); \
    CHOSEN(spending > 0, months, CHOSEN(spending == 0, without, UNKNOWN)); })

/// What there is per income, and what it is held to be without any.
#define BY_INCOME(amount, quotient, income, most) ({ \
    lanes rise = CHOSEN(amount > 0, ALL(most), amount); \
    lanes without = CHOSEN(amount < 0, ALL(-10), rise); \
    CHOSEN(income > 0, quotient, CHOSEN(income == 0, without, UNKNOWN)); })

#define OPERATING_MARGIN(income, surplus) ({ \
    lanes margin = surplus / income; \
    margin = HELD(margin, -10, 1); \
    BY_INCOME(surplus, margin, income, 1); })

#define CHANGE_BY_INCOME(before, now, income, years) ({ \
    lanes difference = now - before; \
    lanes change = difference / income; \
    change = HELD(change, -10, 10) / years; \
    BY_INCOME(difference, change, income, 10); })

#define TWO_DEFICITS(now, before) ({ \
    lanes deficits = CHOSEN((now < 0) & (before < 0), ALL(1), ALL(0)); \
    CHOSEN(IS_STATED(now) & IS_STATED(before), deficits, UNKNOWN); })

/// A quotient too small or too large for its logarithm is held at the same end as any steep change.
#define CHANGE(before, now, years) ({ \
    lanes quotient = now / before; \
    lanes change = LOGARITHM(quotient, 0); \
    change = HELD(change, -5, 5) / years; \
    lanes to_or_from_nothing = CHOSEN(now > 0, ALL(5), CHOSEN(before > 0, ALL(-5), ALL(0))) / years; \
    change = CHOSEN((before > 0) & (now > 0), change, to_or_from_nothing); \
    CHOSEN((before >= 0) & (now >= 0), change, UNKNOWN); })

#define SHARE(part, all) ({ \
    lanes share = part / all; \
    CHOSEN((all > 0) & (part >= 0), HELD(share, 0, 1), UNKNOWN); })

#define CONCENTRATION(squares, sum) ({ \
    lanes square_of_sum = sum * sum; \
    SHARE(squares, square_of_sum); })

#define DEBT_RATIO(liabilities, assets) ({ \
    lanes owed = CHOSEN(liabilities > 0, liabilities, ALL(0)); \
    lanes without = CHOSEN(owed > 0, ALL(100), ALL(0)); \
    lanes ratio = owed / assets; \
    ratio = CHOSEN(assets > 0, HELD(ratio, 0, 100), without); \
    CHOSEN(IS_STATED(liabilities) & IS_STATED(assets), ratio, UNKNOWN); })

#define ADMINISTRATIVE_SHARE(administrative, spending) ({ \
    lanes share = administrative / spending; \
    CHOSEN(spending > 0, HELD(share, 0, 1), UNKNOWN); })

/// A formula of two figures as a column and for one organization.
#define OF_TWO(column, one, formula) \
    FOR_EACH_PROCESSOR void column(const double *first, const double *second, double *output, ptrdiff_t count) { \
        for (ptrdiff_t slot = 0; slot < count; slot += lane_count) { \
            lanes a = LOAD(first, slot), b = LOAD(second, slot); \
            STORE(output, slot, formula(a, b)); \
        } \
    } \
    double one(double first, double second) { \
        lanes a = ALL(first), b = ALL(second); \
        return formula(a, b)[0]; \
    }

OF_TWO(write_months, months_of_one, MONTHS)
OF_TWO(write_operating_margin, operating_margin_of_one, OPERATING_MARGIN)
OF_TWO(write_two_deficits, two_deficits_of_one, TWO_DEFICITS)
OF_TWO(write_share, share_of_one, SHARE)
OF_TWO(write_concentration, concentration_of_one, CONCENTRATION)
OF_TWO(write_debt_ratio, debt_ratio_of_one, DEBT_RATIO)
OF_TWO(write_administrative_share, administrative_share_of_one, ADMINISTRATIVE_SHARE)

FOR_EACH_PROCESSOR void write_change(const double *before, const double *now, const double *years, double *output, ptrdiff_t count) {
    for (ptrdiff_t slot = 0; slot < count; slot += lane_count) {
        lanes a = LOAD(before, slot), b = LOAD(now, slot), c = LOAD(years, slot);
        STORE(output, slot, CHANGE(a, b, c));
    }
}

double change_of_one(double before, double now, double years) {
    lanes a = ALL(before), b = ALL(now), c = ALL(years);
    return CHANGE(a, b, c)[0];
}

FOR_EACH_PROCESSOR void write_change_by_income(
    const double *before, const double *now, const double *income, const double *years, double *output, ptrdiff_t count) {
    for (ptrdiff_t slot = 0; slot < count; slot += lane_count) {
        lanes a = LOAD(before, slot), b = LOAD(now, slot), c = LOAD(income, slot), d = LOAD(years, slot);
        STORE(output, slot, CHANGE_BY_INCOME(a, b, c, d));
    }
}

double change_by_income_of_one(double before, double now, double income, double years) {
    lanes a = ALL(before), b = ALL(now), c = ALL(income), d = ALL(years);
    return CHANGE_BY_INCOME(a, b, c, d)[0];
}

double logarithm_of_normal(double number, double raised) {
    lanes x = ALL(number);
    return LOGARITHM(x, raised)[0];
}
