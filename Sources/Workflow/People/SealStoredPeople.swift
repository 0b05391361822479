import Incubation
package import Postgres
import Store

/// Seals names and contacts that were recorded before people's data was sealed. The last step of a migration, which SQL alone cannot do:
/// the key is not in the database. Needs the rights of the database's owner.
package struct SealStoredPeople: Sendable {
    let pool: PostgresPool
    let people: PeopleSafe

    package init(pool: PostgresPool, people: PeopleSafe) {
        self.pool = pool
        self.people = people
    }

    /// Can be run again at any time; it goes on where it was stopped.
    ///
    /// - Returns: how many names and contacts were sealed.
    @discardableResult package func callAsFunction() async throws -> Int {
        var sealed = 0
        while true {
            let count = try await pool.withTransaction { try await sealSome(in: $0) }
            if count == 0 { break }
            sealed += count
        }
        // So that no row that was deleted stays in the table's file.
        if sealed > 0 { try await pool.withTransaction { _ = try await $0.execute("TRUNCATE people_to_seal") } }
        return sealed
    }

    private func sealSome(in transaction: PostgresTransaction) async throws -> Int {
        let waiting = try await transaction.all(TakePeopleToSeal(limit: 500))
        if waiting.isEmpty { return 0 }
        let keys = try await people.keysForSealing(in: transaction)
        var random = RandomBytes()
        let names = try waiting.compactMap { entry -> (number: OrganizationNumber, person: Int64, staged: StagedPerson)? in
            guard let person = entry.person, let name = entry.name else { return nil }
            return (entry.number, person, try StagedPerson(name, as: .name, by: keys, &random))
        }
        try await transaction.run(SealPeople(names))
        for entry in waiting {
            guard let contact = entry.contact, let kind = entry.kind, let value = entry.value else { continue }
            let sealed = try await PeopleSealer(of: entry.number, in: transaction, from: people)
                .seal(Contact(kind: kind, value: value, person: entry.name))
            try await transaction.run(InsertContact(sealed, at: contact, of: entry.number))
        }
        try await transaction.run(ForgetSealed(waiting.map(\.entry)))
        return waiting.count
    }
}
