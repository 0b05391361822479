import Values

/// A value of a rubric's document together with its place, so that every complaint can say where.
struct DocumentPlace {
    let value: RubricValue
    let place: String

    func fault(_ problem: RubricFault.Problem) -> RubricFault {
        RubricFault(place: place.isEmpty ? "rubric" : place, problem: problem)
    }

    /// The fields of a record. Fields that are not listed are refused, so that a misspelt one is never overlooked.
    func record(_ known: String...) throws(RubricFault) -> DocumentRecord {
        guard case .record(let fields) = value else { throw fault(.wrongKind(expected: "record")) }
        for name in fields.keys.sorted() where !known.contains(name) {
            throw RubricFault(place: join(name), problem: .unknownField)
        }
        return DocumentRecord(fields: fields, at: self)
    }

    fileprivate func join(_ name: String) -> String {
        place.isEmpty ? name : "\(place).\(name)"
    }

    func list() throws(RubricFault) -> [DocumentPlace] {
        guard case .list(let values) = value else { throw fault(.wrongKind(expected: "list")) }
        return values.enumerated().map { DocumentPlace(value: $1, place: "\(place)[\($0)]") }
    }

    func text() throws(RubricFault) -> String {
        guard case .text(let text) = value else { throw fault(.wrongKind(expected: "text")) }
        guard !text.isEmpty else { throw fault(.missing) }
        return text
    }

    func number() throws(RubricFault) -> Double {
        guard case .number(let number) = value, number.isFinite else { throw fault(.wrongKind(expected: "number")) }
        return number
    }

    /// A number between the bounds.
    func number(in range: ClosedRange<Double>) throws(RubricFault) -> Double {
        let number = try number()
        guard range.contains(number) else {
            throw fault(.notAllowed(found: "\(number)", allowed: "\(range.lowerBound) to \(range.upperBound)"))
        }
        return number
    }

    /// A whole number between the bounds.
    func whole(in range: ClosedRange<Int>) throws(RubricFault) -> Int {
        guard let whole = Int(exactly: try number()) else { throw fault(.wrongKind(expected: "whole number")) }
        guard range.contains(whole) else {
            throw fault(.notAllowed(found: "\(whole)", allowed: "\(range.lowerBound) to \(range.upperBound)"))
        }
        return whole
    }

    /// Points: whole and never negative. A thousand of them is beyond any rubric that one could explain.
    func points() throws(RubricFault) -> Int {
        let points = try whole(in: -1000...1000)
        guard points >= 0 else { throw fault(.negativePoints(points)) }
        return points
    }

    func bool() throws(RubricFault) -> Bool {
        guard case .bool(let bool) = value else { throw fault(.wrongKind(expected: "true or false")) }
        return bool
    }

    func day() throws(RubricFault) -> Day {
        let text = try text()
        guard let day = Day(iso: text) else { throw fault(.notAllowed(found: text, allowed: "YYYY-MM-DD")) }
        return day
    }

    /// One of the words that stand for the cases.
    func word<Word: RawRepresentable<String> & CaseIterable>(_: Word.Type) throws(RubricFault) -> Word {
        let text = try text()
        guard let word = Word(rawValue: text) else {
            throw fault(.notAllowed(found: text, allowed: Word.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        return word
    }

    /// Words in both languages; none of the two may be missing or empty.
    func words() throws(RubricFault) -> BilingualText {
        let record = try record("zh", "en")
        return BilingualText(zh: try record.translation("zh"), en: try record.translation("en"))
    }
}

/// The fields of a record in a rubric's document.
struct DocumentRecord {
    private let fields: [String: RubricValue]
    let at: DocumentPlace

    init(fields: [String: RubricValue], at: DocumentPlace) {
        self.fields = fields
        self.at = at
    }

    /// A field that may be left out or null.
    func optional(_ name: String) -> DocumentPlace? {
        guard let value = fields[name], value != .null else { return nil }
        return DocumentPlace(value: value, place: at.join(name))
    }

    /// A field that must be there.
    func field(_ name: String) throws(RubricFault) -> DocumentPlace {
        guard let found = optional(name) else { throw RubricFault(place: at.join(name), problem: .missing) }
        return found
    }

    fileprivate func translation(_ language: String) throws(RubricFault) -> String {
        guard case .text(let text)? = fields[language], text.contains(where: { !$0.isWhitespace }) else {
            throw at.fault(.missingTranslation(language: language))
        }
        return text
    }
}

extension Optional where Wrapped == DocumentPlace {
    /// Reads the place if there is one.
    func read<Value>(_ body: (DocumentPlace) throws(RubricFault) -> Value) throws(RubricFault) -> Value? {
        guard let self else { return nil }
        return try body(self)
    }
}
