import HTTPSupport
import Values

extension RecordedCalendar: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            writeMembers(to: &json)
            json.members("days", calendar.exceptions)
        }
    }

    func writeMembers(to json: inout JSONWriter) {
        json.member("year", year)
        json.member("version", version)
        json.member("source", published.source)
        json.member("workingDays", calendar.workingDayCount)
        json.member("recordedAt", recordedAt)
    }
}

/// A calendar in a list, without its days.
struct CalendarSummary: JSONWritable {
    let calendar: RecordedCalendar

    init(_ calendar: RecordedCalendar) {
        self.calendar = calendar
    }

    func write(to json: inout JSONWriter) {
        json.object { calendar.writeMembers(to: &$0) }
    }
}

extension CalendarException: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("day", day)
            json.member("kind", kind.rawValue)
            json.member("occasion", occasion)
        }
    }
}
