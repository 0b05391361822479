import Values
import Workflow

/// What was filled in, to be looked over before it counts.
struct CheckView: PageView {
    static let template = "check"

    let title: String
    let back: LinkView
    /// What of the answers counts.
    let remark: String?
    let matter: DecisionView?
    let action: String
    let answers: [FactView]
    let hidden: [FormView.Hidden]
    let submit: String

    init(_ form: FormState, _ w: Words) {
        title = w(Catalogue.forms.checkTitle(form.title))
        matter = form.matter
        remark = form.check.remark.map { w($0) }
        (back, action, submit) = (form.back, form.action, w(Catalogue.forms.confirm))
        answers = form.groups.flatMap(\.fields).filter { !form.check.passedOver.contains($0.name) }.compactMap { field in
            let shown = form.fields.all(field.name).filter { !$0.trimmed.isEmpty }.map { field.kind.shown($0, w) }
            return shown.isEmpty ? nil : FactView(label: w(field.label), value: shown.joined(separator: w(Catalogue.frame.listMark)))
        }
        let typed = form.groups.flatMap(\.fields).flatMap { field in form.fields.all(field.name).map { (field.name, $0) } }
        hidden = (form.hidden + typed).map { FormView.Hidden(name: $0.0, value: $0.1) }
    }
}

extension FormField.Kind {
    /// What was typed, as people read it.
    fileprivate func shown(_ value: String, _ w: Words) -> String {
        switch self {
        case .choice(let options), .many(let options): options.first { $0.value == value }.map { w($0.words) } ?? value
        case .yesNo: w(value == "yes" ? Catalogue.terms.yes : Catalogue.terms.no)
        case .day: Day(written: value).map { w($0) } ?? value
        case .text, .paragraph, .amount, .count, .area, .areas, .login, .code: value
        case .password: ""
        }
    }
}
