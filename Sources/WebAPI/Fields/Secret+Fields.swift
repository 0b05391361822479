import HTTPSupport
import Values
import Workflow

extension FieldKind where Value == String {
    /// A password, a code or an invitation: a refusal of it repeats nothing of it.
    static var secret: FieldKind {
        FieldKind { value, path throws(Refusal) in
            guard case .string(let text) = value, text.utf8.count <= NormalizedPassword.largestInput, !text.utf8.contains(0) else {
                throw .notPossible(
                    field: path.description,
                    BilingualText(
                        zh: "须为不超过 \(NormalizedPassword.largestInput) 字节的文字",
                        en: "it is no text of at most \(NormalizedPassword.largestInput) bytes"))
            }
            return text
        }
    }
}
