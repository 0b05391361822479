/// Actions waiting for their time, soonest last so that taking one is cheap.
///
/// A sorted array: there are a few timers per connection in use, and most are removed before their time.
struct TimerQueue: Sendable {
    /// Names a timer; never used twice.
    struct ID: RawRepresentable, Hashable, Sendable {
        let rawValue: UInt64
    }

    private struct Entry: Sendable {
        var instant: ContinuousClock.Instant
        var id: ID
        var action: @Sendable () -> Void
    }

    private var entries: [Entry] = []
    private var lastID: UInt64 = 0

    /// When the next action is due.
    var next: ContinuousClock.Instant? { entries.last?.instant }

    mutating func add(at instant: ContinuousClock.Instant, _ action: @escaping @Sendable () -> Void) -> ID {
        lastID += 1
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].instant > instant { low = middle + 1 } else { high = middle }
        }
        entries.insert(Entry(instant: instant, id: ID(rawValue: lastID), action: action), at: low)
        return ID(rawValue: lastID)
    }

    mutating func remove(_ id: ID) {
        if let index = entries.firstIndex(where: { $0.id == id }) { entries.remove(at: index) }
    }

    /// Removes and answers the actions whose time has come, in order.
    mutating func takeDue(_ now: ContinuousClock.Instant) -> [@Sendable () -> Void] {
        var due: [@Sendable () -> Void] = []
        while let last = entries.last, last.instant <= now {
            due.append(last.action)
            entries.removeLast()
        }
        return due
    }
}
