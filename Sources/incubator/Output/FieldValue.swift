import Values

/// One value of a record, for programs and for people alike.
indirect enum FieldValue: Sendable {
    /// Not known. Never 0 and never left out of JSON, so that a reader can tell the two apart.
    case missing
    case text(String)
    case integer(Int64)
    case number(Double)
    case yesNo(Bool)
    /// A value of a closed set: its name for programs, its words for people.
    case term(String, BilingualText)
    /// A sentence in both languages.
    case words(BilingualText)
    case list([FieldValue])
    case record(Record)
    case records([Record])
}

extension FieldValue {
    static func text(_ text: String?) -> FieldValue { text.map(FieldValue.text) ?? .missing }

    static func day(_ day: Day?) -> FieldValue { .text(day?.iso) }

    static func count(_ number: Int32?) -> FieldValue { number.map { .integer(Int64($0)) } ?? .missing }

    /// In the currency's unit, two decimals.
    static func money(_ amount: Money?) -> FieldValue { .text(amount?.decimal) }

    static func term<Term: RawRepresentable<String>>(_ term: Term?, _ words: (Term) -> BilingualText) -> FieldValue {
        term.map { .term($0.rawValue, words($0)) } ?? .missing
    }

    static func texts(_ texts: [String]) -> FieldValue { .list(texts.map(FieldValue.text)) }
}

extension FieldValue {
    /// The value as people read it, on one line.
    func words(in language: Language) -> String {
        switch self {
        case .missing: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): Self.rounded(number)
        case .yesNo(let answer): (answer ? BilingualText(zh: "是", en: "yes") : BilingualText(zh: "否", en: "no"))[language]
        case .term(_, let words), .words(let words): words[language]
        case .list(let values): values.map { $0.words(in: language) }.joined(separator: language == .english ? ", " : "、")
        case .record(let record): record.fields.map { $0.value.words(in: language) }.joined(separator: " ")
        case .records(let records):
            records.map { FieldValue.record($0).words(in: language) }.joined(separator: "; ")
        }
    }

    /// The value as programs read it in a cell of a table; lists as imports take them, `a;b`.
    func cell(in language: Language) -> String {
        switch self {
        case .term(let name, _): name
        case .number(let number): number.description
        case .yesNo(let answer): answer ? "yes" : "no"
        case .list(let values): values.map { $0.cell(in: language) }.joined(separator: ";")
        case .record(let record): record.fields.map { $0.value.cell(in: language) }.joined(separator: ":")
        case .records(let records): records.map { FieldValue.record($0).cell(in: language) }.joined(separator: ";")
        case .missing, .text, .integer, .words: words(in: language)
        }
    }

    /// At most three decimals, as much as people compare at a glance.
    private static func rounded(_ number: Double) -> String {
        guard number.magnitude < 1e12 else { return number.description }
        let rounded = (number * 1000).rounded() / 1000
        return rounded == rounded.rounded() ? String(Int64(rounded)) : rounded.description
    }

    /// Whether numbers are to stand under each other by their last digit.
    var isNumeric: Bool {
        switch self {
        case .integer, .number: true
        default: false
        }
    }
}
