/// What can be wrong with a mapping file, alone or against a table's header.
package enum MappingProblem: Error, Hashable, Sendable {
    case notJSON
    /// A key that no one reads. `place` is the path of the object, such as `columns.income`.
    case unknownKey(place: String, key: String, nearest: String?, allowed: [String])
    case missingKey(place: String, key: String)
    case wrongValue(place: String, allowed: String)
    case wrongKind(found: String, expected: String)
    case unknownTarget(place: String, name: String, nearest: String?)
    case unknownColumn(place: String, name: String, nearest: String?)
    case requiredColumnMissing(name: String, label: String, nearest: String?)
    case notNumeric(place: String)
    /// A column of the file that nothing is read from. A warning.
    case columnNotUsed(name: String, nearest: String?)
    /// A constant, or a value of a list of values, that the column cannot hold.
    case unfitValue(place: String, value: String, FieldProblem)

    /// The stable word for programs.
    package var code: String {
        switch self {
        case .notJSON: "mapping-not-json"
        case .unknownKey: "mapping-unknown-key"
        case .missingKey: "mapping-missing-key"
        case .wrongValue: "mapping-wrong-value"
        case .wrongKind: "mapping-wrong-kind"
        case .unknownTarget: "mapping-unknown-target"
        case .unknownColumn: "mapping-unknown-column"
        case .requiredColumnMissing: "required-column-missing"
        case .notNumeric: "mapping-not-numeric"
        case .columnNotUsed: "column-not-used"
        case .unfitValue: "mapping-unfit-value"
        }
    }

    /// The problem that the decoder has found.
    init(_ error: DecodingError) {
        switch error {
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            self = .wrongValue(place: Self.place(context.codingPath), allowed: Self.name(of: type))
        case .keyNotFound(let key, let context):
            self = .missingKey(place: Self.place(context.codingPath), key: key.stringValue)
        case .dataCorrupted: self = .notJSON
        @unknown default: self = .notJSON
        }
    }

    /// The path of a place in the file, `repeat[2].columns.value`.
    static func place(_ path: [any CodingKey]) -> String {
        path.reduce(into: "") { place, key in
            if let index = key.intValue {
                place += "[\(index)]"
            } else {
                place += (place.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }

    private static func name(of type: any Any.Type) -> String {
        switch type {
        case is String.Type: "\"…\""
        case is Bool.Type: "true, false"
        case is [String].Type, is [any Decodable].Type: "[…]"
        default: "{…}"
        }
    }

    /// The finding; it speaks of the file as a whole and names the place as its column.
    package var finding: Finding {
        Finding(row: 0, column: place, value: value, code: code, message: message, remedy: remedy, severity: severity)
    }

    private var severity: Finding.Severity {
        if case .columnNotUsed = self { .warning } else { .error }
    }

    private var place: String? {
        switch self {
        case .notJSON, .requiredColumnMissing: nil
        case .wrongKind: "kind"
        case .columnNotUsed(let name, _): name
        case .unknownKey(let place, let key, _, _), .missingKey(let place, let key): place.isEmpty ? key : "\(place).\(key)"
        case .wrongValue(let place, _), .unknownTarget(let place, _, _), .unknownColumn(let place, _, _), .notNumeric(let place),
            .unfitValue(let place, _, _):
            place
        }
    }

    private var value: String {
        switch self {
        case .wrongKind(let found, _): found
        case .unknownTarget(_, let name, _), .unknownColumn(_, let name, _), .requiredColumnMissing(let name, _, _): name
        case .unfitValue(_, let value, _): value
        case .notJSON, .unknownKey, .missingKey, .wrongValue, .notNumeric, .columnNotUsed: ""
        }
    }
}
