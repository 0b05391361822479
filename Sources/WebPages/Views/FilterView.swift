import Values

/// The form that narrows a list. Where the screen is narrow it is folded up under a line that names what is in force.
struct FilterView: Encodable, Sendable {
    let action: String
    /// nil for nothing.
    let inForce: String?
    /// Unfolded everywhere: something has to be put right first.
    let isOpen: Bool
    /// The list without a filter, where one is in force.
    let clear: String?

    /// - Parameters:
    ///   - action: the list's own address.
    ///   - parts: what the list may be narrowed by, each with what was chosen in words; nil for nothing.
    ///   - isWrong: whether what was typed has to be put right.
    init(_ action: String, _ parts: [(label: BilingualText, chosen: String?)], isWrong: Bool = false, _ w: Words) {
        self.action = action
        isOpen = isWrong
        let chosen = parts.compactMap { part in part.chosen.map { w(Catalogue.flagged.inForce(part.label, $0)) } }
        inForce = chosen.isEmpty ? nil : chosen.joined(separator: w(Catalogue.flagged.conditionMark))
        clear = chosen.isEmpty && !isWrong ? nil : action
    }
}

extension [OptionView] {
    /// What was chosen, in words; nil for what stands there first.
    var chosen: String? { dropFirst().first(where: \.isChosen)?.label }
}

extension AreaFieldView {
    /// The place as it was understood, or else as it was typed.
    var chosen: String? { place ?? (value.isEmpty ? nil : value) }
}
