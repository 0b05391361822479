/// Memory for one thing about each of some organizations that are appraised together, made once and written over for each part of a batch: plain values, which
/// refer to nothing else.
final class Column<Element> {
    /// The first organization's.
    let start: UnsafeMutablePointer<Element>
    private let capacity: Int

    init(repeating element: Element, capacity: Int) {
        self.capacity = capacity + Lanes.spare
        start = .allocate(capacity: self.capacity)
        start.initialize(repeating: element, count: self.capacity)
    }

    deinit {
        start.deinitialize(count: capacity)
        start.deallocate()
    }
}
