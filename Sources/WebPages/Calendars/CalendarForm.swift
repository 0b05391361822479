import Access
import Values
import Workflow

private let words = Catalogue.calendars

/// A year's calendar, as the notice has it, one line for each day.
struct CalendarForm: RecordForm {
    let act = Act.enterCalendar
    let path = CalendarPages.path + "/{year}/days"
    let isBelowOrganization = false
    let title = words.enterTitle
    let lead: BilingualText? = words.enterLead
    let anchor = "content"
    let isChecked = true
    var part: SitePart? { .rules }

    struct Content: Sendable {
        let calendar: PublishedCalendar
        let version: Int64?
    }

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "source", label: words.source, kind: .text, hint: words.sourceHint),
                FormField(name: "englishSource", label: words.englishSource, kind: .text, isOptional: true),
                FormField(name: "days", label: words.days, kind: .paragraph, hint: words.daysHint, longest: 10_000),
            ])
        ]
    }

    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let year = try visit.visit.year()
        do {
            let found = try await ShowCalendar(registry: visit.registry)(year, as: visit.caller)
            let lines = found.calendar.exceptions.map { "\($0.day.iso), \(visit.w($0.kind.words)), \($0.occasion.zh), \($0.occasion.en)" }
            return FormBeginning(
                values: [
                    ("source", found.published.source.zh), ("englishSource", found.published.source.en),
                    ("days", lines.joined(separator: "\n")),
                ], hidden: [("version", String(found.version))])
        } catch Refusal.notFound {
            return FormBeginning()
        }
    }

    func back(_ visit: FormVisit) -> LinkView { LinkView(label: visit.w(words.title), address: CalendarPages.path) }

    func read(_ reader: inout FormReader, _ visit: FormVisit) throws -> Content? {
        let year = try visit.visit.year()
        let (source, english) = (reader.text("source"), reader.text("englishSource"))
        guard let text = reader.text("days") else { return nil }
        var days: [CalendarException] = []
        for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
            guard let day = Self.day(line) else {
                reader.fail("days", visit.w(words.lineUnreadable(String(line.prefix(60)))))
                return nil
            }
            days.append(day)
        }
        guard let source, reader.faults.isEmpty else { return nil }
        do throws(Refusal) {
            let published = try PublishedCalendar(year: year, days: days, source: words.either(source, english ?? source))
            return Content(calendar: published, version: Int64(reader.fields.typed("version")))
        } catch {
            reader.take(error)
            return nil
        }
    }

    /// Reads `2026-02-16, day off, 春节, Spring Festival`, with commas of either kind or tabs; the last may be left out.
    private static func day(_ line: Substring) -> CalendarException? {
        let cells = line.split(omittingEmptySubsequences: false) { ",，\t".contains($0) }.map { String($0).trimmed }
        guard (3...4).contains(cells.count), let day = Day(written: cells[0]), !cells[2].isEmpty,
            let kind = CalendarException.Kind.allCases.first(where: { kind in
                [kind.rawValue, kind.words.zh, kind.words.en].contains { $0.lowercased() == cells[1].lowercased() }
            })
        else { return nil }
        let english = cells.count == 4 && !cells[3].isEmpty ? cells[3] : cells[2]
        return CalendarException(day: day, kind: kind, occasion: words.either(cells[2], english))
    }

    func record(_ content: Content, _ visit: FormVisit, as caller: Caller) async throws -> RecordedCalendar {
        try await EnterCalendar(registry: visit.registry)(content.calendar, following: content.version, as: caller)
    }

    func address(after entered: RecordedCalendar, _: FormVisit) -> String { "\(CalendarPages.path)/\(entered.year)" }
}
