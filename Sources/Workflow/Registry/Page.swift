/// A part of a list, with the mark at which the next part begins.
package struct Page<Item: Sendable>: Sendable {
    package let items: [Item]
    /// The cursor of the next page; nil on the last one.
    package let next: String?

    package init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }

    /// Makes a page of rows of which one more than asked for was read, to know whether there is a next page.
    init(reading rows: [Item], size: Int, cursor: (Item) -> String) {
        items = Array(rows.prefix(size))
        next = rows.count > size ? items.last.map(cursor) : nil
    }

    func map<Other>(_ transform: (Item) -> Other) -> Page<Other> {
        Page<Other>(items: items.map(transform), next: next)
    }
}

/// Which part of a list is wanted.
package struct PageRequest: Hashable, Sendable {
    /// 1 to 500.
    package let size: Int
    /// The cursor that the page before gave; nil for the first page.
    package let after: String?

    /// - Throws: ``Refusal/pageSizeOutOfRange(_:)``.
    package init(size: Int = 50, after: String? = nil) throws(Refusal) {
        guard (1...500).contains(size) else { throw .pageSizeOutOfRange(size) }
        self.size = size
        self.after = after
    }

    /// The cursor read by `parse`; nil on the first page.
    func key<Key>(_ parse: (String) -> Key?) throws(Refusal) -> Key? {
        guard let after else { return nil }
        guard let key = parse(after) else { throw .cursorInvalid }
        return key
    }
}
