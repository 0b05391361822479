#!/usr/bin/env python3
"""Appraises the organizations of `benchmark score` with numpy, by the same arithmetic, and prints seconds and sums: bench-scoring.py RUBRIC ROWS.

Whole columns at a time, as one would write it: no loop goes over organizations.
"""

import json
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np

OBSERVED, NOT_YET, MISSING, NONE = 1, 2, 4, 8
STATES = {"observed": OBSERVED, "notYetDue": NOT_YET, "dueButMissing": MISSING, "notApplicable": NONE}
COHORT = 350
MONTH = 30.436875
AS_OF = np.datetime64("2024-06-30").astype("datetime64[D]").astype(np.int64)
AMOUNTS = ["income", "spending", "administrative", "assets", "cash", "liabilities", "net", "members"]
LINES = [(0, 63, True), (6, 31, True), (11, 15, False), (15, 7, False), (18, 7, False), (21, 3, False)]


def mixed(organization, figure):
    """The finalizer of SplitMix64."""
    with np.errstate(over="ignore"):
        x = (organization * np.uint64(64) + np.uint64(figure)) * np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return x ^ (x >> np.uint64(31))


def records(count):
    """One row a year's accounts, those of an organization together, the oldest first."""
    n = np.arange(count, dtype=np.uint64)
    part = lambda h, shift, mask: ((h >> np.uint64(shift)) & np.uint64(mask)).astype(np.int64)
    years = []
    h2 = mixed(n, 7)
    base = 10_000_000 + (mixed(n, 1) % np.uint64(90_000_000)).astype(np.int64)
    trend = (mixed(n, 2) % np.uint64(8_000_000)).astype(np.int64) - 4_000_000
    for year in range(8):
        h1 = mixed(n, 8 + year)
        keep = part(h1, 0, 15) != 0
        end = np.datetime64(f"{2015 + year}-12-31").astype(np.int64)
        march = np.datetime64(f"{2016 + year}-03-01").astype(np.int64)
        noise = (mixed(n, 24 + year) % np.uint64(6_000_000)).astype(np.int64)
        income = np.maximum(0, base + year * trend + noise - 3_000_000)
        down = lambda a, b: np.where(a >= 0, a // b, -(-a // b))
        columns = {
            "organization": n.astype(np.int64), "end": np.full(count, end),
            "known": march + ((h1 >> np.uint64(4)) % np.uint64(400)).astype(np.int64), "income": income,
            "spending": income * (900 + part(h1, 20, 255)) // 1000, "administrative": income * part(h1, 28, 127) // 1000,
            "assets": income * part(h1, 35, 1023) // 500, "cash": income * part(h1, 35, 511) // 600,
            "liabilities": income * part(h1, 45, 255) // 900,
            "net": down(income * (part(h1, 35, 1023) * 9 - part(h1, 45, 255) * 5), 4500), "members": 10 + part(h1, 50, 127),
        }
        for number, (shift, mask, _) in enumerate(LINES):
            columns[f"line{number}"] = income * part(h2, shift, mask) // 128
        years.append({name: column[keep] for name, column in columns.items()})
    table = {name: np.concatenate([year[name] for year in years]) for name in years[0]}
    order = np.lexsort((table["end"], table["organization"]))
    founded = np.datetime64("2005-01-01").astype(np.int64) + (n % np.uint64(3650)).astype(np.int64)
    return {name: column[order] for name, column in table.items()}, founded


class Readings:
    """Value and state of every indicator."""

    def __init__(self, rubric, count):
        self.value = {}
        self.state = {}
        self.rules = {i["code"]: i for i in rubric["indicators"]}
        self.codes = {i["measure"]: i["code"] for i in rubric["indicators"]}
        self.count = count

    def put(self, measure, value, state):
        code = self.codes.get(measure)
        if code is None:
            return
        state = np.where(np.isfinite(value) | (state != OBSERVED), state, MISSING).astype(np.uint8)
        self.value[code] = np.where(state == OBSERVED, value, np.nan)
        self.state[code] = state

    def fill(self, founded_months):
        """What has no record at all gets what its rule says."""
        for code, rule in self.rules.items():
            if code in self.state:
                continue
            missing = rule["missing"]
            if missing.get("assumed") is not None:
                self.value[code] = np.full(self.count, float(missing["assumed"]))
                self.state[code] = np.full(self.count, OBSERVED, np.uint8)
                continue
            state = STATES[missing.get("state", "dueButMissing")]
            due = missing.get("dueAfterMonths", 0)
            self.value[code] = np.full(self.count, np.nan)
            if state == MISSING and due:
                self.state[code] = np.where(founded_months < due, NOT_YET, MISSING).astype(np.uint8)
            else:
                self.state[code] = np.full(self.count, state, np.uint8)


def last_visible(mask, starts, counts):
    """For every organization the last of its rows in which the mask holds; -1 without one."""
    found = np.maximum.reduceat(np.where(mask, np.arange(len(mask)), -1), np.minimum(starts, len(mask) - 1))
    return np.where(counts > 0, found, -1)


def percentiles(values, known, cohort, minimum):
    """Share of the cohort that lies below, equal ones counting half."""
    members = np.flatnonzero(known)
    order = members[np.lexsort((values[members], cohort[members]))]
    c, v = cohort[order], values[order]
    place = np.arange(len(order))
    new_cohort = np.r_[True, c[1:] != c[:-1]]
    new_value = new_cohort | np.r_[True, v[1:] != v[:-1]]
    begin = np.maximum.accumulate(np.where(new_cohort, place, 0))
    first = np.maximum.accumulate(np.where(new_value, place, 0))
    ends = np.r_[np.flatnonzero(new_value)[1:], len(order)]
    last = ends[np.cumsum(new_value) - 1]
    sizes = np.r_[np.flatnonzero(new_cohort)[1:], len(order)] - np.flatnonzero(new_cohort)
    size = sizes[np.cumsum(new_cohort) - 1]
    found = np.full(len(values), np.nan)
    found[order] = np.where(size >= minimum, ((first - begin) + (last - begin)) / (2 * size), np.nan)
    return found


def read(table, founded, rubric):
    count = len(founded)
    readings = Readings(rubric, count)
    counts = np.bincount(table["organization"], minlength=count)
    starts = np.r_[0, np.cumsum(counts)[:-1]]
    visible = (table["known"] <= AS_OF) & (table["end"] <= AS_OF)
    newest = last_visible(visible, starts, counts)
    has = newest >= 0
    end = np.where(has, table["end"][newest], 0)
    days = np.repeat(end, counts) - table["end"]
    previous = last_visible(visible & np.repeat(has, counts) & (days >= 183) & (days <= 1830), starts, counts)
    two = previous >= 0
    now = {name: np.where(has, table[name][newest], 0).astype(np.float64) for name in AMOUNTS}
    before = {name: np.where(two, table[name][previous], 0).astype(np.float64) for name in ("income", "spending", "members")}
    between = np.where(two, end - table["end"][previous], 365)
    years = np.where(between < 549, 1.0, between / 365.25)
    one = np.where(has, OBSERVED, MISSING)
    both = np.where(two, OBSERVED, np.where(has, NOT_YET, MISSING))

    def held(value, low, high):
        return np.minimum(np.maximum(value, low), high)

    def per_month(amount):
        end_of_scale = np.sign(amount) * 1200.0
        quotient = held(12 * amount / np.where(now["spending"] == 0, 1, now["spending"]), -1200.0, 1200.0)
        return np.where(now["spending"] == 0, end_of_scale, quotient)

    def change(old, new):
        ratio = np.log(np.where((old > 0) & (new > 0), new, 1) / np.where(old > 0, old, 1))
        steep = np.where(old == new, 0.0, np.where(new > 0, 5.0, -5.0))
        return np.where((old == 0) | (new == 0), steep, held(ratio, -5.0, 5.0)) / years

    surplus, old_surplus = now["income"] - now["spending"], before["income"] - before["spending"]
    margin = np.where(now["income"] == 0, np.where(surplus < 0, -10.0, np.where(surplus > 0, 1.0, 0.0)),
                      held(surplus / np.where(now["income"] == 0, 1, now["income"]), -10.0, 1.0))
    lines = [np.maximum(0, np.where(has, table[f"line{k}"][newest], 0)).astype(np.float64) for k in range(len(LINES))]
    total = sum(lines)
    whole = np.where(total > 0, total, 1)
    shares = np.where(total > 0, one, MISSING)
    owed, owned = np.maximum(0, now["liabilities"]), np.maximum(0, now["assets"])
    readings.put("reserveMonths", per_month(now["net"]), one)
    readings.put("cashMonths", per_month(now["cash"]), one)
    readings.put("operatingMargin", margin, one)
    readings.put("twoDeficits", ((surplus < 0) & (old_surplus < 0)).astype(np.float64), both)
    readings.put("incomeChange", change(before["income"], now["income"]), both)
    readings.put("incomeConcentration", held(sum(line ** 2 for line in lines) / whole ** 2, 0.0, 1.0), shares)
    readings.put("largestFunderShare", np.full(count, np.nan), np.full(count, MISSING))
    public = sum(line for line, (_, _, is_public) in zip(lines, LINES) if is_public)
    readings.put("publicMoneyShare", held(public / whole, 0.0, 1.0), shares)
    debt = np.where(owned == 0, np.where(owed > 0, 100.0, 0.0), held(owed / np.where(owned == 0, 1, owned), 0.0, 100.0))
    readings.put("debtRatio", debt, one)
    spent = now["spending"] > 0
    administrative = held(now["administrative"] / np.where(spent, now["spending"], 1), 0.0, 1.0)
    readings.put("administrativeShare", administrative, np.where(spent, one, MISSING))
    readings.put("income", now["income"], one)
    readings.put("members", now["members"], one)
    readings.put("participationChange", change(before["members"], now["members"]), both)
    cohort = np.arange(count) // COHORT
    for measure, name in [("incomePercentile", "income"), ("netAssetsPercentile", "net"), ("membersPercentile", "members")]:
        rank = percentiles(now[name], has, cohort, rubric["cohortMinimum"])
        readings.put(measure, rank, np.where(np.isfinite(rank), OBSERVED, np.where(has, NONE, MISSING)))
    ends = end.astype("datetime64[D]")
    month = ends.astype("datetime64[M]").astype(np.int64)

    def later(months):
        """All ends of years are the last day of December: so many months later is the last day of that month."""
        return (month + months + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) - 1

    due = rubric["reportDueMonths"]
    readings.put("reportOverdueMonths", np.maximum(0, (AS_OF - later(12 + due)) / MONTH), one)
    known = np.where(has, table["known"][newest], 0)
    readings.put("reportDelayMonths", np.maximum(0, (known - later(due)) / MONTH), one)
    readings.put("accountsAgeMonths", (AS_OF - end) / MONTH, one)
    readings.put("ageYears", (AS_OF - founded) / 365.25, np.full(count, OBSERVED))
    readings.put("legalStanding", np.ones(count), np.full(count, OBSERVED))
    # Without a case there is nobody to mentor, and without meetings no quorum.
    for measure in ("activeMentors", "quorumRate"):
        readings.put(measure, np.full(count, np.nan), np.full(count, NONE))
    start = founded.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    day = founded - founded.astype("datetime64[D]").astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    as_of = np.datetime64(int(AS_OF), "D")
    whole_months = as_of.astype("datetime64[M]").astype(np.int64) - start
    day_now = AS_OF - as_of.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    readings.fill(np.where(day <= day_now, whole_months, whole_months - 1))
    return readings


def points(readings, rubric):
    """Points of every indicator, the total, the range with everything unknown at its best and at its worst, and the points at stake."""
    count = readings.count
    per_indicator = np.zeros((len(rubric["indicators"]), count), np.int16)
    lowest, highest, stake, observed = (np.zeros(count, np.int32) for _ in range(4))
    for number, rule in enumerate(rubric["indicators"]):
        bands = rule.get("bands", [])
        state, value = readings.state[rule["code"]], readings.value[rule["code"]]
        if not bands:
            continue
        worth = np.array([band["points"] for band in bands], np.int16)
        missing = rule.get("missingPoints", int(worth.max()))
        not_yet = rule.get("notYetDuePoints", 0)
        most, least = max(int(worth.max()), missing, not_yet), int(worth.min())
        known = state == OBSERVED
        scored = worth[np.searchsorted([band["below"] for band in bands[:-1]], value, side="right")]
        scored = np.where(known, scored, np.where(state == MISSING, missing, np.where(state == NOT_YET, not_yet, 0)))
        per_indicator[number] = scored
        open_ = (state == MISSING) | (state == NOT_YET)
        lowest += np.where(open_, np.minimum(least, scored), scored)
        highest += np.where(open_, most, scored)
        stake += np.where(state != NONE, most, 0).astype(np.int32)
        observed += np.where(known, most, 0).astype(np.int32)
    return per_indicator, lowest, highest, stake, observed


def flags(readings, rubric):
    raised = []
    compare = {"less": np.less, "atMost": np.less_equal, "greater": np.greater, "atLeast": np.greater_equal}
    for rule in rubric["flags"]:
        holds = np.ones(readings.count, bool)
        for condition in rule["conditions"]:
            state, value = readings.state[condition["indicator"]], readings.value[condition["indicator"]]
            states = sum(STATES[name] for name in condition.get("states", ["observed"]))
            past = compare[condition["comparison"]](value, condition["threshold"])
            holds &= ((state & states) != 0) & (past | (state != OBSERVED))
        raised.append(holds)
    place = {rule["code"]: number for number, rule in enumerate(rubric["flags"])}
    shown = [mask.copy() for mask in raised]
    for number, rule in enumerate(rubric["flags"]):
        for milder in rule.get("supersedes", []):
            shown[place[milder]] &= ~raised[number]
    return np.array(shown)


def elements(readings, rubric):
    """Whether an element is absent: something of it is required and nothing observed. Completeness is counted too."""
    absent = np.zeros(readings.count, bool)
    kept = []
    for family in rubric["families"]:
        if not family["element"]:
            continue
        required, met, seen = (np.zeros(readings.count, np.int16) for _ in range(3))
        for rule in rubric["indicators"]:
            wanted = rule.get("requirement")
            if rule["family"] != family["code"] or not wanted:
                continue
            state, value = readings.state[rule["code"]], readings.value[rule["code"]]
            required += (state == OBSERVED) | (state == MISSING)
            known = state == OBSERVED
            seen += known
            met += known & (value >= wanted.get("atLeast", -np.inf)) & (value < wanted.get("below", np.inf))
        absent |= (required > 0) & (seen == 0)
        kept.append((required, met))
    return absent, kept


def main():
    rubric = json.load(open(sys.argv[1]))
    count = int(sys.argv[2])
    table, founded = records(count)
    began = time.process_time()
    readings = read(table, founded, rubric)
    per_indicator, lowest, highest, stake, observed = points(readings, rubric)
    total = per_indicator.sum(axis=0, dtype=np.int32)
    population = rubric["populations"][0]
    factor = rubric["logOddsPerPoint"] * population.get("slope", 1)
    chances = {}
    for horizon, intercept in population["intercepts"].items():
        chances[horizon] = [1 / (1 + np.exp(-(intercept + factor * each))) for each in (total, lowest, highest)]
    coverage = observed / np.maximum(stake, 1)
    raised = flags(readings, rubric)
    absent, _ = elements(readings, rubric)
    changeable = {rule["code"] for rule in rubric["indicators"] if rule["changeable"]}
    answerable = np.zeros(count, bool)
    grave = np.zeros(count, bool)
    for number, rule in enumerate(rubric["flags"]):
        if any(condition["indicator"] in changeable for condition in rule["conditions"]):
            answerable |= raised[number]
        if rule["severity"] in ("high", "critical"):
            grave |= raised[number]
    incomplete = (coverage < rubric["coverage"]["low"]) | absent
    red = ~incomplete & (chances["24"][0] >= rubric["lines"]["unsustainable"]) & answerable
    watch = ~incomplete & ~red & ((chances["24"][0] >= rubric["lines"]["watch"]) | grave)
    took = time.process_time() - began
    print(f"seconds {took:.3f}")
    print(f"points {total.sum()} flags {raised.sum()} watched {watch.sum()} probability {chances['24'][2].sum():.6f}")


main()
