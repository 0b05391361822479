/// Memory for what indicators say of organizations that are appraised together: for each row of a ``ScoreTable`` a column of values, and
/// one of places among the row's effects. It is made once and written over for each part of a batch.
final class ReadingColumns {
    /// For how many organizations there is room.
    let capacity: Int
    private let values: UnsafeMutablePointer<Double>
    private let places: UnsafeMutablePointer<UInt16>

    init(rows: Int, capacity: Int) {
        // Whole lanes, for the last ones too.
        let capacity = (capacity + Lanes.scalarCount - 1) / Lanes.scalarCount * Lanes.scalarCount
        self.capacity = capacity
        values = .allocate(capacity: rows * capacity)
        places = .allocate(capacity: rows * capacity)
        // The lanes behind the last organization are counted too, although nobody looks at what comes of them.
        values.initialize(repeating: .nan, count: rows * capacity)
        places.initialize(repeating: 0, count: rows * capacity)
    }

    deinit {
        values.deallocate()
        places.deallocate()
    }

    func values(of row: ScoreTable.Row) -> UnsafeMutablePointer<Double> {
        values + row.index * capacity
    }

    func places(of row: ScoreTable.Row) -> UnsafeMutablePointer<UInt16> {
        places + row.index * capacity
    }

    /// Finds the place of each of the row's first values among its thresholds.
    func placeValues(of row: ScoreTable.Row, count: Int, cuts: UnsafeBufferPointer<Double>) {
        let (values, places) = (UnsafePointer(values(of: row)), UnsafeMutableRawPointer(places(of: row)))
        var slot = 0
        while slot < count {
            let value = values.lanes(slot)
            var place = SIMD4<Int64>.zero
            // A mask is -1 where it holds and 0 elsewhere.
            for cut in cuts { place &-= unsafeBitCast(value .>= Lanes(repeating: cut), to: SIMD4<Int64>.self) }
            let found = SIMD4<UInt16>(truncatingIfNeeded: place)
            places.storeBytes(of: found, toByteOffset: slot * MemoryLayout<UInt16>.stride, as: SIMD4<UInt16>.self)
            slot &+= Lanes.scalarCount
        }
    }
}
