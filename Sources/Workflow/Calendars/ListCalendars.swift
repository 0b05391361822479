import Access
import Store
package import Values

/// Lists the calendars in force, the earliest year first. There is one a year, so the list is always whole.
package struct ListCalendars: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(as caller: Caller) async throws -> [RecordedCalendar] {
        try await registry.all(SelectCalendars(), as: registry.admit(caller, to: .reading(.listCalendars), at: .anywhere))
    }
}
