package import Incubation
import Store
package import Values

/// What the register keeps of a person, as far as it is shown.
package struct PersonFile: Hashable, Sendable {
    package let organization: OrganizationNumber
    /// The person's number within the district.
    package let person: Int64
    package let state: PersonState
    /// nil for somebody of whom only a contact is known, and for who is not to be shown.
    package let name: String?
    package let posts: [PostKind]
    package let isMentor: Bool
    package let contacts: [Contact]
    /// Why the person is restricted or was erased, by the name of the basis.
    package let basis: String?
    package let restrictedUntil: Day?
    package let stateSince: Instant

    package init(
        organization: OrganizationNumber, person: Int64, state: PersonState, name: String?, posts: [PostKind], isMentor: Bool,
        contacts: [Contact], basis: String?, restrictedUntil: Day?, stateSince: Instant
    ) {
        self.organization = organization
        self.person = person
        self.state = state
        self.name = name
        self.posts = posts
        self.isMentor = isMentor
        self.contacts = contacts
        self.basis = basis
        self.restrictedUntil = restrictedUntil
        self.stateSince = stateSince
    }
}

extension PeopleOpener {
    func file(_ stored: StoredPersonFile) throws -> PersonFile {
        let isPublished = stored.currentPosts.contains { $0.isPublished(of: stored.status) }
        return PersonFile(
            organization: stored.organization, person: stored.person.person, state: stored.person.state,
            name: try name(of: stored.person, isPublished: isPublished), posts: stored.posts, isMentor: stored.isMentor,
            contacts: try stored.contacts.compactMap { try contact($0) }, basis: stored.basis, restrictedUntil: stored.restrictedUntil,
            stateSince: stored.stateSince)
    }
}
