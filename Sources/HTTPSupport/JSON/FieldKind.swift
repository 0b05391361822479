package import Values
package import Workflow

/// How one value of a request is read, and what it should have been when it cannot be.
package struct FieldKind<Value>: Sendable {
    package let read: @Sendable (JSONValue, FieldPath) throws(Refusal) -> Value

    package init(_ read: @escaping @Sendable (JSONValue, FieldPath) throws(Refusal) -> Value) {
        self.read = read
    }

    /// A kind whose values are all that the closure accepts.
    package init(expected: BilingualText, _ convert: @escaping @Sendable (JSONValue) -> Value?) {
        self.init { value, path throws(Refusal) in
            guard let converted = convert(value) else { throw Self.refusal(value, path, expected) }
            return converted
        }
    }

    /// The refusal of a value that is not what was expected.
    package static func refusal(_ value: JSONValue, _ path: FieldPath, _ expected: BilingualText) -> Refusal {
        .malformed(field: path.description, value: value.quoted, expected: expected)
    }
}

extension FieldKind {
    /// A list; each element is refused at its own place.
    package static func list<Element>(of kind: FieldKind<Element>) -> FieldKind<[Element]> where Value == [Element] {
        FieldKind { value, path throws(Refusal) in
            guard case .array(let elements) = value else { throw refusal(value, path, FieldWords.list) }
            var result: [Element] = []
            for (index, element) in elements.enumerated() { result.append(try kind.read(element, path.element(index))) }
            return result
        }
    }

    /// An object read by the closure.
    package static func object(_ body: @escaping @Sendable (inout JSONFields) throws(Refusal) -> Value) -> FieldKind {
        FieldKind { value, path throws(Refusal) in try JSONFields.read(value, at: path, body) }
    }
}

extension FieldKind where Value == String {
    /// Text of at most so many characters. U+0000 is refused: PostgreSQL cannot keep it.
    package static func text(longest: Int = 2000) -> FieldKind {
        FieldKind(expected: FieldWords.text(longest: longest)) { value in
            guard case .string(let text) = value, text.count <= longest, !text.utf8.contains(0) else { return nil }
            return text
        }
    }
}

extension FieldKind where Value == Bool {
    package static var boolean: FieldKind {
        FieldKind(expected: FieldWords.boolean) { value in
            if case .boolean(let flag) = value { flag } else { nil }
        }
    }
}

extension FieldKind where Value: FixedWidthInteger & Sendable {
    /// A whole number inside the range. `12.0` and `1.2e1` are 12, as JSON knows no whole numbers by themselves.
    package static func integer(_ range: ClosedRange<Value>) -> FieldKind {
        FieldKind(expected: FieldWords.integer(from: "\(range.lowerBound)", to: "\(range.upperBound)")) { value in
            guard case .number(let literal) = value, let number = Value(whole: literal), range.contains(number) else { return nil }
            return number
        }
    }
}

extension FieldKind where Value == Int32 {
    /// How many; never negative.
    package static var count: FieldKind { .integer(0...Int32.max) }
}

extension FieldKind where Value == Day {
    package static var day: FieldKind {
        FieldKind(expected: FieldWords.day) { value in
            if case .string(let text) = value { Day(iso: text) } else { nil }
        }
    }
}

extension FieldKind where Value == Money {
    /// A decimal string; a JSON number is refused, because it may have been rounded before it got here.
    package static var money: FieldKind {
        FieldKind(expected: FieldWords.money) { value in
            if case .string(let text) = value { Money(decimal: text) } else { nil }
        }
    }
}

extension FieldKind where Value == AreaCode {
    package static var areaCode: FieldKind {
        FieldKind(expected: FieldWords.areaCode) { value in
            if case .string(let text) = value { AreaCode(text) } else { nil }
        }
    }
}

extension FieldKind where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
    /// One of a closed set of codes.
    package static var code: FieldKind {
        FieldKind(expected: FieldWords.oneOf(Value.allCases.map(\.rawValue))) { value in
            if case .string(let text) = value { Value(rawValue: text) } else { nil }
        }
    }
}
