#ifndef LANES_H
#define LANES_H

#include <stdint.h>
#include <string.h>

#include "columns.h"

// A product that goes into a sum is rounded first, as everywhere: the result must not depend on whether the processor can do both at once.
#pragma clang fp contract(off)

#if defined(__x86_64__) && defined(__linux__) && !__has_feature(thread_sanitizer)
/// Compiled for newer processors, too. Not where data races are looked for: what takes the right one runs before the means to look for them are there.
#define FOR_EACH_PROCESSOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

#define INLINE static inline __attribute__((always_inline))

/// Numbers that are worked with in step. What holds for one never decides which way the others go.
typedef double lanes __attribute__((vector_size(64)));
/// Whole numbers beside them; as the result of a comparison -1 where it holds and 0 elsewhere.
typedef int64_t whole __attribute__((vector_size(64)));
typedef uint64_t bits __attribute__((vector_size(64)));

enum { lane_count = sizeof(lanes) / sizeof(double) };

#define LOAD(column, slot) ({ lanes loaded; memcpy(&loaded, (column) + (slot), sizeof loaded); loaded; })
#define STORE(column, slot, value) ({ lanes stored = (value); memcpy((column) + (slot), &stored, sizeof stored); })
/// The same number in every lane.
#define ALL(number) ((lanes){0} + (number))
/// One where something holds, and the other where it does not.
#define CHOSEN(holds, one, other) ({ whole chosen = (holds); (lanes)((chosen & (whole)(one)) | (~chosen & (whole)(other))); })
#define HELD(number, least, most) \
    ({ lanes raised = CHOSEN((number) < (least), ALL(least), (number)); CHOSEN(raised > (most), ALL(most), raised); })
#define IS_STATED(number) ((number) == (number))
#define UNKNOWN ALL(__builtin_nan(""))

#endif
