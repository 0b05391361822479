/// What may be done with what is kept of a person.
package enum PersonState: String, CaseIterable, Hashable, Sendable {
    case active
    /// Kept because a law says so, and shown to nobody (个人信息保护法第四十七条).
    case restricted
    /// Name and contacts are gone for ever; a number is left, so that what pointed at the person stays as it was.
    case erased
    /// Recorded before people's data was sealed, and not sealed yet.
    case unsealed
}
