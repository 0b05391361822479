#ifndef COLUMNS_H
#define COLUMNS_H

#include <stddef.h>
#include <stdint.h>

// Arithmetic over columns of numbers, eight of them in step. A column has room for eight numbers more than it holds: those of the last step are worked out, too,
// and nobody looks at them. What is not known is not a number (NaN).
//
// On x86-64 each of the loops is compiled for newer processors as well, and the program takes the one that suits the machine it runs on. All of them come to
// the same bits: nothing is rounded once where the others round twice.

#pragma clang assume_nonnull begin

/// Asks for so many bytes of memory that will be looked at soon. Nothing depends on whether they come, or are there at all.
static inline void fetch_memory(const void *address, ptrdiff_t bytes) {
    for (ptrdiff_t line = 0; line < bytes; line += 64) __builtin_prefetch((const char *)address + line);
    __builtin_prefetch((const char *)address + bytes - 1);
}

/// Finds for each value how many of the cuts it has reached. For what is not a number the place is left that stands there already.
void place_values(const double *values, ptrdiff_t count, const double *cuts, ptrdiff_t cut_count, int32_t *places);

/// Makes one place of two: the first one, as many times as the second one has places, and the second one.
void join_places(const int32_t *first, const int32_t *second, int32_t places_of_second, ptrdiff_t count, int32_t *joined);

/// A list of amounts in parts of the same width, and where each of the parts begins. Parts of more than ``most_unsorted`` amounts are in order. Behind the last
/// amount stand eight that are not a number.
struct parted_list {
    const double *amounts;
    const int32_t *beginnings;
    ptrdiff_t count;
    double lowest;
    /// Parts in the width of one.
    double scale;
};

static const ptrdiff_t most_unsorted = 32;

/// The part of an amount. Of two amounts the higher one is never in a lower part, whatever rounding does.
static inline uint32_t part_of(double amount, double lowest, double scale, double last) {
    double place = (amount - lowest) * scale;
    double held = place > 0 ? place : 0;
    // Added to 2^52 it stands in the lowest bits, as the nearest whole number: there are fewer amounts than 2^32.
    union { double number; uint64_t bits; } sum = { .number = (held < last ? held : last) + 0x1p52 };
    return (uint32_t)sum.bits;
}

/// Writes for each amount which share of a list lies below it, equal ones counting half.
void write_shares(const double *amounts, ptrdiff_t count, const struct parted_list *list, double *shares);

// What measures of accounts come to: a column of each, and the same for one organization.

/// Months for which an amount lasts at the year's spending, up to a hundred years either way.
void write_months(const double *amount, const double *spending, double *output, ptrdiff_t count);
double months_of_one(double amount, double spending);
void write_operating_margin(const double *income, const double *surplus, double *output, ptrdiff_t count);
double operating_margin_of_one(double income, double surplus);
/// 1 where both years ended in a deficit.
void write_two_deficits(const double *now, const double *before, double *output, ptrdiff_t count);
double two_deficits_of_one(double now, double before);
/// Natural logarithm of the quotient of two amounts that cannot be negative, held within 5 either way, per year.
void write_change(const double *before, const double *now, const double *years, double *output, ptrdiff_t count);
double change_of_one(double before, double now, double years);
/// Change per year as a share of the year's income.
void write_change_by_income(
    const double *before, const double *now, const double *income, const double *years, double *output, ptrdiff_t count);
double change_by_income_of_one(double before, double now, double income, double years);
/// A part, of which a negative one is none that is known, as a share of the whole.
void write_share(const double *part, const double *whole, double *output, ptrdiff_t count);
double share_of_one(double part, double whole);
/// Squares of sources by the square of their sum.
void write_concentration(const double *squares, const double *sum, double *output, ptrdiff_t count);
double concentration_of_one(double squares, double sum);
/// What is owed for what is owned; neither is less than nothing.
void write_debt_ratio(const double *liabilities, const double *assets, double *output, ptrdiff_t count);
double debt_ratio_of_one(double liabilities, double assets);
void write_administrative_share(const double *administrative, const double *spending, double *output, ptrdiff_t count);
double administrative_share_of_one(double administrative, double spending);

/// Natural logarithm of a positive number that is neither infinite nor subnormal, which was raised by so many powers of two; anything for others.
double logarithm_of_normal(double x, double raised);

#pragma clang assume_nonnull end

#endif
