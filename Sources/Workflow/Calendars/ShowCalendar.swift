import Access
import Store
package import Values

/// Shows the calendar in force of a year.
package struct ShowCalendar: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/notFound(_:_:)`` for a year that has none.
    package func callAsFunction(_ year: Int, as caller: Caller) async throws -> RecordedCalendar {
        try await registry.reading(.showCalendar, of: .anywhere, as: caller) { transaction in
            guard let found = try await transaction.first(SelectCalendars(years: year...year)) else {
                throw Refusal.notFound(.calendar, String(year))
            }
            return found
        }
    }
}
