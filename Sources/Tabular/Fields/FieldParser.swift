import Values

/// Turns the bytes of one cell into a value of one column's type.
struct FieldParser {
    let type: FieldType
    let format: CellFormat
    /// Spellings and labels of a list of values, as they are and folded. Most cells are found without folding them.
    private let choices: [String: Int]

    init(type: FieldType, format: CellFormat) {
        self.type = type
        self.format = format
        var choices: [String: Int] = [:]
        if case .choice(let list) = type {
            for (index, choice) in list.enumerated() {
                for name in [choice.value] + choice.labels {
                    choices[name, default: index] = index
                    choices[Spelling.folded(name), default: index] = index
                }
            }
        }
        self.choices = choices
    }

    /// Whether the type is a number, so that values can be computed.
    var isNumeric: Bool {
        switch type {
        case .integer, .money, .number: true
        case .text, .day, .yesNo, .choice: false
        }
    }

    /// Whether the cell says that the value is not known.
    func isMissing(_ trimmed: Span<UInt8>) -> Bool {
        if trimmed.isEmpty { return true }
        return !format.missing.isEmpty && format.missing.contains(Self.string(trimmed))
    }

    /// Reads a cell that is not empty and has no white space around it.
    /// - Parameters:
    ///   - text: receives the bytes of a text.
    ///   - damaged: becomes true when the text shows U+FFFD.
    func parse(_ bytes: Span<UInt8>, text: inout [UInt8], damaged: inout Bool) throws(FieldProblem) -> CellValue {
        switch type {
        case .text(let longest, let lines):
            if try TextRule.check(bytes, longest: longest, lines: lines) { damaged = true }
            let start = text.count
            bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
            return .text(start..<text.count)
        case .integer, .money: return try convert(decimal(bytes))
        case .number: return try number(bytes)
        case .day(let range): return .day(try day(bytes, in: range))
        case .yesNo:
            guard let answer = YesNoText.read(Self.string(bytes)) else { throw .notYesNo }
            return .yesNo(answer)
        case .choice(let list):
            let written = Self.string(bytes)
            if let index = choices[written] ?? choices[Spelling.folded(written)] { return .choice(index) }
            let names = list.map { $0.labels.first ?? $0.value }
            throw .notInList(allowed: names, nearest: NearestName.of(written, among: list.flatMap { [$0.value] + $0.labels }))
        }
    }

    /// Reads a number exactly.
    func decimal(_ bytes: Span<UInt8>) throws(FieldProblem) -> ExactDecimal {
        var outcome = DecimalText.plain(bytes)
        // No number is written with more than a few dozen characters, whatever decorates it.
        if outcome == .notANumber, bytes.count <= 100 { outcome = DecimalText.decorated(Self.string(bytes)) }
        switch outcome {
        case .number(let number): return number
        case .tooLong: throw .numberTooLarge
        case .notANumber: throw .notANumber
        }
    }

    static func string(_ bytes: Span<UInt8>) -> String {
        bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

extension FieldParser {
    /// A number as a value of the column's type, inside the column's limits.
    func convert(_ number: ExactDecimal) throws(FieldProblem) -> CellValue {
        switch type {
        case .integer(let range):
            let whole = try whole(number, shift: 0, otherwise: .notAWholeNumber)
            guard range.contains(whole) else {
                throw .outOfRange(low: String(range.lowerBound), high: String(range.upperBound))
            }
            return .integer(whole)
        case .money(let range):
            let shift =
                switch format.amount {
                case .decimal: 2
                case .minor: 0
                case .tenThousand: 6
                }
            let amount = Money(minorUnits: try whole(number, shift: shift, otherwise: .tooManyDecimals(allowed: shift)))
            guard range.contains(amount) else {
                throw .outOfRange(low: range.lowerBound.decimal, high: range.upperBound.decimal)
            }
            return .money(amount)
        case .number: return try checked(number.double)
        case .text, .day, .yesNo, .choice: throw .notANumber
        }
    }

    private func whole(_ number: ExactDecimal, shift: Int, otherwise: FieldProblem) throws(FieldProblem) -> Int64 {
        switch number.whole(shiftedBy: shift, rounds: format.rounds) {
        case .number(let whole): return whole
        case .tooLarge: throw .numberTooLarge
        case .tooManyDecimals: throw otherwise
        }
    }

    private func number(_ bytes: Span<UInt8>) throws(FieldProblem) -> CellValue {
        if case .tooLong = DecimalText.plain(bytes), let number = Double(Self.string(bytes)) { return try checked(number) }
        return try checked(decimal(bytes).double)
    }

    private func checked(_ number: Double) throws(FieldProblem) -> CellValue {
        guard number.isFinite else { throw .numberTooLarge }
        guard case .number(let range) = type, !range.contains(number) else { return .number(number) }
        throw .outOfRange(low: String(range.lowerBound), high: String(range.upperBound))
    }

    private func day(_ bytes: Span<UInt8>, in range: ClosedRange<Day>) throws(FieldProblem) -> Day {
        switch DayText.read(bytes, order: format.dayOrder) {
        case .notADay: throw .notADay
        case .impossible(let year, let month): throw .impossibleDay(year: year, month: month)
        case .day(let day):
            guard range.contains(day) else { throw .dayOutOfRange(first: range.lowerBound, last: range.upperBound) }
            return day
        }
    }
}
