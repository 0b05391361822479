import Foundation
import Values

/// JSON as commands print it: members sorted by name, slashes as they are.
enum JSONText {
    /// A value over several lines, for people who look at it.
    static func pretty(_ value: some Encodable) throws -> String {
        try text(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    }

    /// A value on one line, for long lists.
    static func line(_ value: some Encodable) throws -> String {
        try text(value, [.sortedKeys, .withoutEscapingSlashes])
    }

    private static func text(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// A member's name that is data.
private struct MemberName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension Record: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: MemberName.self)
        for field in fields { try container.encode(field.value, forKey: MemberName(stringValue: field.name)) }
    }
}

extension FieldValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .missing: try container.encodeNil()
        case .text(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .number(let number): if number.isFinite { try container.encode(number) } else { try container.encodeNil() }
        case .yesNo(let answer): try container.encode(answer)
        case .term(let name, _): try container.encode(name)
        case .words(let words):
            try container.encode([Language.simplifiedChinese.rawValue: words.zh, Language.english.rawValue: words.en])
        case .list(let values): try container.encode(values)
        case .record(let record): try container.encode(record)
        case .records(let records): try container.encode(records)
        }
    }
}
