import Incubation
import Postgres
import Store

/// Seals people of one organization within a transaction.
struct PeopleSealer {
    let number: OrganizationNumber
    let transaction: PostgresTransaction
    private let safe: PeopleSafe

    init(of number: OrganizationNumber, in transaction: PostgresTransaction, from safe: PeopleSafe) {
        self.number = number
        self.transaction = transaction
        self.safe = safe
    }

    /// The number of the person of that name, who is added when nobody has it.
    func person(named name: String) async throws -> Int64 {
        try await ensure(name, as: .name).person
    }

    /// A contact, sealed under the key of the person that it names, or else of somebody without a name whom only it reaches.
    func seal(_ contact: Contact) async throws -> SealedContact {
        let kind = PersonalText.contact(contact.kind.rawValue)
        let keys = try await safe.keysForSealing(in: transaction)
        let holder = contact.person.map { ($0, PersonalText.name) } ?? (contact.value, kind)
        let (person, key) = try await ensure(holder.0, as: holder.1)
        var random = RandomBytes()
        return SealedContact(
            kind: contact.kind, person: person, value: try keys.unwrap(key).seal(contact.value, as: kind, &random),
            token: keys.token(of: contact.value, kind: kind))
    }

    private func ensure(_ text: String, as kind: PersonalText) async throws -> (person: Int64, wrappedKey: [UInt8]) {
        let keys = try await safe.keysForSealing(in: transaction)
        var random = RandomBytes()
        let staged = try StagedPerson(text, as: kind, by: keys, &random)
        // The second time sees whom somebody else has added while the first waited.
        for _ in 1...2 {
            if let found = try await transaction.first(EnsurePerson(staged, of: number, hasName: kind == .name)) { return found }
        }
        throw Refusal.databaseUnavailable
    }
}
