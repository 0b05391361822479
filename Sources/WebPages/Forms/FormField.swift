import Values

/// A field as a form describes it. What it is called on the page is what the JSON interface calls it.
struct FormField: Sendable {
    enum Kind: Sendable {
        case text
        /// Several lines.
        case paragraph
        case day
        /// Money with at most two decimals.
        case amount
        /// A whole number.
        case count
        /// One of a few codes; nothing chosen is offered as well where the field is optional.
        case choice([FormOption])
        /// Any number of codes.
        case many([FormOption])
        case yesNo
        /// An area by its name or code.
        case area
        /// Areas by name or code, one on each line.
        case areas
        /// Not shown while it is typed, and never sent back.
        case password(isNew: Bool)
        /// The name by which somebody signs in.
        case login
        /// Of the second factor.
        case code
    }

    let name: String
    let label: BilingualText
    let kind: Kind
    var hint: BilingualText?
    var isOptional = false
    var longest = 200

    /// The field's place on the page.
    var id: String { Self.id(of: name) }

    /// `contacts[0].value` is no name that an address could point at; `contacts-0-value` is.
    static func id(of name: String) -> String {
        "field-" + name.replacing("[", with: "-").replacing("].", with: "-").replacing("]", with: "").replacing(".", with: "-")
    }
}

/// A code that can be chosen, in words.
struct FormOption: Hashable, Sendable {
    let value: String
    let words: BilingualText

    /// Every code of a closed set.
    static func all<Code: CaseIterable & RawRepresentable>(_: Code.Type, _ words: (Code) -> BilingualText) -> [FormOption]
    where Code.RawValue == String {
        Code.allCases.map { FormOption(value: $0.rawValue, words: words($0)) }
    }
}

/// Fields that belong together.
struct FormGroup: Sendable {
    var legend: BilingualText?
    let fields: [FormField]
}
