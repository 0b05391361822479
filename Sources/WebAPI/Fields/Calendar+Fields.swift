import HTTPSupport
import Values
import Workflow

extension PublishedCalendar {
    init(of year: Int, _ fields: inout JSONFields) throws(Refusal) {
        let source = try fields.value("source", .bilingual(longest: 200))
        let days = try fields.value(
            "days", .list(of: .object { (day: inout JSONFields) throws(Refusal) in try CalendarException(&day) }))
        try self.init(year: year, days: days, source: source)
    }
}

extension CalendarException {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            day: try fields.value("day", .day), kind: try fields.value("kind", .code),
            occasion: try fields.value("occasion", .bilingual(longest: 100)))
    }
}

extension FieldKind where Value == BilingualText {
    /// The same in both languages, each at most so many characters.
    static func bilingual(longest: Int) -> FieldKind {
        .object { (words: inout JSONFields) throws(Refusal) in
            BilingualText(
                zh: try words.value("zh-CN", .text(longest: longest)), en: try words.value("en", .text(longest: longest)))
        }
    }
}
