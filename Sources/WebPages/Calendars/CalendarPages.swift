import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// | Method   | Path                     | Use case                                                       |
/// |----------|--------------------------|----------------------------------------------------------------|
/// | GET      | `/calendars`             | `ListCalendars`; for a day and a period, `CheckWorkingDay`, `CountPeriod` |
/// | GET      | `/calendars/{year}`      | `ShowCalendar`                                                 |
/// | GET POST | `/calendars/{year}/days` | `EnterCalendar`                                                |
struct CalendarPages: PageSet {
    let registry: Registry
    static let path = "/calendars"

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .reading(.listCalendars)) { visit in
            let calendars = try await ListCalendars(registry: registry)(as: visit.caller)
            let answers = try await PeriodAnswers(visit, registry)
            return try visit.answer(CalendarsView(calendars, answers, visit), in: .rules)
        }
        routes.page(Self.path + "/{year}", .reading(.showCalendar)) { visit in
            let found = try await ShowCalendar(registry: registry)(try visit.year(), as: visit.caller)
            let done = visit.query.text("done").flatMap { Act(rawValue: $0) }
            return try visit.answer(CalendarView(found, visit), in: .rules, notice: done.map { visit.w(Catalogue.forms.done($0)) })
        }
        routes.form(CalendarForm.self, registry)
    }
}

/// What the calculator was asked and what it says. A value that cannot be read stands in the form again, with why.
struct PeriodAnswers: Sendable {
    private(set) var end: PeriodEnd?
    private(set) var check: DayCheck?
    /// Why one of the two could not be told.
    private(set) var faults: [FieldFault] = []

    static let fields = [
        FormField(name: "from", label: Catalogue.calendars.from, kind: .day),
        FormField(name: "amount", label: Catalogue.calendars.amount, kind: .count),
        FormField(name: "unit", label: Catalogue.calendars.unit, kind: .choice(FormOption.all(Period.Unit.self, \.words))),
    ]
    static let dayField = FormField(name: "day", label: Catalogue.calendars.day, kind: .day)

    init(_ visit: Visit, _ registry: Registry) async throws {
        let groups = [FormGroup(fields: Self.fields + [Self.dayField])]
        var reader = FormReader(visit.query, groups, registry, as: visit.caller, visit.w)
        if visit.query.text("amount") != nil || visit.query.text("from") != nil {
            let (from, amount, unit) = (reader.day("from"), reader.count("amount"), reader.code("unit", Period.Unit.self))
            if let from, let amount, let unit {
                if let period = Period(Int(amount), unit) {
                    end = try await Self.asked(&reader) { try await CountPeriod(registry: registry)(period, from: from, as: visit.caller) }
                } else {
                    reader.fail("amount", visit.w(Catalogue.calendars.amountRange))
                }
            }
        }
        if visit.query.text("day") != nil, let day = reader.day("day") {
            check = try await Self.asked(&reader) { try await CheckWorkingDay(registry: registry)(day, as: visit.caller) }
        }
        faults = reader.faults
    }

    /// A year without a calendar is no fault of the service's.
    private static func asked<Answer>(_ reader: inout FormReader, _ body: () async throws -> Answer) async throws -> Answer? {
        do {
            return try await body()
        } catch let refusal as Refusal where refusal.isDecision {
            reader.take(refusal)
            return nil
        }
    }
}

extension Visit {
    /// The year that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no year of four digits as well: it has no calendar.
    func year() throws(Refusal) -> Int {
        let text = key("year")
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(text), year > 0 else {
            throw .notFound(.calendar, text)
        }
        return year
    }
}
