import Workflow

extension PageOptions {
    /// Prints a list as it comes from the register, so that a long one needs no more memory than a page.
    func print<Item: Presentable>(
        as format: TableOptions, _ fetch: (PageRequest) async throws -> Page<Item>
    ) async throws {
        var listing = Listing<Item>(as: format)
        var (left, cursor) = (limit ?? .max, after)
        repeat {
            let page = try await fetch(try PageRequest(size: min(left, 500), after: cursor))
            if !page.items.isEmpty { try listing.add(page.items) }
            left -= page.items.count
            cursor = page.next
        } while cursor != nil && left > 0
        try listing.finish(next: cursor)
    }
}
