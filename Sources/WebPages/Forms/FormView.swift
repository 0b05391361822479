import HTTPSupport
import Values
import Workflow

/// A form with what was typed and what is wrong with it.
struct FormView: PageView {
    static let template = "form"

    struct Group: Encodable, Sendable {
        let legend: String?
        let fields: [FieldView]
    }

    struct Hidden: Encodable, Sendable {
        let name: String
        let value: String
    }

    let title: String
    let back: LinkView
    let lead: String?
    let matter: DecisionView?
    let summary: ErrorSummaryView?
    let action: String
    let hidden: [Hidden]
    let groups: [Group]
    let submit: String
    /// Another way to the same end, beside the button.
    let otherWay: OtherWayView?

    init(_ form: FormState, _ w: Words) {
        title = w(form.title)
        back = form.back
        lead = form.lead.map { w($0) }
        matter = form.matter
        summary = form.faults.isEmpty ? nil : ErrorSummaryView(form.faults, w)
        action = form.action
        hidden = form.hidden.map { Hidden(name: $0.name, value: $0.value) }
        let faults = Dictionary(form.faults.map { ($0.field, $0.words) }, uniquingKeysWith: { first, _ in first })
        groups = form.groups.map { group in
            Group(
                legend: group.legend.map { w($0) },
                fields: group.fields.map { FieldView($0, form.fields, error: faults[$0.id], w) })
        }
        submit = w(form.submit)
        otherWay = form.otherWay.map { OtherWayView(label: w($0.label), path: $0.path) }
    }
}

/// A form on its way: what it asks, what was typed, what is wrong.
struct FormState: Sendable {
    let title: BilingualText
    let back: LinkView
    var lead: BilingualText?
    /// What the form's word is on.
    var matter: DecisionView?
    let action: String
    let groups: [FormGroup]
    var fields: FormFields
    var hidden: [(name: String, value: String)]
    var faults: [FieldFault] = []
    var submit: BilingualText = Catalogue.forms.save
    var otherWay: (label: BilingualText, path: String)?
    var check = FormCheck()
}

/// A button that sends a form elsewhere.
struct OtherWayView: Encodable, Sendable {
    let label: String
    let path: String
}

/// One field as the page shows it.
struct FieldView: Encodable, Sendable {
    let id: String
    let name: String
    let label: String
    let hint: String?
    let error: String?
    let value: String
    let isOptional: Bool
    let isLine: Bool
    let isPassword: Bool
    /// What the browser may fill in by itself.
    let autocomplete: String
    let isParagraph: Bool
    let isDay: Bool
    let isChoice: Bool
    let isMany: Bool
    let options: [OptionView]
    let longest: String
    let width: String
    /// A keyboard for digits.
    let isNumeric: Bool
    let describedBy: String?

    init(_ field: FormField, _ typed: FormFields, error: String?, _ w: Words) {
        (id, name, label) = (field.id, field.name, w(field.label))
        hint = (field.hint ?? field.kind.hint).map { w($0) }
        self.error = error
        if case .password = field.kind { value = "" } else { value = typed.typed(field.name) }
        isOptional = field.isOptional
        longest = String(field.longest)
        let described = [hint == nil ? nil : "\(field.id)-hint", error == nil ? nil : "\(field.id)-error"].compactMap(\.self)
        describedBy = described.isEmpty ? nil : described.joined(separator: " ")
        let chosen = Set(typed.all(field.name))
        func options(_ all: [FormOption]) -> [OptionView] {
            all.map { OptionView(value: $0.value, label: w($0.words), isChosen: chosen.contains($0.value)) }
        }
        var flags = (line: false, password: false, paragraph: false, day: false, choice: false, many: false, numeric: false)
        var (shown, width, autocomplete) = ([OptionView](), "whole", "off")
        switch field.kind {
        case .text, .area: flags.line = true
        case .login: (flags.line, autocomplete) = (true, "username")
        case .code: (flags.line, flags.numeric, autocomplete, width) = (true, true, "one-time-code", "short")
        case .password(let isNew): (flags.password, autocomplete) = (true, isNew ? "new-password" : "current-password")
        case .paragraph, .areas: flags.paragraph = true
        case .day: (flags.day, width) = (true, "day")
        case .amount, .count: (flags.line, flags.numeric, width) = (true, true, "short")
        case .choice(let all):
            flags.choice = true
            shown =
                [OptionView(value: "", label: w(Catalogue.forms.choose), isChosen: chosen.isDisjoint(with: all.map(\.value)))]
                + options(all)
        case .many(let all): (flags.many, shown) = (true, options(all))
        case .yesNo:
            (flags.choice, width) = (true, "short")
            shown =
                [OptionView(value: "", label: w(Catalogue.forms.choose), isChosen: chosen.isEmpty)]
                + options([FormOption(value: "yes", words: Catalogue.terms.yes), FormOption(value: "no", words: Catalogue.terms.no)])
        }
        (isLine, isParagraph, isDay, isChoice, isMany) = (flags.line, flags.paragraph, flags.day, flags.choice, flags.many)
        (isNumeric, isPassword, self.options, self.width, self.autocomplete) = (flags.numeric, flags.password, shown, width, autocomplete)
    }
}

extension FormField.Kind {
    /// How the field is filled in, where that does not go without saying.
    fileprivate var hint: BilingualText? {
        switch self {
        case .area: Catalogue.forms.areaHint
        case .areas: Catalogue.forms.areasHint
        case .amount: Catalogue.forms.moneyHint
        default: nil
        }
    }
}
