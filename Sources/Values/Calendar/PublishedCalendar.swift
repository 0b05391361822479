/// A year's calendar with the notice that published it.
package struct PublishedCalendar: Hashable, Sendable {
    package let calendar: CalendarYear
    /// The notice's number, such as 国办发明电〔2025〕7号.
    package let source: BilingualText

    package init(calendar: CalendarYear, source: BilingualText) {
        self.calendar = calendar
        self.source = source
    }
}

/// A year's calendar as the register has it.
package struct RecordedCalendar: Hashable, Sendable {
    package let published: PublishedCalendar
    /// From 1 up; the highest of a year is in force.
    package let version: Int64
    package let recordedAt: Instant

    package init(published: PublishedCalendar, version: Int64, recordedAt: Instant) {
        self.published = published
        self.version = version
        self.recordedAt = recordedAt
    }

    package var calendar: CalendarYear { published.calendar }
    package var year: Int { published.calendar.year }
}
