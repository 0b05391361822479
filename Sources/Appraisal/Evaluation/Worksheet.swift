package import Values

/// Appraises many organizations as of one day, some hundred together: what is worked out alike for all of them is worked out a column at a time. The sheet's
/// memory is made once and written over, so that an appraisal that nobody asks to explain needs none of its own; ``evaluation(at:)`` explains one from the very
/// numbers that it was worked out by.
package struct Worksheet: ~Copyable {
    package let appraiser: Appraiser
    package let asOf: Day
    private var cohorts: CohortIndex
    private let periods: DuePeriods
    private var columns: ReadingColumns
    private var profiles: ProfileColumns
    /// What organizations with records of the same kinds have in common.
    private var patterns: [WorksheetPattern] = []
    /// Rows that are worked out by column for somebody.
    private var columnRows: [ScoreTable.Row] = []
    /// For each row, by how many periods after the beginning still last, the place of there being no record.
    private let placesWithoutRecord: [[Int]]
    private var batch: EvidenceBatch
    /// Whom the sheet holds, and what it holds of each.
    private var part = 0..<0
    /// The first one's place among the batch's organizations.
    private var offset = 0
    private var lines: Column<Line>
    /// Where each one's kind stands among the cohorts; negative where nobody is ranked.
    private var positions: Column<Int>
    private var outcomes: Column<Outcome>
    /// Readings of rows that were worked out for one organization by itself, those of one together.
    private var alone: [Alone] = []

    /// What is known of an organization before its indicators are.
    private struct Line {
        let pattern: Int
        /// Periods after its beginning that still last.
        let due: Int
        /// Where its readings begin among those that were worked out by themselves.
        let alone: Int

        static let blank = Line(pattern: 0, due: 0, alone: 0)
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
        let capacity = EvidenceBatch.partSize
        columns = ReadingColumns(rows: appraiser.table.rows.count, capacity: capacity)
        profiles = ProfileColumns(capacity: capacity)
        lines = Column(repeating: .blank, capacity: capacity)
        positions = Column(repeating: -1, capacity: capacity)
        outcomes = Column(repeating: .blank, capacity: capacity)
        let periods = DuePeriods(appraiser.table.rows.lazy.map(\.missing.dueAfterMonths), asOf: asOf)
        self.periods = periods
        placesWithoutRecord = appraiser.table.rows.map { row in
            (0...periods.count).map { due in
                row.place(of: row.missing.state(whileNotYetDue: periods.lasts(row.missing.dueAfterMonths, of: due)))
            }
        }
    }

    private mutating func makeRoom(for capacity: Int) {
        columns = ReadingColumns(rows: appraiser.table.rows.count, capacity: capacity)
        profiles = ProfileColumns(capacity: capacity)
        lines = Column(repeating: .blank, capacity: capacity)
        positions = Column(repeating: -1, capacity: capacity)
        outcomes = Column(repeating: .blank, capacity: capacity)
    }

    /// Appraises organizations that follow each other in a batch for the sheet's day. Nothing that became known after that day has any influence.
    /// - Parameter part: best one of the batch's ``EvidenceBatch/parts``.
    package mutating func assess(_ part: Range<Int>, of batch: EvidenceBatch) {
        if part.count > columns.capacity { makeRoom(for: part.count) }
        self.batch = batch
        self.part = part
        offset = part.lowerBound - batch.evidence.startIndex
        alone.removeAll(keepingCapacity: true)
        beginLines()
        fillColumns()
        for one in alone {
            columns.places(of: one.row)[one.slot] = Int32(truncatingIfNeeded: appraiser.table.place(of: one.reading, one.row))
        }
        addUp()
    }

    /// Takes other ranks than those that the sheet was made with.
    package mutating func rank(by cohorts: CohortIndex) {
        self.cohorts = cohorts
    }

    /// What an organization of the last part comes to, by its place in the batch.
    package func outcome(at place: Int) -> Outcome {
        precondition(part.contains(place), "the organization is not in the last part")
        return outcomes.start[place - part.lowerBound]
    }

    private mutating func beginLines() {
        let (evidence, count, today, profiles, periods) = (batch.evidence, part.count, asOf, profiles, periods)
        let (lines, positions) = (lines.start, positions.start)
        evidence.withUnsafeBufferPointer { evidence in
            guard let start = evidence.baseAddress else { return }
            var group = Group()
            for slot in 0..<count {
                // Pointed at, because handing over so many lists costs more than looking at two of them, which the batch holds.
                let one = start + offset + slot
                if group.isNew(one) { open(&group, of: one.pointee) }
                let founded = profiles.set(one.profile, at: slot, asOf: today)
                let due = periods.count(beginning: founded)
                positions[slot] = group.cohort
                let isKnown = group.isPlain && group.known & 1 &<< UInt64(due) != 0
                lines[slot] =
                    isKnown
                    ? Line(pattern: group.pattern, due: due, alone: 0) : line(of: one.pointee, slot: slot, due: due, &group)
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

    private mutating func line(of evidence: Evidence, slot: Int, due: Int, _ group: inout Group) -> Line {
        if group.isPlain, patterns[group.pattern].isKnown(due: due) {
            if due < UInt64.bitWidth { group.known |= 1 << UInt64(due) }
            return Line(pattern: group.pattern, due: due, alone: 0)
        }
        let context = appraiser.context(of: evidence, asOf: asOf, cohorts: cohorts)
        let due = periods.count(beginning: context.beginning(evidence))
        if !patterns[group.pattern].isKnown(due: due) {
            patterns[group.pattern].add(appraiser.readings(of: evidence, population: group.place, in: context), due: due, appraiser.table)
        }
        if due < UInt64.bitWidth { group.known |= 1 << UInt64(due) }
        let line = Line(pattern: group.pattern, due: due, alone: alone.count)
        for row in patterns[group.pattern].alone {
            alone.append(Alone(row: row, slot: slot, reading: appraiser.reading(row, of: evidence, in: context)))
        }
        return line
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
            positions: UnsafeBufferPointer(start: positions.start, count: part.count), asOf: asOf,
            reportDueMonths: appraiser.rubric.reportDueMonths, cohortMinimum: appraiser.rubric.cohortMinimum)
        batch.accounts.withColumns(from: offset) { accounts in
            let withoutAccounts = (0..<part.count).filter { accounts[.years][$0].isNaN }
            for row in columnRows {
                guard let column = row.measure.column else { continue }
                measures.write(row.measure, to: columns.values(of: row))
                place(row, column, accounts)
                if column.isOfAccounts { placeUnrecorded(row, withoutAccounts) }
            }
        }
    }

    /// Finds the places of a row's values, and what it means of those who have the records that there is no value.
    private func place(_ row: ScoreTable.Row, _ column: Measure.Column, _ accounts: AccountsColumns.Columns) {
        let (notYetDue, missing) = (row.place(of: .notYetDue), row.place(of: .dueButMissing))
        let notApplicable = row.place(of: .notApplicable)
        let unrecorded = placesWithoutRecord[row.index]
        appraiser.table.cuts.withUnsafeBufferPointer { cuts in
            let (cuts, count, lines) = (UnsafeBufferPointer(rebasing: cuts[row.cuts]), part.count, lines.start)
            switch column {
            case .accounts: columns.placeValues(of: row, count: count, cuts: cuts) { _ in missing }
            case .twoAccounts:
                let years = accounts[.years]
                columns.placeValues(of: row, count: count, cuts: cuts) { years[$0] == 2 ? missing : notYetDue }
            case .rank(let quantity):
                let amounts = accounts[quantity.figure]
                columns.placeValues(of: row, count: count, cuts: cuts) { amounts[$0].isNaN ? missing : notApplicable }
            case .profile: columns.placeValues(of: row, count: count, cuts: cuts) { unrecorded[lines[$0].due] }
            case .profileOrBlank:
                let records = profiles.records
                columns.placeValues(of: row, count: count, cuts: cuts) { records[$0] != nil ? missing : unrecorded[lines[$0].due] }
            }
        }
    }

    private func placeUnrecorded(_ row: ScoreTable.Row, _ slots: [Int]) {
        let (places, unrecorded) = (columns.places(of: row), placesWithoutRecord[row.index])
        for slot in slots { places[slot] = Int32(truncatingIfNeeded: unrecorded[lines.start[slot].due]) }
    }

    private func addUp() {
        let lines = lines.start
        var start = 0
        while start < part.count {
            var end = start + 1
            while end < part.count, lines[end].pattern == lines[start].pattern { end += 1 }
            let pattern = patterns[lines[start].pattern]
            if let packed = pattern.packed { addUp(start..<end, pattern, from: pattern.sums.map { PackedSum($0) }, packed) }
            if let joint = pattern.joint { addUp(start..<end, pattern, from: pattern.sums, joint) }
            start = end
        }
    }

    /// Adds up what organizations come to that have records of the same kinds.
    /// - Parameters:
    ///   - sums: what they have in common, by how many periods last.
    ///   - table: what everything else adds.
    private func addUp<Sum: EffectSum>(_ slots: Range<Int>, _ pattern: WorksheetPattern, from sums: [Sum], _ table: JointTable<Sum>) {
        let (rule, lines, outcomes) = (appraiser.outcomeRules[pattern.population], lines.start, outcomes.start)
        let (hasMarks, hasCombinations) = (appraiser.table.hasElementMarks, !appraiser.table.combinations.isEmpty)
        table.sums.withUnsafeBufferPointer { added in
            let steps = table.steps.enumerated().map { number, step in
                (places: step.places(of: slots, in: columns, number: number), sums: UnsafeBufferPointer(rebasing: added[step.start...]))
            }
            steps.withUnsafeBufferPointer { steps in
                for slot in slots {
                    var sum = sums[lines[slot].due]
                    for step in steps { sum.add(step.sums[Int(step.places[slot])]) }
                    outcomes[slot] = rule.outcome(
                        score: hasCombinations ? sum.score + appraiser.combined { reading($0, slot) } : sum.score, raised: sum.flags,
                        lacksElement: hasMarks ? sum.lacksElement : lacksElement(slot))
                }
            }
        }
    }

    /// For rubrics with more elements than there are marks.
    private func lacksElement(_ slot: Int) -> Bool {
        appraiser.tally(readings(slot)).elements.contains(where: \.isAbsent)
    }

    /// What an organization's indicators say.
    private func readings(_ slot: Int) -> [IndicatorReading] {
        appraiser.table.rows.indices.map { reading($0, slot) }
    }

    private func reading(_ index: Int, _ slot: Int) -> IndicatorReading {
        let (line, row) = (lines.start[slot], appraiser.table.rows[index])
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
            outcomes.start[slot], appraiser.tally(readings), readings, appraiser.qualities(in: evidence, asOf: asOf),
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
