/// Where in a request a value stands, as people write it: `contacts[0].kind`.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// The request's body itself.
    package static let body = FieldPath(description: "")

    private init(description: String) {
        self.description = description
    }

    /// A query or path parameter, or a header.
    package init(parameter: String) {
        description = parameter
    }

    package func member(_ name: String) -> FieldPath {
        FieldPath(description: description.isEmpty ? name : "\(description).\(name)")
    }

    package func element(_ index: Int) -> FieldPath {
        FieldPath(description: "\(description)[\(index)]")
    }
}
