package import Hummingbird
package import Values
package import Workflow

/// The query parameters of a request, taken out by name. A parameter that nobody asked for is refused: a misspelt filter would
/// otherwise answer with everything.
package struct QueryFields {
    private let values: [String: String]
    private var known: Set<String> = []

    /// Reads all parameters.
    ///
    /// - Throws: ``RequestFault/badQuery(_:)`` for a wrong encoding or a repeated name; ``Refusal`` for a value or an unknown name.
    package static func read<Value>(_ request: Request, _ body: (inout QueryFields) throws(Refusal) -> Value) throws -> Value {
        var fields = QueryFields(values: try parse(request.uri.query ?? ""))
        let result = try body(&fields)
        try fields.refuseUnknown()
        return result
    }

    private init(values: [String: String]) {
        self.values = values
    }

    private static func parse(_ query: String) throws(RequestFault) -> [String: String] {
        do throws(QueryPairs.Unreadable) {
            return try QueryPairs(query).values
        } catch {
            throw .badQuery(error.name)
        }
    }

    /// The text of a parameter; nil when it is not given or empty.
    package mutating func text(_ name: String) -> String? {
        known.insert(name)
        return values[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A parameter that must read as what the closure makes of it. An empty one is refused: a filter whose value was lost would otherwise
    /// answer with everything.
    package mutating func value<Value>(
        _ name: String, expected: BilingualText, _ convert: (String) -> Value?
    ) throws(Refusal) -> Value? {
        known.insert(name)
        guard let text = values[name] else { return nil }
        guard let value = convert(text) else { throw .malformed(field: name, value: text, expected: expected) }
        return value
    }

    /// One of a closed set of codes.
    package mutating func code<Code: CaseIterable & RawRepresentable>(
        _ name: String, _: Code.Type
    ) throws(Refusal) -> Code? where Code.RawValue == String {
        try value(name, expected: FieldWords.oneOf(Code.allCases.map(\.rawValue))) { Code(rawValue: $0) }
    }

    package mutating func areaCode(_ name: String) throws(Refusal) -> AreaCode? {
        try value(name, expected: FieldWords.areaCode) { AreaCode($0) }
    }

    private func refuseUnknown() throws(Refusal) {
        guard let stranger = values.keys.filter({ !known.contains($0) }).min() else { return }
        throw .unknownField(stranger, nearest: NearestName.of(stranger, among: known.sorted()))
    }
}
