package import Postgres
package import Values

/// The calendars in force of some years, the earliest first.
package struct SelectCalendars: Statement {
    let years: ClosedRange<Int>

    /// - Parameter years: of 1 to 9999.
    package init(years: ClosedRange<Int> = 1...9999) {
        self.years = years
    }

    package var sql: SQL {
        """
        SELECT c.year, c.version, c.source_chinese, c.source_english, c.recorded_at, d.days, d.kinds, d.chinese, d.english
          FROM working_calendars c
         CROSS JOIN LATERAL (
               SELECT coalesce(array_agg(day ORDER BY day), '{}') AS days, coalesce(array_agg(kind ORDER BY day), '{}') AS kinds,
                      coalesce(array_agg(occasion_chinese ORDER BY day), '{}') AS chinese,
                      coalesce(array_agg(occasion_english ORDER BY day), '{}') AS english
                 FROM working_calendar_days
                WHERE year = c.year AND version = c.version) AS d
         WHERE c.year BETWEEN \(years.lowerBound) AND \(years.upperBound)
           AND c.version = (SELECT max(newest.version) FROM working_calendars newest WHERE newest.year = c.year)
         ORDER BY c.year
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> RecordedCalendar {
        let (year, version, sourceChinese, sourceEnglish, recordedAt, days, kinds, chinese, english) = try row.decode(
            as: Int32.self, Int64.self, String.self, String.self, Instant.self, [Day].self, [CalendarException.Kind].self, [String].self,
            [String].self)
        let exceptions = zip(zip(days, kinds), zip(chinese, english)).map {
            CalendarException(day: $0.0, kind: $0.1, occasion: BilingualText(zh: $1.0, en: $1.1))
        }
        // The table's constraints are the calendar's own rules, so that there is nothing to refuse.
        guard let calendar = try? CalendarYear(year: Int(year), exceptions: exceptions) else {
            throw try row.cell(5).mismatch(CalendarYear.self, "it is no calendar of \(year)")
        }
        let source = BilingualText(zh: sourceChinese, en: sourceEnglish)
        return RecordedCalendar(
            published: PublishedCalendar(calendar: calendar, source: source), version: version, recordedAt: recordedAt)
    }
}

/// Enters a calendar of a year with its days. It touches nothing when the year has that version already; otherwise one row for each day.
package struct InsertCalendar: Command {
    let published: PublishedCalendar
    let version: Int64

    package init(_ published: PublishedCalendar, version: Int64) {
        self.published = published
        self.version = version
    }

    package var sql: SQL {
        let exceptions = published.calendar.exceptions
        return """
            WITH entered AS (
                INSERT INTO working_calendars (year, version, source_chinese, source_english)
                VALUES (\(published.calendar.year), \(version), \(published.source.zh), \(published.source.en))
                ON CONFLICT (year, version) DO NOTHING
                RETURNING year, version)
            INSERT INTO working_calendar_days (year, version, day, kind, occasion_chinese, occasion_english)
            SELECT entered.year, entered.version, d.day, d.kind, d.chinese, d.english
              FROM entered
             CROSS JOIN unnest(\(exceptions.map(\.day)), \(exceptions.map(\.kind)), \(exceptions.map(\.occasion.zh)),
                               \(exceptions.map(\.occasion.en))) AS d (day, kind, chinese, english)
            """
    }
}
