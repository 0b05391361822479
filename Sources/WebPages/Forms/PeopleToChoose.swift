import Access
import Incubation
import Values
import Workflow

/// People who can be chosen where something is given to somebody: by name, where there are few enough; by the numbers of their accounts otherwise.
struct PeopleToChoose: Sendable {
    /// nil where they cannot be listed.
    let options: [FormOption]?

    /// - Parameter number: whose members are among them; nil for none.
    init(of number: OrganizationNumber? = nil, in registry: Registry, as caller: Caller) async throws {
        let found = try await permitted { try await ListColleagues(registry: registry)(of: number, as: caller) } ?? nil
        options = found.flatMap { $0.isEmpty ? nil : Self.options($0, as: caller) }
    }

    /// Whoever chooses stands first.
    private static func options(_ colleagues: [Colleague], as caller: Caller) -> [FormOption] {
        let all = colleagues.map { FormOption(value: String($0.account.rawValue), words: Catalogue.fields.person($0)) }
        guard let own = caller.account.map({ String($0.rawValue) }) else { return all }
        let words = all.first { $0.value == own }?.words
        let first = FormOption(value: own, words: words.map(Catalogue.fields.oneselfNamed) ?? Catalogue.fields.oneself)
        return [first] + all.filter { $0.value != own }
    }

    /// - Parameter hint: what it means to choose somebody, where the label does not say it.
    func field(_ name: String, _ label: BilingualText, hint: BilingualText? = nil, isOptional: Bool = false) -> FormField {
        if let options { return FormField(name: name, label: label, kind: .choice(options), hint: hint, isOptional: isOptional) }
        let typed = Catalogue.flags.ownerHint
        return FormField(
            name: name, label: label, kind: .count, hint: hint.map { Catalogue.forms.joined(typed, $0) } ?? typed, isOptional: isOptional)
    }
}
