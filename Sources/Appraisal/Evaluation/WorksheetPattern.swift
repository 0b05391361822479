/// What organizations have in common that have records of the same kinds and belong to one population: how each row of the table is worked out, and what those
/// rows come to that say the same of all of them.
struct WorksheetPattern {
    /// How a row is worked out.
    enum Way {
        /// Once for all: there is no record of the kinds that it looks at, or it does not apply.
        case common
        case column
        /// For each organization by itself; its place among such rows.
        case alone(Int)
    }

    let kinds: EvidenceKinds
    let population: Int
    let ways: [Way]
    let byColumn: [ScoreTable.Row]
    let alone: [ScoreTable.Row]
    /// What they add; packed where the sums fit.
    let packed: JointTable<PackedSum>?
    let joint: JointTable<ColumnSum>?
    /// By how many periods after the beginning still last: the sum over common rows, and the readings of the first such organization, of which those of common
    /// rows hold for the others.
    private(set) var sums: [ColumnSum]
    private var readings: [[IndicatorReading]]

    init(kinds: EvidenceKinds, population: Int, applies: [Bool], periods: Int, _ table: ScoreTable) {
        self.kinds = kinds
        self.population = population
        var (ways, byColumn, alone) = ([Way](), [ScoreTable.Row](), [ScoreTable.Row]())
        for row in table.rows {
            switch applies[row.index] ? Self.way(of: row, kinds) : .common {
            case .common: ways.append(.common)
            case .column:
                ways.append(.column)
                byColumn.append(row)
            case .alone:
                ways.append(.alone(alone.count))
                alone.append(row)
            }
        }
        (self.ways, self.byColumn, self.alone) = (ways, byColumn, alone)
        packed = table.packedParts.map { JointTable(byColumn + alone, $0) }
        joint = table.packedParts == nil ? JointTable(byColumn + alone, table.parts) : nil
        sums = Array(repeating: .zero, count: periods + 1)
        readings = Array(repeating: [], count: periods + 1)
    }

    private static func way(of row: ScoreTable.Row, _ kinds: EvidenceKinds) -> Way {
        // What was recorded ready-made stands in for any indicator.
        if kinds.contains(.observations) { return .alone(0) }
        let isAssumed = row.missing.assumed != nil
        if row.kinds.isDisjoint(with: kinds) {
            // An assumed value points at the incubation case where there is one.
            return isAssumed && kinds.contains(.incubationStages) ? .alone(0) : .common
        }
        let isByColumn = row.measure.column != nil && row.measure.kindsBesideColumn.isDisjoint(with: kinds) && !isAssumed
        return isByColumn ? .column : .alone(0)
    }

    func isKnown(due: Int) -> Bool {
        !readings[due].isEmpty
    }

    func reading(_ index: Int, due: Int) -> IndicatorReading {
        readings[due][index]
    }

    /// Takes what is common from the readings of one of the organizations.
    mutating func add(_ readings: [IndicatorReading], due: Int, _ table: ScoreTable) {
        var sum = ColumnSum.zero
        for row in table.rows {
            guard case .common = ways[row.index] else { continue }
            sum.add(table.parts[row.effects + table.place(of: readings[row.index], row)])
        }
        sums[due] = sum
        self.readings[due] = readings
    }
}
