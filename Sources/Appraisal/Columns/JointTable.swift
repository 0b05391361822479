import CColumns

/// What the rows of a ``ScoreTable`` that are worked out for a kind of organizations add, two rows at a time: for each pair of their places the sum of both, so
/// that only half as much is looked up and added for each of many organizations.
struct JointTable<Sum: EffectSum>: Sendable {
    /// Two rows, or one that is left over.
    struct Step: Sendable {
        let first: ScoreTable.Row
        let second: ScoreTable.Row?
        /// Where its sums begin.
        let start: Int
    }

    let steps: [Step]
    let sums: [Sum]

    /// - Parameter parts: what each place of each of the table's rows adds. Rows of which none adds anything are left out.
    init(_ rows: [ScoreTable.Row], _ parts: [Sum]) {
        let rows = rows.filter { row in parts[row.places].contains { !$0.isNothing } }
        var (steps, sums) = ([Step](), [Sum]())
        for place in stride(from: 0, to: rows.count, by: 2) {
            let (first, second) = (rows[place], place + 1 < rows.count ? rows[place + 1] : nil)
            steps.append(Step(first: first, second: second, start: sums.count))
            for one in parts[first.places] {
                guard let second else {
                    sums.append(one)
                    continue
                }
                for other in parts[second.places] {
                    var sum = one
                    sum.add(other)
                    sums.append(sum)
                }
            }
        }
        (self.steps, self.sums) = (steps, sums)
    }
}

extension JointTable.Step {
    /// The places of some organizations among the step's sums.
    func places(of slots: Range<Int>, in columns: ReadingColumns, number: Int) -> UnsafePointer<Int32> {
        let first = columns.places(of: first)
        guard let second else { return UnsafePointer(first) }
        let (other, joined) = (columns.places(of: second), columns.joinedPlaces(number))
        join_places(
            first + slots.lowerBound, other + slots.lowerBound, Int32(second.places.count), slots.count, joined + slots.lowerBound)
        return UnsafePointer(joined)
    }
}
