import Foundation

/// A password in the one form in which it is counted, compared and hashed, however the keyboard or the system wrote it.
///
/// Full-width letters of a Chinese input method are the plain ones, and a letter with an accent is one character (NFKC, as NIST SP 800-63B
/// §5.1.1.2 recommends). Spaces count and nothing is cut off.
package struct NormalizedPassword: Hashable, Sendable {
    let text: String

    /// The most bytes that anybody may send as a password: more than the longest one takes in any form.
    package static let largestInput = 4096

    /// nil for more bytes than that.
    package init?(_ typed: String) {
        guard typed.utf8.count <= Self.largestInput else { return nil }
        text = typed.precomposedStringWithCompatibilityMapping
    }

    /// Code points.
    var length: Int { text.unicodeScalars.count }
}
