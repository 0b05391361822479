import CLibpq

/// An error answer of the server turned into a ``PostgresError``, with bound values cut out of the server's words.
///
/// The server repeats values in DETAIL (`Key (code)=(…) already exists.`, `Failing row contains (…)`) and in the messages of class 22
/// (`invalid input syntax for type integer: "…"`). They may be personal data, and errors end up in logs.
enum ServerMessage {
    /// - Parameter arguments: the values bound to the statement; each text among them is also cut out where it stands literally.
    static func error(_ result: QueryResult, arguments: PostgresArguments? = nil) -> PostgresError {
        let state = result.errorField(Field.sqlState).map(SQLState.init(rawValue:))
        let primary = result.errorField(Field.primary) ?? oneLine(result.errorMessage)
        let secrets = arguments.map(texts) ?? []
        return PostgresError(
            .init(
                kind: kind(state),
                message: clean(state?.errorClass == "22" ? withoutQuotedTail(primary) : primary, of: secrets),
                sqlState: state,
                constraint: result.errorField(Field.constraint),
                table: result.errorField(Field.table),
                column: result.errorField(Field.column),
                detail: result.errorField(Field.detail).map { clean(withoutParenthesizedValues($0), of: secrets) },
                hint: result.errorField(Field.hint).map { clean($0, of: secrets) },
                statement: result.statement,
                place: result.place,
                position: result.errorField(Field.position).flatMap { Int($0) },
                copyLine: result.errorField(Field.context).flatMap(copyLine)
            )
        )
    }

    /// Without a code the words are libpq's own, about a connection that broke; class 57P0 is the server saying farewell.
    static func kind(_ state: SQLState?) -> PostgresError.Kind {
        guard let state else { return .connectionLost }
        return state.rawValue.hasPrefix("57P0") ? .connectionLost : .server
    }

    /// The letters of `postgres_ext.h`; Swift does not import character constants.
    private enum Field {
        static let sqlState = code("C"), primary = code("M"), detail = code("D"), hint = code("H"), position = code("P")
        static let context = code("W"), table = code("t"), column = code("c"), constraint = code("n")

        private static func code(_ letter: Unicode.Scalar) -> Int32 { Int32(letter.value) }
    }

    /// `Key (code)=(1234) already exists.` → `Key (code)=(…) already exists.`; `Failing row contains (1, x).` → `… contains (…).`
    static func withoutParenthesizedValues(_ text: String) -> String {
        for mark in ["=(", "contains ("] {
            guard let start = text.firstRange(of: mark), let end = text.lastIndex(of: ")"), end >= start.upperBound else { continue }
            return text[..<start.upperBound] + "…" + text[end...]
        }
        return text
    }

    /// `invalid input syntax for type integer: "12a"` → `invalid input syntax for type integer`
    static func withoutQuotedTail(_ text: String) -> String {
        guard let quote = text.firstIndex(of: "\"") else { return text }
        let head = text[..<quote]
        guard let last = head.lastIndex(where: { $0 != " " && $0 != ":" }) else { return "" }
        return String(head[...last])
    }

    /// The texts among bound values that are long enough to be told from the server's own words.
    private static func texts(_ arguments: PostgresArguments) -> [String] {
        let bytes = arguments.buffer.bytes
        return arguments.slots.compactMap { slot in
            guard slot.type == .text, let range = slot.range, range.count >= 3, range.count <= 10_000 else { return nil }
            return String(validating: bytes[range], as: UTF8.self)
        }
    }

    private static func clean(_ text: String, of secrets: [String]) -> String {
        secrets.reduce(text) { $0.replacing($1, with: "…") }
    }

    /// `COPY staging, line 3, column name: "x"` → 3
    static func copyLine(_ context: String) -> Int? {
        guard let mark = context.firstRange(of: ", line ") else { return nil }
        return Int(context[mark.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }

    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    }
}
