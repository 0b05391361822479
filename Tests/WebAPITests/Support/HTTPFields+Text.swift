import HTTPTypes

extension HTTPFields {
    /// The value of a field by its name as text; nil for a name that cannot be.
    subscript(text name: String) -> String? {
        HTTPField.Name(name).flatMap { self[$0] }
    }
}
