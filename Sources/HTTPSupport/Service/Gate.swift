import Synchronization

/// Lets in so many at once.
package final class Gate: Sendable {
    private let limit: Int
    private let inside = Atomic<Int>(0)

    package init(limit: Int) {
        self.limit = limit
    }

    /// How many are inside.
    package var count: Int { inside.load(ordering: .relaxed) }

    /// Whether there was room; each true answer calls for one ``leave()``.
    package func enter() -> Bool {
        if inside.wrappingAdd(1, ordering: .relaxed).newValue <= limit { return true }
        leave()
        return false
    }

    package func leave() {
        inside.wrappingSubtract(1, ordering: .relaxed)
    }
}
