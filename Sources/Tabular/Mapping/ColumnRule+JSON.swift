extension ColumnRule: Decodable {
    /// Text alone is the name of the file's column; an object says more.
    package init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.init(.column(name))
            return
        }
        let object = try MappingObject(
            decoder,
            keys: [
                "from", "constant", "template", "sum", "difference", "as", "days", "round", "missing", "values", "otherwise", "whenEmpty",
                "scale", "offset", "comment",
            ])
        self.init(try Self.source(object))
        try readFormat(object)
        if let written = try object.value("values", as: [String: String].self) { values = written }
        if let written = try object.text("otherwise") {
            otherwise = written == "{}" ? .asWritten : .value(written)
        }
        whenEmpty = try object.scalarText("whenEmpty")
        scale = try object.decimal("scale") ?? .one
        offset = try object.decimal("offset") ?? .zero
    }

    private static func source(_ object: MappingObject) throws -> Source {
        var found: [Source] = []
        if let name = try object.text("from") { found.append(.column(name)) }
        if let text = try object.scalarText("constant") { found.append(.constant(text)) }
        if let text = try object.text("template") {
            guard let pieces = pieces(of: text) else { throw object.wrong("template", allowed: "{column}-12-31") }
            found.append(.template(pieces))
        }
        if let names = try object.value("sum", as: [String].self), !names.isEmpty { found.append(.sum(names)) }
        if let names = try object.value("difference", as: [String].self), !names.isEmpty { found.append(.difference(names)) }
        guard found.count == 1 else { throw object.wrong("from", allowed: "from | constant | template | sum | difference") }
        return found[0]
    }

    private mutating func readFormat(_ object: MappingObject) throws {
        if let name = try object.text("as") {
            guard let amount = CellFormat.Amount(rawValue: name) else {
                throw object.wrong("as", allowed: CellFormat.Amount.allCases.map(\.rawValue).joined(separator: ", "))
            }
            format.amount = amount
        }
        if let name = try object.text("days") {
            guard let order = CellFormat.DayOrder(rawValue: name) else {
                throw object.wrong("days", allowed: CellFormat.DayOrder.allCases.map(\.rawValue).joined(separator: ", "))
            }
            format.dayOrder = order
        }
        format.rounds = try object.value("round", as: Bool.self) ?? false
        format.missing = Set(try object.value("missing", as: [String].self) ?? [])
    }

    /// Cuts a template at its braces; `nil` when they do not pair up.
    static func pieces(of template: String) -> [Piece]? {
        var pieces: [Piece] = []
        var rest = template[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: open)..<close]
            guard !name.isEmpty, !name.contains("{") else { return nil }
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.column(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }
}
