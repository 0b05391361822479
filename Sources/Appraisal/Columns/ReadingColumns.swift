import CColumns

/// Memory for what indicators say of organizations that are appraised together: for each row of a ``ScoreTable`` a column of values, and
/// one of places among the row's effects. It is made once and written over for each part of a batch.
final class ReadingColumns {
    /// For how many organizations there is room.
    let capacity: Int
    private let values: UnsafeMutablePointer<Double>
    private let places: UnsafeMutablePointer<Int32>
    private let joined: UnsafeMutablePointer<Int32>

    init(rows: Int, capacity: Int) {
        let capacity = (capacity + Lanes.spare) / Lanes.spare * Lanes.spare
        self.capacity = capacity
        values = .allocate(capacity: rows * capacity)
        places = .allocate(capacity: rows * capacity)
        // Half as many: two rows are joined at a time.
        joined = .allocate(capacity: (rows + 1) / 2 * capacity)
        joined.initialize(repeating: 0, count: (rows + 1) / 2 * capacity)
        // The lanes behind the last organization are counted too, although nobody looks at what comes of them.
        values.initialize(repeating: .nan, count: rows * capacity)
        places.initialize(repeating: 0, count: rows * capacity)
    }

    deinit {
        values.deallocate()
        places.deallocate()
        joined.deallocate()
    }

    func values(of row: ScoreTable.Row) -> UnsafeMutablePointer<Double> {
        values + row.index * capacity
    }

    func places(of row: ScoreTable.Row) -> UnsafeMutablePointer<Int32> {
        places + row.index * capacity
    }

    /// Places that were joined from those of two rows.
    func joinedPlaces(_ number: Int) -> UnsafeMutablePointer<Int32> {
        joined + number * capacity
    }

    /// Finds the place of each of the row's first values among its thresholds, and that of what has no value, which is not a number.
    /// - Parameter unknown: the place that an organization has without a value.
    @inline(__always)
    func placeValues(of row: ScoreTable.Row, count: Int, cuts: UnsafeBufferPointer<Double>, unknown: (Int) -> Int) {
        let places = places(of: row)
        for slot in 0..<count { places[slot] = Int32(truncatingIfNeeded: unknown(slot)) }
        // Without cuts there is nothing to point at, and nothing is looked at there.
        place_values(values(of: row), count, cuts.baseAddress ?? UnsafePointer(values(of: row)), cuts.count, places)
    }
}
