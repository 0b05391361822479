/// A code that an organization carries in a classification scheme.
package struct Classification: Hashable, Sendable {
    package var scheme: String
    package var code: String

    package init(scheme: String, code: String) {
        self.scheme = scheme
        self.code = code
    }
}
