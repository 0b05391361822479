import Incubation
import Postgres
import Store
import Values

/// The contacts that somebody sends for an organization, held against those on record.
///
/// Whoever edits has seen them masked. A contact that comes back as it was shown is the one on record and stays as it is; a masked value
/// that is none of those is refused, so that no masked value ever takes the place of a true one.
struct EditedContacts {
    /// As they are to be recorded, whole.
    let contacts: [Contact]

    /// - Parameter recorded: those on record, whole, each with the same as it is shown.
    /// - Throws: ``Refusal/notPossible(field:_:)``.
    init(_ sent: [Contact], recorded: [(whole: Contact, shown: Contact)]) throws(Refusal) {
        var left = recorded
        var contacts: [Contact] = []
        for (index, contact) in sent.enumerated() {
            if let place = left.firstIndex(where: { $0.shown == contact }) {
                contacts.append(left.remove(at: place).whole)
                continue
            }
            try FieldRules.refusePersonal(contact.value, field: "contacts[\(index)].value")
            try FieldRules.refusePersonal(contact.person, field: "contacts[\(index)].person")
            contacts.append(contact)
        }
        self.contacts = contacts
    }
}

extension PostgresTransaction {
    /// Puts new contacts in place of the old ones, and removes people whom nothing names any more.
    func replaceContacts(of number: OrganizationNumber, with sent: [Contact], from safe: PeopleSafe) async throws {
        let stored = try await all(SelectContacts(of: number))
        let whole = try await PeopleOpener(.whole, opening: !stored.isEmpty, in: self, from: safe)
        let masked = try await PeopleOpener(.masked, opening: !stored.isEmpty, in: self, from: safe)
        let recorded = try stored.compactMap { contact -> (whole: Contact, shown: Contact)? in
            guard let open = try whole.contact(contact), let shown = try masked.contact(contact) else { return nil }
            return (open, shown)
        }
        let edited = try EditedContacts(sent, recorded: recorded).contacts
        if edited.isEmpty && stored.isEmpty { return }
        let sealer = PeopleSealer(of: number, in: self, from: safe)
        var sealed: [SealedContact] = []
        for contact in edited { sealed.append(try await sealer.seal(contact)) }
        _ = try await pipeline(ReplaceContacts(of: number, sealed).statements + [RemoveUnnamedPeople(of: number).sql])
    }
}
