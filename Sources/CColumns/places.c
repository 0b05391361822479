#include "lanes.h"

typedef int32_t places_of_lanes __attribute__((vector_size(lane_count * sizeof(int32_t))));

FOR_EACH_PROCESSOR void place_values(const double *values, ptrdiff_t count, const double *cuts, ptrdiff_t cut_count, int32_t *places) {
    for (ptrdiff_t slot = 0; slot < count; slot += lane_count) {
        lanes value = LOAD(values, slot);
        places_of_lanes known;
        memcpy(&known, places + slot, sizeof known);
        whole place = __builtin_convertvector(known, whole) & (value != value);
        for (ptrdiff_t cut = 0; cut < cut_count; cut++) place -= value >= cuts[cut];
        known = __builtin_convertvector(place, places_of_lanes);
        memcpy(places + slot, &known, sizeof known);
    }
}

FOR_EACH_PROCESSOR void join_places(
    const int32_t *first, const int32_t *second, int32_t places_of_second, ptrdiff_t count, int32_t *joined) {
    for (ptrdiff_t slot = 0; slot < count; slot++) joined[slot] = first[slot] * places_of_second + second[slot];
}

/// How many amounts of a part in order lie below one, or not above it.
static ptrdiff_t count_of_many(const double *amounts, ptrdiff_t count, double amount, int or_equal) {
    ptrdiff_t low = 0;
    while (count > 0) {
        ptrdiff_t half = count / 2;
        int is_before = or_equal ? amounts[low + half] <= amount : amounts[low + half] < amount;
        low = is_before ? low + half + 1 : low;
        count = is_before ? count - half - 1 : half;
    }
    return low;
}

FOR_EACH_PROCESSOR void write_shares(const double *amounts, ptrdiff_t count, const struct parted_list *list, double *shares) {
    double last = (double)(list->count - 1), twice = (double)(2 * list->count);
    for (ptrdiff_t slot = 0; slot < count; slot++) {
        double amount = amounts[slot];
        uint32_t part = part_of(amount, list->lowest, list->scale, last);
        ptrdiff_t start = list->beginnings[part], end = list->beginnings[part + 1];
        const double *first = list->amounts + start;
        // Those below it, and those not above it.
        ptrdiff_t in_part = 0;
        if (end - start > most_unsorted) {
            in_part = count_of_many(first, end - start, amount, 0) + count_of_many(first, end - start, amount, 1);
        } else {
            // What stands behind the part lies above all of it.
            whole found = {0};
            ptrdiff_t place = 0;
            do {
                lanes some = LOAD(first, place);
                found -= (some < amount) + (some <= amount);
                place += lane_count;
            } while (place < end - start);
            in_part = __builtin_reduce_add(found);
        }
        double share = (double)(2 * start + in_part) / twice;
        shares[slot] = amount == amount ? share : __builtin_nan("");
    }
}
