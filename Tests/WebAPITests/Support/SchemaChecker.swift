import HTTPSupport
import Values

/// Holds JSON against the part of JSON Schema 2020-12 that the description uses. A keyword that it does not know is a finding.
struct SchemaChecker {
    let document: JSONValue

    /// What does not fit, each with its place; empty when all fits.
    func findings(_ value: JSONValue, against schema: JSONValue, at place: String = "$") -> [String] {
        var findings: [String] = []
        for member in schema.members {
            findings += check(value, member.name, member.value, in: schema, at: place)
        }
        return findings
    }

    /// The part of the document that `#/…` names.
    func resolve(_ reference: String) -> JSONValue? {
        guard reference.hasPrefix("#/") else { return nil }
        return reference.dropFirst(2).split(separator: "/").reduce(document as JSONValue?) { $0?[String($1)] }
    }

    private func check(_ value: JSONValue, _ keyword: String, _ rule: JSONValue, in schema: JSONValue, at place: String) -> [String] {
        switch keyword {
        case "description", "examples", "default": return []
        case "$ref":
            guard let target = rule.text.flatMap(resolve) else { return ["\(place): \(rule) leads nowhere"] }
            return findings(value, against: target, at: place)
        case "type": return isOfType(value, rule) ? [] : ["\(place): \(value) is not \(rule)"]
        case "enum": return rule.elements.contains(value) ? [] : ["\(place): \(value) is none of \(rule)"]
        case "const": return value == rule ? [] : ["\(place): \(value) is not \(rule)"]
        case "oneOf":
            let fitting = rule.elements.count { findings(value, against: $0, at: place).isEmpty }
            return fitting == 1 ? [] : ["\(place): \(value) fits \(fitting) of the alternatives"]
        case "properties", "required", "additionalProperties": return checkObject(value, keyword, rule, in: schema, at: place)
        case "items":
            return value.elements.enumerated().flatMap { findings($1, against: rule, at: "\(place)[\($0)]") }
        default: return checkScalar(value, keyword, rule, at: place)
        }
    }

    private func checkObject(_ value: JSONValue, _ keyword: String, _ rule: JSONValue, in schema: JSONValue, at place: String) -> [String] {
        switch keyword {
        case "properties":
            return value.members.flatMap { member in
                rule[member.name].map { findings(member.value, against: $0, at: "\(place).\(member.name)") } ?? []
            }
        case "required":
            guard case .object = value else { return [] }
            return rule.elements.compactMap(\.text).filter { value[$0] == nil }.map { "\(place): \($0) is missing" }
        default:
            guard rule == .boolean(false) else { return ["\(place): only additionalProperties: false is known"] }
            return value.members.filter { schema["properties"]?[$0.name] == nil }.map { "\(place): \($0.name) is not described" }
        }
    }

    private func checkScalar(_ value: JSONValue, _ keyword: String, _ rule: JSONValue, at place: String) -> [String] {
        let fits: Bool
        switch keyword {
        case "pattern": fits = value.text.map { matches($0, rule.text ?? "") } ?? true
        case "format": fits = value.text.map { isFormatted($0, rule.text ?? "") } ?? true
        case "minLength": fits = value.text.map { $0.count >= rule.integer ?? 0 } ?? true
        case "maxLength": fits = value.text.map { $0.count <= rule.integer ?? 0 } ?? true
        case "minItems": fits = value.items.map { $0.count >= rule.integer ?? 0 } ?? true
        case "maxItems": fits = value.items.map { $0.count <= rule.integer ?? 0 } ?? true
        case "minimum": fits = value.number.map { $0 >= rule.number ?? 0 } ?? true
        case "maximum": fits = value.number.map { $0 <= rule.number ?? 0 } ?? true
        default: return ["\(place): the keyword \(keyword) is not known"]
        }
        return fits ? [] : ["\(place): \(value) breaks \(keyword) \(rule)"]
    }

    private func isFormatted(_ text: String, _ format: String) -> Bool {
        switch format {
        case "date": Day(iso: text) != nil
        case "date-time": Day(iso: text.prefix(10)) != nil && matches(text, "^[-0-9]{10}T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][.][0-9]{6}Z$")
        default: false
        }
    }

    private func matches(_ text: String, _ pattern: String) -> Bool {
        guard let expression = try? Regex(pattern) else { return false }
        return text.firstMatch(of: expression) != nil
    }

    private func isOfType(_ value: JSONValue, _ rule: JSONValue) -> Bool {
        let names = rule.text.map { [$0] } ?? rule.elements.compactMap(\.text)
        switch value {
        case .null: return names.contains("null")
        case .boolean: return names.contains("boolean")
        case .string: return names.contains("string")
        case .array: return names.contains("array")
        case .object: return names.contains("object")
        case .number(let literal): return names.contains("number") || (names.contains("integer") && Int(literal) != nil)
        }
    }
}

extension JSONValue {
    /// What an array holds; nil for anything else.
    fileprivate var items: [JSONValue]? {
        if case .array(let items) = self { items } else { nil }
    }
}
