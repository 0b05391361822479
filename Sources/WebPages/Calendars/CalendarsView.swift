import Access
import Values
import Workflow

/// The years that have a calendar, and where a period ends.
struct CalendarsView: PageView {
    static let template = "calendars"

    struct Year: Encodable, Sendable {
        let year: String
        let address: String
        let workingDays: String
        let exceptions: String
        let source: String
    }

    let title: String
    let summary: ErrorSummaryView?
    let fields: [FieldView]
    let dayField: FieldView
    let outcome: String?
    let countedBy: String?
    let check: String?
    let years: [Year]
    let isEmpty: Bool
    let new: LinkView?

    init(_ calendars: [RecordedCalendar], _ answers: PeriodAnswers, _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.calendars)
        title = w(words.title)
        let faults = Dictionary(answers.faults.map { ($0.field, $0.words) }, uniquingKeysWith: { first, _ in first })
        summary = answers.faults.isEmpty ? nil : ErrorSummaryView(answers.faults, w)
        let typed = visit.query.pairs + (visit.query.text("unit") == nil ? [("unit", Period.Unit.workingDay.rawValue)] : [])
        func field(_ field: FormField) -> FieldView { FieldView(field, FormFields(pairs: typed), error: faults[field.id], w) }
        fields = PeriodAnswers.fields.map(field)
        dayField = field(PeriodAnswers.dayField)
        outcome = answers.end.map { w(words.ends(w.inBoth($0.period), w.inBoth($0.from), w.inBoth($0.day))) }
        countedBy = answers.end.map { w(words.countedBy($0.calendars.joined(separator: w(Catalogue.frame.listMark)))) }
        check = answers.check.map { check in
            let kind = check.isWorkingDay ? words.worked : words.notWorked
            return w(words.dayIs(w.inBoth(check.day), kind, check.exception?.occasion))
        }
        years = calendars.reversed().map { recorded in
            Year(
                year: String(recorded.year), address: "\(CalendarPages.path)/\(recorded.year)",
                workingDays: w(recorded.calendar.workingDayCount), exceptions: w(recorded.calendar.exceptions.count),
                source: recorded.published.source[w.language])
        }
        isEmpty = years.isEmpty
        let next = (calendars.map(\.year).max()).map { $0 + 1 }
        new = next.flatMap { year in
            visit.mayDo(.act(.enterCalendar)) ? LinkView(label: w(words.enter(year)), address: "\(CalendarPages.path)/\(year)/days") : nil
        }
    }
}

/// One year: the days on which it differs from plain weeks.
struct CalendarView: PageView {
    static let template = "calendar"

    struct Row: Encodable, Sendable {
        let day: String
        let dayISO: String
        let kind: ChipView
        let occasion: String
    }

    let title: String
    let back: LinkView
    let facts: [FactView]
    let rows: [Row]
    let edit: String?

    init(_ recorded: RecordedCalendar, _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.calendars)
        title = w(words.ofYear(recorded.year))
        back = LinkView(label: w(words.title), address: CalendarPages.path)
        facts = [
            FactView(label: w(words.workingDays), value: w(recorded.calendar.workingDayCount)),
            FactView(label: w(words.source), value: recorded.published.source[w.language]),
            FactView(label: w(words.version), value: String(recorded.version)),
            FactView(label: w(words.recordedAt), value: w(recorded.recordedAt)),
        ]
        rows = recorded.calendar.exceptions.map { exception in
            Row(
                day: w(exception.day), dayISO: exception.day.iso,
                kind: ChipView(tone: exception.kind == .dayOff ? "good" : "watch", label: w(exception.kind.words)),
                occasion: exception.occasion[w.language])
        }
        edit = visit.mayDo(.act(.enterCalendar)) ? "\(CalendarPages.path)/\(recorded.year)/days" : nil
    }
}

extension Words {
    /// A day in both languages, to be put into a sentence.
    fileprivate func inBoth(_ day: Day) -> BilingualText {
        Catalogue.calendars.either(Words(language: .simplifiedChinese)(day), Words(language: .english)(day))
    }

    fileprivate func inBoth(_ period: Period) -> BilingualText {
        Catalogue.calendars.either(Words(language: .simplifiedChinese)(period), Words(language: .english)(period))
    }
}
