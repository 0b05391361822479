import Values
import Workflow

/// The rows of a list that are taken away in a file.
struct ExportedRows<Item: Sendable>: Sendable {
    let items: [Item]
    /// False when there is more than a file holds.
    let isWhole: Bool

    /// What stands below the rows of a file that is not whole.
    var note: BilingualText? { isWhole ? nil : Catalogue.frame.exportEnds(items.count) }
}

extension ExportedRows {
    /// Every row that the page would show, one part after the other.
    ///
    /// - Parameter most: no more than a person can work with in a spreadsheet.
    init(most: Int = 20_000, _ part: (PageRequest) async throws -> Page<Item>) async throws {
        var (found, cursor): ([Item], String?) = ([], nil)
        repeat {
            let page = try await part(try PageRequest(size: min(500, most), after: cursor))
            found += page.items
            cursor = page.next
        } while cursor != nil && found.count < most
        items = Array(found.prefix(most))
        isWhole = cursor == nil && found.count <= most
    }
}
