import Appraisal
import HTTPSupport
import Values
import Workflow

extension FlagFilter {
    init(_ query: inout QueryFields) throws(Refusal) {
        self.init(
            area: try query.areaCode("area"), owner: query.text("owner"), state: try query.code("state", HandledFlag.State.self),
            severity: try query.code("severity", FlagRule.Severity.self), due: try query.code("due", FlagFilter.Due.self))
    }
}

extension Intervention {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            kind: try fields.value("kind", .code), heldOn: try fields.value("heldOn", .day), reason: try fields.value("reason", .code),
            flag: try fields.optional("flag", .text(longest: 130)), run: try fields.optional("run", .integer(1...Int64.max)),
            result: try fields.optional("result", .text(longest: 4000)))
    }
}

extension JSONFields {
    /// The code of the rule that sets a day; a day that somebody chose by hand where none is named.
    mutating func dueRule() throws(Refusal) -> String { try optional("rule", .text(longest: 64)) ?? "by-hand" }
}

extension FieldKind where Value == String {
    /// Somebody who has a flag.
    static var owner: FieldKind {
        FieldKind(expected: BilingualText(zh: "account-编号，如 account-7", en: "account-NUMBER, such as account-7")) { value in
            guard case .string(let text) = value, text.wholeMatch(of: /[0-9a-z-]{1,64}/) != nil else { return nil }
            return text
        }
    }
}
