import Values

/// How one column of the register is filled, with every name resolved: what runs for every row.
///
/// A class because it is large and never changes once a plan is made: passing it on for every cell costs next to nothing.
final class Filling {
    enum Source {
        case column(Int)
        case constant(Prepared)
        case template([Piece])
        /// The first column plus or minus the others.
        case arithmetic([Int], subtracts: Bool)
    }

    enum Piece {
        case text([UInt8])
        case column(Int)
    }

    /// A value that was read once, from the mapping file.
    enum Prepared {
        case value(CellValue)
        case text([UInt8])

        func placed(in text: inout [UInt8]) -> CellValue {
            switch self {
            case .value(let value): return value
            case .text(let bytes):
                let start = text.count
                text.append(contentsOf: bytes)
                return .text(start..<text.count)
            }
        }
    }

    enum Otherwise {
        case refused
        case asWritten
        case value(Prepared)
    }

    /// Index in the schema.
    let target: Int
    /// What findings call the column: its name in the file.
    let columnName: String
    let required: Bool
    let personal: Bool
    let source: Source
    let parser: FieldParser
    var values: [String: Prepared] = [:]
    var otherwise = Otherwise.refused
    var whenEmpty: Prepared?
    /// What an empty part of a sum or difference counts as; `nil`: the whole is missing.
    var emptyPart: ExactDecimal?
    var scale = ExactDecimal.one
    var offset = ExactDecimal.zero
    var computes = false

    init(target: Int, columnName: String, required: Bool, personal: Bool, source: Source, parser: FieldParser) {
        self.target = target
        self.columnName = columnName
        self.required = required
        self.personal = personal
        self.source = source
        self.parser = parser
    }
}

extension Filling {
    /// The value for one row.
    func value(from record: borrowing CSVRecord, text: inout [UInt8], damaged: inout Bool) throws(FieldProblem) -> CellValue {
        switch source {
        case .constant(let prepared): return prepared.placed(in: &text)
        case .column(let column):
            return try record.withBytes(of: column) { (bytes) throws(FieldProblem) in
                try cell(bytes, text: &text, damaged: &damaged)
            }
        case .template(let pieces):
            guard let expanded = Self.expand(pieces, from: record) else { return try empty(text: &text) }
            return try cell(expanded.span, text: &text, damaged: &damaged)
        case .arithmetic(let columns, let subtracts):
            guard let result = try total(of: columns, subtracts: subtracts, from: record) else { return try empty(text: &text) }
            return try parser.convert(scaled(result))
        }
    }

    private func cell(_ bytes: Span<UInt8>, text: inout [UInt8], damaged: inout Bool) throws(FieldProblem) -> CellValue {
        let trimmed = bytes.extracting(TextRule.trimmed(bytes))
        if !values.isEmpty, let prepared = values[FieldParser.string(trimmed)] { return prepared.placed(in: &text) }
        if parser.isMissing(trimmed) {
            return whenEmpty?.placed(in: &text) ?? .missing
        }
        if !values.isEmpty {
            switch otherwise {
            case .refused: throw .notMapped(nearest: NearestName.of(FieldParser.string(trimmed), among: values.keys.sorted()))
            case .value(let prepared): return prepared.placed(in: &text)
            case .asWritten: break
            }
        }
        guard computes else { return try parser.parse(trimmed, text: &text, damaged: &damaged) }
        return try parser.convert(scaled(parser.decimal(trimmed)))
    }

    private func empty(text: inout [UInt8]) throws(FieldProblem) -> CellValue {
        whenEmpty?.placed(in: &text) ?? .missing
    }

    private func scaled(_ number: ExactDecimal) throws(FieldProblem) -> ExactDecimal {
        guard let result = number.times(scale)?.plus(offset) else { throw .numberTooLarge }
        return result
    }

    private func total(of columns: [Int], subtracts: Bool, from record: borrowing CSVRecord) throws(FieldProblem) -> ExactDecimal? {
        var total: ExactDecimal?
        for column in columns {
            let part = try record.withBytes(of: column) { (bytes) throws(FieldProblem) -> ExactDecimal? in
                let trimmed = bytes.extracting(TextRule.trimmed(bytes))
                return parser.isMissing(trimmed) ? emptyPart : try parser.decimal(trimmed)
            }
            guard let part else { return nil }
            if let before = total {
                guard let signed = subtracts ? part.negated : part, let sum = before.plus(signed) else { throw .numberTooLarge }
                total = sum
            } else {
                total = part
            }
        }
        return total
    }

    /// `nil` when a column of the template is empty.
    private static func expand(_ pieces: [Piece], from record: borrowing CSVRecord) -> [UInt8]? {
        var result: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .text(let bytes): result.append(contentsOf: bytes)
            case .column(let column):
                let before = result.count
                record.withBytes(of: column) { bytes in
                    for index in TextRule.trimmed(bytes) { result.append(bytes[index]) }
                }
                if result.count == before { return nil }
            }
        }
        return result
    }
}

extension Filling {
    /// The cell to show in a finding about a row.
    func shown(_ record: borrowing CSVRecord) -> String {
        if personal { return "•••" }
        switch source {
        case .column(let column): return record.string(of: column)
        case .constant: return ""
        case .template(let pieces): return Self.expand(pieces, from: record).map { String(decoding: $0, as: UTF8.self) } ?? ""
        case .arithmetic(let columns, let subtracts):
            var parts: [String] = []
            for column in columns { parts.append(record.string(of: column)) }
            return parts.joined(separator: subtracts ? " − " : " + ")
        }
    }
}
