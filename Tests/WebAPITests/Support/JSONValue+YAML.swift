import Foundation
import HTTPSupport
import Yams

extension JSONValue {
    /// Reads YAML as the JSON that it stands for.
    static func yaml(_ text: String) throws -> JSONValue {
        JSONValue(try Yams.load(yaml: text) ?? NSNull())
    }

    private init(_ value: Any) {
        switch value {
        case let text as String: self = .string(text)
        case let flag as Bool: self = .boolean(flag)
        case let number as Int: self = .number(String(number))
        case let number as Double: self = .number(String(number))
        case let elements as [Any]: self = .array(elements.map { JSONValue($0) })
        case let members as [AnyHashable: Any]:
            let named = members.map { Member(name: "\($0.key)", value: JSONValue($0.value)) }
            self = .object(named.sorted { $0.name < $1.name })
        default: self = .null
        }
    }

    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var integer: Int? {
        if case .number(let literal) = self { Int(literal) } else { nil }
    }

    var number: Double? {
        if case .number(let literal) = self { Double(literal) } else { nil }
    }

    /// The value as JSON text.
    var bytes: [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        return json.bytes
    }

    private func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .boolean(let flag): json.boolean(flag)
        case .number(let literal): if let number = Int64(literal) { json.integer(number) } else { json.number(Double(literal) ?? 0.5) }
        case .string(let text): json.string(text)
        case .array(let elements): json.array(elements) { json, element in element.write(to: &json) }
        case .object(let members):
            json.object { json in
                for member in members {
                    json.name(text: member.name)
                    member.value.write(to: &json)
                }
            }
        }
    }
}
