import HTTPSupport

/// Every way to spoil one place of a request.
enum Mutations {
    struct Mutation {
        /// The place, as problems name it; empty for the body itself.
        let place: String
        let body: JSONValue
    }

    private static let replacements: [JSONValue] = [
        .null, .boolean(true), .number("-1"), .number("1.5"), .number("0"), .number("99999999999999999999"), .number("2147483648"),
        .string(""),
        .string(" "), .string("x"), .string("2013-02-30"), .string("0000-01-01"), .string("9999-12-31"), .string("12.345"), .string("-0"),
        .string("92233720368547758.08"), .string("a\nb"), .string("a\u{0}b"), .string("\u{202E}\u{FEFF}𠀀"),
        .string(String(repeating: "长", count: 10_001)), .array([]), .array([.null]), .array([.object([])]), .object([]),
        .object([.init(name: "a", value: .number("1"))]),
    ]

    /// The value with each of its places replaced, left out, or given a member that it does not know.
    static func all(of value: JSONValue, at place: String = "") -> [Mutation] {
        var mutations = replacements.map { Mutation(place: place, body: $0) }
        switch value {
        case .object(let members):
            for (index, member) in members.enumerated() {
                let inner = place.isEmpty ? member.name : "\(place).\(member.name)"
                func replaced(by new: JSONValue.Member?) -> JSONValue {
                    var members = members
                    if let new { members[index] = new } else { members.remove(at: index) }
                    return .object(members)
                }
                mutations.append(Mutation(place: inner, body: replaced(by: nil)))
                mutations.append(Mutation(place: place, body: replaced(by: .init(name: member.name + "x", value: member.value))))
                mutations += all(of: member.value, at: inner).map {
                    Mutation(place: $0.place, body: replaced(by: .init(name: member.name, value: $0.body)))
                }
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                mutations += all(of: element, at: "\(place)[\(index)]").map { mutation in
                    var elements = elements
                    elements[index] = mutation.body
                    return Mutation(place: mutation.place, body: .array(elements))
                }
            }
        case .null, .boolean, .number, .string: break
        }
        return mutations
    }
}
