import Incubation
import Tabular
import Values

// Short ways to write the columns of a schema, so that a schema reads as a list.

extension TableSchema.Column {
    static func text(_ name: String, _ zh: String, _ en: String, longest: Int = 200, required: Bool = false, personal: Bool = false) -> Self
    {
        .init(name, label: .init(zh: zh, en: en), type: .text(longest: longest), required: required, personal: personal)
    }

    static func lines(_ name: String, _ zh: String, _ en: String) -> Self {
        .init(name, label: .init(zh: zh, en: en), type: .text(longest: 2000, lines: true))
    }

    static func day(_ name: String, _ zh: String, _ en: String, required: Bool = false) -> Self {
        .init(name, label: .init(zh: zh, en: en), type: .day(), required: required)
    }

    static func money(_ name: String, _ zh: String, _ en: String) -> Self {
        .init(name, label: .init(zh: zh, en: en), type: .money())
    }

    static func count(_ name: String, _ zh: String, _ en: String, required: Bool = false, range: ClosedRange<Int64> = 0...Int64(Int32.max))
        -> Self
    {
        .init(name, label: .init(zh: zh, en: en), type: .integer(range), required: required)
    }

    static func yesNo(_ name: String, _ zh: String, _ en: String, required: Bool = false) -> Self {
        .init(name, label: .init(zh: zh, en: en), type: .yesNo, required: required)
    }

    static func choice<Value: CaseIterable & RawRepresentable>(
        _ name: String, _ zh: String, _ en: String, of values: Value.Type, required: Bool = false, words: (Value) -> BilingualText
    ) -> Self where Value.RawValue == String {
        let choices = values.allCases.map { value in
            let words = words(value)
            return FieldType.Choice(value.rawValue, labels: [words.zh, words.en])
        }
        return .init(name, label: .init(zh: zh, en: en), type: .choice(choices), required: required)
    }

    /// The columns by one of which a row names its organization.
    static let organizationKey: [Self] = [
        text("organization", "组织编号", "organization number"),
        text("creditCode", "统一社会信用代码", "credit code"),
        text("filingNumber", "备案号", "filing number"),
        text("sourceScheme", "来源名录", "source list"),
        text("sourceKey", "来源编号", "key in the source list"),
    ]

    /// When the register learned of a row.
    static let recordedOn = day("recordedOn", "录入日期", "recorded on")
}
