import HTTPSupport
import Hummingbird
import Values
import Workflow

/// What a form or a query holds, in its order. Names that a page does not ask for are passed over: links that people share gather
/// parameters on their way.
struct FormFields: Sendable {
    let pairs: [(name: String, value: String)]

    init(pairs: [(name: String, value: String)] = []) {
        self.pairs = pairs
    }

    /// Reads `application/x-www-form-urlencoded`; what is encoded wrongly is passed over.
    init(encoded: some StringProtocol) {
        pairs = encoded.parts(between: "&").filter { !$0.isEmpty }.compactMap { pair in
            let parts = pair.parts(between: "=", most: 2)
            guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true),
                let value = PercentEncoding.decode(parts.count == 2 ? parts[1] : "", plusIsSpace: true)
            else { return nil }
            return (name, value)
        }
    }

    /// Everything that was filled in, as bytes to compare with.
    var content: [UInt8] {
        Array(PageAddress.of("", pairs).utf8)
    }

    /// What was typed, without white space around it; nil when that is nothing.
    func text(_ name: String) -> String? {
        guard let typed = pairs.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = typed.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    /// What was typed, as it was typed; empty when nothing was.
    func typed(_ name: String) -> String {
        pairs.first { $0.name == name }?.value ?? ""
    }

    /// Every value given under the name.
    func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// A value that must read as what the closure makes of it.
    func value<Value>(_ name: String, expected: BilingualText, _ convert: (String) -> Value?) throws(Refusal) -> Value? {
        guard let text = text(name) else { return nil }
        guard let value = convert(text) else { throw .malformed(field: name, value: text, expected: expected) }
        return value
    }

    /// One of a closed set of codes.
    func code<Code: CaseIterable & RawRepresentable>(_ name: String, _: Code.Type) throws(Refusal) -> Code? where Code.RawValue == String {
        try value(name, expected: FieldWords.oneOf(Code.allCases.map(\.rawValue))) { Code(rawValue: $0) }
    }

    func areaCode(_ name: String) throws(Refusal) -> AreaCode? {
        try value(name, expected: FieldWords.areaCode) { AreaCode($0) }
    }

    func day(_ name: String) throws(Refusal) -> Day? {
        try value(name, expected: FieldWords.day) { Day(iso: $0) }
    }
}

extension Request {
    /// What a form holds, without the token that was looked at before.
    func formFields() async throws -> FormFields {
        let fields = FormFields(encoded: String(decoding: try await formBody(), as: UTF8.self))
        return FormFields(pairs: fields.pairs.filter { $0.name != Request.forgeryField })
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
