import Values

extension PlanMaker {
    /// One rule with its names resolved and its values read; `nil` when something is wrong with it.
    mutating func filling(_ target: Int, rule: ColumnRule, place: String) -> Filling? {
        let column = schema.columns[target]
        var format = rule.format
        format.missing.formUnion(mapping.missing)
        let parser = FieldParser(type: column.type, format: format)
        if rule.isArithmetic, !parser.isNumeric {
            report(.notNumeric(place: place))
            return nil
        }
        guard let source = source(rule.source, parser: parser, place: place) else { return nil }
        let filling = Filling(
            target: target, columnName: name(of: rule.source, place: place), required: column.required, personal: column.personal,
            source: source, parser: parser)
        filling.scale = rule.scale
        filling.offset = rule.offset
        filling.computes = rule.isArithmetic
        for (cell, value) in rule.values.sorted(by: { $0.key < $1.key }) {
            filling.values[Spelling.trimmed(cell)] = prepared(value, parser: parser, place: "\(place).values.\(cell)")
        }
        switch rule.otherwise {
        case .refused: filling.otherwise = .refused
        case .asWritten: filling.otherwise = .asWritten
        case .value(let value):
            filling.otherwise = .value(prepared(value, parser: parser, place: "\(place).otherwise"))
        }
        if let value = rule.whenEmpty {
            if case .arithmetic = source {
                filling.emptyPart = number(value, parser: parser, place: "\(place).whenEmpty")
            } else {
                filling.whenEmpty = prepared(value, parser: parser, place: "\(place).whenEmpty")
            }
        }
        return filling
    }

    private mutating func source(_ source: ColumnRule.Source, parser: FieldParser, place: String) -> Filling.Source? {
        switch source {
        case .column(let name): return resolve(name, place: place).map(Filling.Source.column)
        case .constant(let value): return .constant(prepared(value, parser: parser, place: place))
        case .template(let pieces):
            var resolved: [Filling.Piece] = []
            for piece in pieces {
                switch piece {
                case .text(let text): resolved.append(.text(Array(text.utf8)))
                case .column(let name):
                    guard let index = resolve(name, place: place) else { return nil }
                    resolved.append(.column(index))
                }
            }
            return .template(resolved)
        case .sum(let names), .difference(let names):
            let columns = names.compactMap { resolve($0, place: place) }
            guard columns.count == names.count else { return nil }
            if case .difference = source { return .arithmetic(columns, subtracts: true) }
            return .arithmetic(columns, subtracts: false)
        }
    }

    /// What findings call the source of a value.
    private func name(of source: ColumnRule.Source, place: String) -> String {
        switch source {
        case .column(let name): header.index(of: name).map { header.names[$0] } ?? name
        case .constant: place
        case .template(let pieces):
            pieces.reduce(into: "") { text, piece in
                switch piece {
                case .text(let part): text += part
                case .column(let name): text += "{\(name)}"
                }
            }
        case .sum(let names): names.joined(separator: " + ")
        case .difference(let names): names.joined(separator: " − ")
        }
    }

    /// Reads a value of the mapping file as the column would read it. Scale and offset do not apply to it.
    private mutating func prepared(_ value: String, parser: FieldParser, place: String) -> Filling.Prepared {
        let trimmed = Spelling.trimmed(value)
        guard !trimmed.isEmpty else { return .value(.missing) }
        var text: [UInt8] = []
        var damaged = false
        do throws(FieldProblem) {
            let parsed = try parser.parse(Array(trimmed.utf8).span, text: &text, damaged: &damaged)
            if case .text = parsed { return .text(text) }
            return .value(parsed)
        } catch {
            report(.unfitValue(place: place, value: value, error))
            return .value(.missing)
        }
    }

    private mutating func number(_ value: String, parser: FieldParser, place: String) -> ExactDecimal? {
        do throws(FieldProblem) {
            return try parser.decimal(Array(Spelling.trimmed(value).utf8).span)
        } catch {
            report(.unfitValue(place: place, value: value, error))
            return nil
        }
    }
}
