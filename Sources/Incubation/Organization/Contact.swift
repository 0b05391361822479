/// A way to reach an organization.
package struct Contact: Hashable, Sendable {
    package var kind: ContactKind
    package var value: String
    package var person: String?

    package init(kind: ContactKind, value: String, person: String? = nil) {
        self.kind = kind
        self.value = value
        self.person = person
    }
}

/// The kinds of contact that are kept.
package enum ContactKind: String, CaseIterable, Hashable, Sendable {
    case telephone
    case email
    case address
    case messaging
}
