import Foundation

/// Decoded JSON, for comparing answers whatever the order and spacing of their text.
enum JSONValue: Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    subscript(place: Int) -> JSONValue? {
        if case .list(let values) = self, values.indices.contains(place) { values[place] } else { nil }
    }

    var count: Int? {
        if case .list(let values) = self { values.count } else { nil }
    }

    var names: [String] {
        if case .object(let members) = self { members.keys.sorted() } else { [] }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .number(Double(number)) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(nilLiteral: ()) { self = .null }
}

extension JSONValue {
    /// The text itself; nil for any other value.
    var written: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

extension Outcome {
    /// The output, which must be one JSON value.
    var json: JSONValue {
        get throws { try JSONDecoder().decode(JSONValue.self, from: Data(output.utf8)) }
    }
}
