/// A JSON text as it was sent: nothing rounded, members in their order.
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// The number's own spelling, so that no digit is lost on the way.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// Names are distinct.
    case object([Member])

    /// One name and value of an object.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSONValue

        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The member of that name; nil when there is none, or when this is no object.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The value as a refusal quotes it: text as it stands, numbers as written, the rest by its kind.
    var quoted: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let literal): literal
        case .string(let text): text
        case .array: "[…]"
        case .object: "{…}"
        }
    }
}
