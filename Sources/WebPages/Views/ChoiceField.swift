import Values

/// A choice among codes, as a form offers it.
struct OptionView: Encodable, Sendable {
    let value: String
    let label: String
    let isChosen: Bool

    /// "Any", then every code of a closed set in its words.
    static func all<Code: CaseIterable & RawRepresentable & Equatable>(
        _: Code.Type, chosen: Code?, first: BilingualText, _ w: Words, words: (Code) -> BilingualText
    ) -> [OptionView] where Code.RawValue == String {
        [OptionView(value: "", label: w(first), isChosen: chosen == nil)]
            + Code.allCases.map { OptionView(value: $0.rawValue, label: w(words($0)), isChosen: $0 == chosen) }
    }
}
