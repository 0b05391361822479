import HTTPSupport
import Values
import Workflow

/// What is wrong with a form, before it: each fault leads to its field.
struct ErrorSummaryView: Encodable, Sendable {
    struct Line: Encodable, Sendable {
        let label: String
        /// The field's place on the page; nil for what is about the whole form.
        let address: String?
    }

    let lines: [Line]

    init(_ faults: [FieldFault], _: Words) {
        lines = faults.map { Line(label: $0.words, address: $0.field.isEmpty ? nil : "#\($0.field)") }
    }
}

/// A field that is wrong, and why.
struct FieldFault: Hashable, Sendable {
    /// The field's name on the page; empty for the whole form.
    let field: String
    let words: String
}

extension Refusal {
    /// The one field that the refusal is about, where it names one.
    var pageField: String? { Problem(self).field }

    /// What is wrong and what to do, in one text.
    func pageWords(_ w: Words) -> String { words.sentence(in: w.language) }
}
