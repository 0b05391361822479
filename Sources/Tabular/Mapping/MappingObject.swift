import Values

/// One object of a mapping file while it is read. Refuses keys that it does not know, so that a typing mistake is not passed over.
struct MappingObject {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private let container: KeyedDecodingContainer<Key>

    init(_ decoder: any Decoder, keys: [String]) throws {
        container = try decoder.container(keyedBy: Key.self)
        if let unknown = container.allKeys.map(\.stringValue).sorted().first(where: { !keys.contains($0) }) {
            throw MappingProblem.unknownKey(
                place: MappingProblem.place(decoder.codingPath), key: unknown, nearest: NearestName.of(unknown, among: keys), allowed: keys)
        }
    }

    /// `nil` when the key is absent or null.
    func value<Value: Decodable>(_ key: String, as type: Value.Type) throws -> Value? {
        try container.decodeIfPresent(type, forKey: Key(stringValue: key))
    }

    func required<Value: Decodable>(_ key: String, as type: Value.Type) throws -> Value {
        try container.decode(type, forKey: Key(stringValue: key))
    }

    func text(_ key: String) throws -> String? {
        try value(key, as: String.self)
    }

    /// A list, or one element that stands for a list of one.
    func list<Element: Decodable>(_ key: String, of type: Element.Type) throws -> [Element] {
        guard container.contains(Key(stringValue: key)) else { return [] }
        if (try? container.nestedUnkeyedContainer(forKey: Key(stringValue: key))) != nil {
            return try value(key, as: [Element].self) ?? []
        }
        return try value(key, as: Element.self).map { [$0] } ?? []
    }

    /// A text or a list of texts.
    func texts(_ key: String) throws -> [String]? {
        if let one = try? text(key) { return [one] }
        return try value(key, as: [String].self)
    }

    /// Text, or a number or truth value as JSON writes it.
    func scalarText(_ key: String) throws -> String? {
        if let whole = try? value(key, as: Int64.self) { return String(whole) }
        if let number = try? value(key, as: Double.self) { return String(number) }
        if let truth = try? value(key, as: Bool.self) { return truth ? "true" : "false" }
        return try text(key)
    }

    /// A number, or text that is one. The shortest spelling of a JSON number is what its writer wrote, so nothing is lost.
    func decimal(_ key: String) throws -> ExactDecimal? {
        guard let text = try scalarText(key) else { return nil }
        guard case .number(let number) = DecimalText.decorated(text) else { throw wrong(key, allowed: "0.01, 1000, …") }
        return number
    }

    /// The refusal of what stands at a key.
    func wrong(_ key: String, allowed: String) -> MappingProblem {
        .wrongValue(place: MappingProblem.place(container.codingPath + [Key(stringValue: key)]), allowed: allowed)
    }
}
