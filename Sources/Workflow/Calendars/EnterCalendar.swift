import Access
import Store
package import Values

/// Enters a year's calendar, or a newer version of it. What was counted by the older one stays as it was counted.
package struct EnterCalendar: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter version: the version that the newer one follows; nil for a year that has none yet.
    /// - Throws: ``Refusal/versionMissing`` and ``Refusal/versionStale(current:)`` for a year that has one.
    package func callAsFunction(
        _ published: PublishedCalendar, following version: Int64?, as caller: Caller
    ) async throws -> RecordedCalendar {
        let year = published.calendar.year
        return try await registry.act(.enterCalendar, on: .calendar(year), as: caller) {
            try Self.refuse(published)
        } doing: { transaction, subject in
            let current = try await transaction.first(SelectCalendars(years: year...year))?.version
            if let current {
                guard let version else { throw Refusal.versionMissing }
                guard version == current else { throw Refusal.versionStale(current: current) }
            } else if version != nil {
                throw Refusal.notFound(.calendar, String(year))
            }
            let next = (current ?? 0) + 1
            // Somebody who enters the same version meanwhile is waited for, and then nothing is written here.
            guard try await transaction.run(InsertCalendar(published, version: next)) > 0,
                let entered = try await transaction.first(SelectCalendars(years: year...year))
            else { throw Refusal.versionStale(current: next) }
            (subject.versionBefore, subject.versionAfter) = (current, next)
            return entered
        }
    }

    private static func refuse(_ published: PublishedCalendar) throws(Refusal) {
        if published.calendar.exceptions.isEmpty { throw .missing(field: "days") }
        for source in [published.source.zh, published.source.en] { try FieldRules.refuseText(source, field: "source") }
        for occasion in published.calendar.exceptions.flatMap({ [$0.occasion.zh, $0.occasion.en] }) {
            try FieldRules.refuseText(occasion, field: "days", longest: 100)
        }
    }
}

extension PublishedCalendar {
    /// - Parameter field: where the days stand, for the refusal.
    /// - Throws: ``Refusal/notPossible(field:_:)`` when the days make no calendar of the year.
    package init(year: Int, days: [CalendarException], source: BilingualText, field: String = "days") throws(Refusal) {
        do throws(CalendarFault) {
            self.init(calendar: try CalendarYear(year: year, exceptions: days), source: source)
        } catch {
            throw .notPossible(field: field, error.why)
        }
    }
}
