import Foundation
import Values

/// The name by which somebody signs in.
package struct LoginName: Hashable, Sendable {
    /// As it was written.
    package let text: String
    /// As it is compared: capitals, full-width letters and spaces around it make no difference.
    package let folded: String

    /// What somebody typed to sign in: anything, which then names an account or none.
    package init(typed: String) {
        // The database cannot hold U+0000; what stands for it is in no login either.
        text = typed.trimmingCharacters(in: .whitespaces).replacing("\0", with: "\u{FFFD}")
        folded = text.precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCompatibilityMapping
    }

    /// A name for a new account.
    ///
    /// - Throws: ``Refusal/malformed(field:value:expected:)``.
    package init(new text: String) throws(Refusal) {
        self.init(typed: text)
        let isPossible = folded.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.isIdeographic
                || ".-_@".unicodeScalars.contains(scalar)
        }
        guard (2...64).contains(self.text.unicodeScalars.count), (2...64).contains(folded.unicodeScalars.count), isPossible,
            !folded.allSatisfy(\.isNumber)
        else {
            throw .malformed(
                field: "login", value: text,
                expected: Workflow.text("2 至 64 个字母、数字、汉字或 . - _ @，不能全为数字", "2 to 64 letters, digits, or . - _ @, not digits only"))
        }
    }
}
