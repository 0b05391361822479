/// Takes the properties of one view as it encodes itself. The compiler writes that walk, which takes a part of the time that reflection does.
///
/// What is taken is a ``ViewValue``: a text, a flag, a list or a structure; nothing that cannot be shown.
final class ViewEncoder: Encoder {
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    /// Room for as many as most structures have, so that the table is seldom made anew.
    fileprivate var members = [String: ViewValue](minimumCapacity: 12)
    private var elements: [ViewValue]?
    private var single: ViewValue?

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Properties<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        elements = []
        return Elements(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

    fileprivate func append(_ element: ViewValue) { elements?.append(element) }

    fileprivate var count: Int { elements?.count ?? 0 }

    fileprivate func become(_ value: ViewValue) { single = value }

    private var value: ViewValue { single ?? elements.map(ViewValue.list) ?? .node(members) }

    /// A value as templates see it.
    static func value<Value: Encodable>(of value: Value) throws -> ViewValue {
        if let text = value as? String { return .text(text) }
        if let flag = value as? Bool { return .flag(flag) }
        let encoder = ViewEncoder()
        try value.encode(to: encoder)
        return encoder.value
    }

    /// The properties of a structure by name.
    static func members(of view: some Encodable) throws -> [String: ViewValue] {
        let encoder = ViewEncoder()
        try view.encode(to: encoder)
        return encoder.members
    }
}

/// Something that a view cannot hold: everything in one is a text, a flag, a list or a structure of them.
private struct Unshowable: Error {}

private struct Properties<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: ViewEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { encoder.members[key.stringValue] = .absent }

    func encode(_ value: String, forKey key: Key) { encoder.members[key.stringValue] = .text(value) }

    func encode(_ value: Bool, forKey key: Key) { encoder.members[key.stringValue] = .flag(value) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        encoder.members[key.stringValue] = try ViewEncoder.value(of: value)
    }

    func encodeIfPresent(_ value: String?, forKey key: Key) {
        if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }

    func encodeIfPresent(_ value: Bool?, forKey key: Key) {
        if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }

    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }

    // Only walks written by hand ask for these; the compiler's does not.

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey _: Key) -> KeyedEncodingContainer<Nested> {
        encoder.container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey _: Key) -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder }

    func superEncoder(forKey _: Key) -> any Encoder { encoder }
}

private struct Elements: UnkeyedEncodingContainer {
    let encoder: ViewEncoder
    var codingPath: [any CodingKey] { [] }
    var count: Int { encoder.count }

    func encodeNil() { encoder.append(.absent) }

    func encode(_ value: String) { encoder.append(.text(value)) }

    func encode(_ value: Bool) { encoder.append(.flag(value)) }

    func encode<Value: Encodable>(_ value: Value) throws { encoder.append(try ViewEncoder.value(of: value)) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoder.container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder }
}

private struct Single: SingleValueEncodingContainer {
    let encoder: ViewEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { encoder.become(.absent) }

    func encode(_ value: String) { encoder.become(.text(value)) }

    func encode(_ value: Bool) { encoder.become(.flag(value)) }

    func encode<Value: Encodable>(_: Value) throws { throw Unshowable() }
}
