import EmbeddedFiles
package import Postgres
package import Values

/// The calendars that were compiled in.
package enum EmbeddedCalendars {
    private static let folder = "reference/calendar"

    /// All of them, the earliest first. A file that is no calendar is passed over; a test makes sure that there is none.
    package static let all: [PublishedCalendar] = EmbeddedFile.all(under: folder).compactMap { read($0.text ?? "") }

    /// What they say, to tell apart databases that were prepared with others.
    package static var text: String { EmbeddedFile.all(under: folder).map { $0.text ?? "" }.joined() }

    /// Reads `day,kind,occasion,englishOccasion,source,englishSource` rows, whose cells have neither commas nor quotation marks.
    private static func read(_ text: String) -> PublishedCalendar? {
        var exceptions: [CalendarException] = []
        var source: BilingualText?
        for row in text.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 6, let day = Day(iso: cells[0]), let kind = CalendarException.Kind(rawValue: cells[1]) else { return nil }
            exceptions.append(CalendarException(day: day, kind: kind, occasion: BilingualText(zh: cells[2], en: cells[3])))
            source = BilingualText(zh: cells[4], en: cells[5])
        }
        guard let year = exceptions.first?.day.year, let source else { return nil }
        return (try? CalendarYear(year: year, exceptions: exceptions)).map { PublishedCalendar(calendar: $0, source: source) }
    }
}

extension PostgresPool {
    /// Enters the calendars that were compiled in, for every year that the register has none of.
    ///
    /// - Returns: the years that were entered now.
    package func enterEmbeddedCalendars() async throws -> [Int] {
        try await withTransaction { transaction in
            let known = Set(try await transaction.all(SelectCalendars()).map(\.year))
            var entered: [Int] = []
            for published in EmbeddedCalendars.all where !known.contains(published.calendar.year) {
                if try await transaction.run(InsertCalendar(published, version: 1)) > 0 { entered.append(published.calendar.year) }
            }
            return entered
        }
    }
}
