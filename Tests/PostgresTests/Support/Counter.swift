import Synchronization

/// Counts what happens in several tasks.
final class Counter: Sendable {
    private let value = Atomic(0)

    var count: Int { value.load(ordering: .acquiring) }

    /// Counts one more and answers the new number.
    @discardableResult
    func next() -> Int {
        value.add(1, ordering: .acquiringAndReleasing).newValue
    }
}
