package import Values

/// Appraises many organizations as of one day, some hundred together: what is worked out alike for all of them is worked out a column at a time. The sheet's
/// memory is made once and written over, so that an appraisal that nobody asks to explain needs none of its own; ``evaluation(at:)`` explains one from the very
/// numbers that it was worked out by.
package struct Worksheet: ~Copyable {
    package let appraiser: Appraiser
    package let asOf: Day
    private let cohorts: CohortIndex
    private let periods: DuePeriods
    private var columns: ReadingColumns
    private var profiles: ProfileColumns
    /// What organizations with records of the same kinds have in common.
    private var patterns: [WorksheetPattern] = []
    /// Rows that are worked out by column for somebody.
    private var columnRows: [ScoreTable.Row] = []
    private var batch: EvidenceBatch
    /// Whom the sheet holds, and what it holds of each.
    private var part = 0..<0
    /// The first one's place among the batch's organizations.
    private var offset = 0
    private var lines: [Line] = []
    private var outcomes: [Outcome] = []
    /// Readings of rows that were worked out for one organization by itself, those of one together.
    private var alone: [Alone] = []

    /// What is known of an organization before its indicators are.
    private struct Line {
        let pattern: Int
        /// Periods after its beginning that still last.
        let due: Int
        /// Where its kind stands among the cohorts; negative where nobody is ranked.
        let cohort: Int
        /// Where its readings begin among those that were worked out by themselves.
        let alone: Int
    }

    /// What one row says of one organization.
    private struct Alone {
        let row: ScoreTable.Row
        let slot: Int
        let reading: IndicatorReading
    }

    /// - Parameter cohorts: ranks made for the same day; with an index of another day percentiles do not apply.
    package init(_ appraiser: Appraiser, asOf: Day, cohorts: CohortIndex) {
        self.appraiser = appraiser
        self.asOf = asOf
        self.cohorts = cohorts
        batch = EvidenceBatch([], asOf: asOf)
        columns = ReadingColumns(rows: appraiser.table.rows.count, capacity: EvidenceBatch.partSize)
        profiles = ProfileColumns(capacity: EvidenceBatch.partSize)
        periods = DuePeriods(appraiser.table.rows.lazy.map(\.missing.dueAfterMonths), asOf: asOf)
    }

    /// Appraises organizations that follow each other in a batch for the sheet's day. Nothing that became known after that day has any influence.
    /// - Parameter part: best one of the batch's ``EvidenceBatch/parts``.
    package mutating func assess(_ part: Range<Int>, of batch: EvidenceBatch) {
        if part.count > columns.capacity {
            columns = ReadingColumns(rows: appraiser.table.rows.count, capacity: part.count)
            profiles = ProfileColumns(capacity: part.count)
        }
        self.batch = batch
        self.part = part
        offset = part.lowerBound - batch.evidence.startIndex
        lines.removeAll(keepingCapacity: true)
        alone.removeAll(keepingCapacity: true)
        outcomes.removeAll(keepingCapacity: true)
        beginLines()
        fillColumns()
        for one in alone {
            columns.places(of: one.row)[one.slot] = UInt16(truncatingIfNeeded: appraiser.table.place(of: one.reading, one.row))
        }
        addUp()
    }

    /// What an organization of the last part comes to, by its place in the batch.
    package func outcome(at place: Int) -> Outcome {
        outcomes[place - part.lowerBound]
    }

    private mutating func beginLines() {
        let (evidence, count, today, profiles) = (batch.evidence, part.count, asOf, profiles)
        evidence.withUnsafeBufferPointer { evidence in
            guard let start = evidence.baseAddress else { return }
            var group = Group()
            for slot in 0..<count {
                // Pointed at, because handing over so many lists costs more than looking at two of them, which the batch holds.
                let one = start + offset + slot
                if group.isNew(one) { open(&group, of: one.pointee) }
                let founded = one.pointee.profile.withUnsafeBufferPointer { profiles.set($0, at: slot, asOf: today) }
                let due = periods.count(beginning: founded)
                if group.isPlain, group.known & 1 << UInt64(due) != 0 {
                    lines.append(Line(pattern: group.pattern, due: due, cohort: group.cohort, alone: 0))
                } else {
                    beginLine(of: one.pointee, slot: slot, &group)
                }
            }
        }
    }

    /// Organizations that follow each other and are of one kind, as far as that is known already.
    private struct Group {
        var kinds: EvidenceKinds = []
        var population = ""
        var key = CohortKey(type: 0, area: 0)
        /// Where that stands; negative before the first one.
        var place = -1
        var pattern = 0
        var cohort = -1
        /// Whether all is said once it is known how many periods last; for those numbers of periods of which a bit is set, it is.
        var isPlain = false
        var known: UInt64 = 0

        @inline(__always)
        func isNew(_ evidence: UnsafePointer<Evidence>) -> Bool {
            place < 0 || evidence.pointee.kinds != kinds || evidence.pointee.cohort != key || evidence.pointee.population != population
        }
    }

    private mutating func open(_ group: inout Group, of evidence: Evidence) {
        if group.place < 0 || evidence.cohort != group.key {
            group.cohort = cohorts.asOf == asOf ? cohorts.position(of: evidence.cohort) ?? -1 : -1
        }
        if group.place < 0 || evidence.population != group.population { group.place = appraiser.population(of: evidence) }
        (group.kinds, group.population, group.key) = (evidence.kinds, evidence.population, evidence.cohort)
        group.pattern = place(kinds: group.kinds, population: group.place)
        // Only an incubation case says more about the beginning than the entry does.
        group.isPlain = patterns[group.pattern].alone.isEmpty && !group.kinds.contains(.incubationStages)
        group.known = 0
    }

    private mutating func beginLine(of evidence: Evidence, slot: Int, _ group: inout Group) {
        let context = appraiser.context(of: evidence, asOf: asOf, cohorts: cohorts)
        let due = periods.count(beginning: context.beginning(evidence))
        if !patterns[group.pattern].isKnown(due: due) {
            patterns[group.pattern].add(appraiser.readings(of: evidence, population: group.place, in: context), due: due, appraiser.table)
        }
        if due < UInt64.bitWidth { group.known |= 1 << UInt64(due) }
        lines.append(Line(pattern: group.pattern, due: due, cohort: group.cohort, alone: alone.count))
        for row in patterns[group.pattern].alone {
            alone.append(Alone(row: row, slot: slot, reading: appraiser.reading(row, of: evidence, in: context)))
        }
    }

    private mutating func place(kinds: EvidenceKinds, population: Int) -> Int {
        patterns.firstIndex { $0.kinds == kinds && $0.population == population } ?? addPattern(kinds: kinds, population: population)
    }

    private mutating func addPattern(kinds: EvidenceKinds, population: Int) -> Int {
        let applies = appraiser.rubric.populations[population].applies
        patterns.append(WorksheetPattern(kinds: kinds, population: population, applies: applies, periods: periods.count, appraiser.table))
        let rows = Set(columnRows.map(\.index)).union(patterns[patterns.count - 1].byColumn.map(\.index))
        columnRows = rows.sorted().map { appraiser.table.rows[$0] }
        return patterns.count - 1
    }

    private func fillColumns() {
        let measures = MeasureColumns(
            part: offset..<offset + part.count, accounts: batch.accounts, profiles: profiles, cohorts: cohorts,
            positions: lines.map(\.cohort), asOf: asOf,
            reportDueMonths: appraiser.rubric.reportDueMonths, cohortMinimum: appraiser.rubric.cohortMinimum)
        let table = appraiser.table
        for row in columnRows {
            guard let column = row.measure.column else { continue }
            measures.write(row.measure, to: columns.values(of: row))
            table.cuts.withUnsafeBufferPointer { cuts in
                columns.placeValues(of: row, count: part.count, cuts: UnsafeBufferPointer(rebasing: cuts[row.cuts]))
            }
            placeUnknown(row, column)
        }
    }

    /// Finds the places of what has no value.
    private func placeUnknown(_ row: ScoreTable.Row, _ column: Measure.Column) {
        let (values, places) = (UnsafePointer(columns.values(of: row)), columns.places(of: row))
        let (notYet, blank) = (row.place(of: .notYetDue), row.place(of: .dueButMissing))
        batch.accounts.reaches.withUnsafeBufferPointer { reaches in
            values.eachUnknown(of: part.count) { slot in
                let found =
                    switch (column, reaches[offset + slot]) {
                    case (.accounts, .oneYear), (.accounts, .twoYears), (.twoAccounts, .twoYears): blank
                    case (.twoAccounts, .oneYear): notYet
                    default: place(ofUnknown: row, column, slot: slot)
                    }
                places[slot] = UInt16(truncatingIfNeeded: found)
            }
        }
    }

    /// Whether there is no record of the kind, of which the indicator's rule says what that means, or the record says nothing, or there is nobody to rank among.
    private func place(ofUnknown row: ScoreTable.Row, _ column: Measure.Column, slot: Int) -> Int {
        let place = offset + slot
        let state: IndicatorState? =
            switch column {
            case .rank(let quantity) where batch.accounts.reaches[place] != .none:
                batch.accounts.withColumn(quantity.figure) { $0[place].isNaN } ? .dueButMissing : .notApplicable
            case .profileOrBlank where profiles.records[slot] != nil: .dueButMissing
            default: nil
            }
        let missing = row.missing.state(whileNotYetDue: periods.lasts(row.missing.dueAfterMonths, of: lines[slot].due))
        return row.place(of: state ?? missing)
    }

    private mutating func addUp() {
        var start = 0
        while start < lines.count {
            var end = start + 1
            while end < lines.count, lines[end].pattern == lines[start].pattern { end += 1 }
            addUp(start..<end, patterns[lines[start].pattern])
            start = end
        }
    }

    /// Adds up what organizations come to that have records of the same kinds.
    private mutating func addUp(_ slots: Range<Int>, _ pattern: WorksheetPattern) {
        let table = appraiser.table
        let hasMarks = table.elementCount <= ColumnSum.mostElements
        let rows = pattern.added.map { (places: columns.places(of: $0), effects: $0.effects) }
        rows.withUnsafeBufferPointer { rows in
            table.parts.withUnsafeBufferPointer { parts in
                for slot in slots {
                    var sum = pattern.sums[lines[slot].due]
                    for row in rows { sum.add(parts[row.effects &+ Int(row.places[slot])]) }
                    let lacksElement = hasMarks ? sum.lacksElement : appraiser.tally(readings(slot)).elements.contains(where: \.isAbsent)
                    outcomes.append(
                        appraiser.outcome(
                            score: sum.score, raised: sum.flags, lacksElement: lacksElement, population: pattern.population
                        ) { reading($0, slot) })
                }
            }
        }
    }

    /// What an organization's indicators say.
    private func readings(_ slot: Int) -> [IndicatorReading] {
        appraiser.table.rows.indices.map { reading($0, slot) }
    }

    private func reading(_ index: Int, _ slot: Int) -> IndicatorReading {
        let (line, row) = (lines[slot], appraiser.table.rows[index])
        switch patterns[line.pattern].ways[index] {
        case .common:
            let reading = patterns[line.pattern].reading(index, due: line.due)
            // An assumed value points at the organization's own entry.
            return row.missing.assumed != nil ? reading.pointing(at: profiles.records[slot]) : reading
        case .alone(let place): return alone[line.alone + place].reading
        case .column:
            let state = row.state(at: Int(columns.places(of: row)[slot]))
            guard state == .observed else { return IndicatorReading(unobserved: state) }
            let isOfProfile = row.measure.kinds == .profile
            return .observed(
                columns.values(of: row)[slot],
                source: isOfProfile ? profiles.records[slot] : batch.accounts.records[offset + slot])
        }
    }

    /// An organization's appraisal with everything that it rests on; nil where it is not in the last part.
    package func evaluation(at place: Int) -> Evaluation? {
        guard part.contains(place) else { return nil }
        let (slot, evidence) = (place - part.lowerBound, batch.evidence[place])
        let readings = readings(slot)
        return appraiser.evaluation(
            outcomes[slot], appraiser.tally(readings), readings, appraiser.qualities(in: evidence, asOf: asOf),
            organization: evidence.organization, asOf: asOf)
    }
}

extension CohortIndex.Quantity {
    /// The figure that is ranked.
    fileprivate var figure: AccountsColumns.Figure {
        switch self {
        case .income: .income
        case .netAssets: .netAssets
        case .members: .members
        }
    }
}
