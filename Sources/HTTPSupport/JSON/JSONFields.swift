import Values
package import Workflow

/// The members of one JSON object of a request, taken out by name.
///
/// Null and left out are the same: not known. What has been taken is remembered, so that a name that nobody asked for is refused
/// instead of being dropped in silence.
package struct JSONFields {
    private let members: [JSONValue.Member]
    private let path: FieldPath
    private var known: Set<String> = []

    /// Reads one object.
    ///
    /// - Throws: ``Refusal`` when the value is no object, when the body refuses a member, and when members remain that it did not ask for.
    package static func read<Value>(
        _ value: JSONValue, at path: FieldPath, _ body: (inout JSONFields) throws(Refusal) -> Value
    ) throws(Refusal) -> Value {
        guard case .object(let members) = value else { throw FieldKind<Value>.refusal(value, path, FieldWords.object) }
        var fields = JSONFields(members: members, path: path)
        let result = try body(&fields)
        try fields.refuseUnknown()
        return result
    }

    private init(members: [JSONValue.Member], path: FieldPath) {
        self.members = members
        self.path = path
    }

    /// A member that must be there.
    package mutating func value<Value>(_ name: String, _ kind: FieldKind<Value>) throws(Refusal) -> Value {
        if let value = try optional(name, kind) { return value }
        throw missing(name)
    }

    /// A member that may be left out or null.
    package mutating func optional<Value>(_ name: String, _ kind: FieldKind<Value>) throws(Refusal) -> Value? {
        known.insert(name)
        guard let value = members.first(where: { $0.name == name })?.value, value != .null else { return nil }
        return try kind.read(value, path.member(name))
    }

    /// A list that may be left out when it is empty.
    package mutating func list<Value>(_ name: String, _ kind: FieldKind<Value>) throws(Refusal) -> [Value] {
        try optional(name, .list(of: kind)) ?? []
    }

    /// A misspelt name is the likeliest reason why another is missing. One letter at most, because names that are read later are
    /// strangers still, and some resemble each other. A few only are looked at: a request may have any number.
    private func missing(_ name: String) -> Refusal {
        let strangers = members.map(\.name).filter { !known.contains($0) }
        if let stranger = NearestName.of(name, among: strangers.prefix(64), most: 1) {
            return .unknownField(path.member(stranger).description, nearest: name)
        }
        return .missing(field: path.member(name).description)
    }

    private func refuseUnknown() throws(Refusal) {
        guard let stranger = members.first(where: { !known.contains($0.name) }) else { return }
        throw .unknownField(path.member(stranger.name).description, nearest: NearestName.of(stranger.name, among: known.sorted()))
    }
}
