import Access
package import Incubation
import Postgres
import Store
import Values

/// Destroys what the register knows of a person: the key, the name, the contacts, and their traces in kept answers, notes and findings.
///
/// Posts and mentorships stay, nameless, so that counts and scores stay as they were. The audit events name nobody and stay as they are.
package struct ErasePerson: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/personState(_:)`` for who is erased already, ``Refusal/retentionRuns(until:)`` for data that a law keeps.
    package func callAsFunction(
        _ person: Int64, of number: OrganizationNumber, on basis: ErasureBasis, as caller: Caller
    ) async throws -> PersonErasure {
        try await registry.act(.erasePerson, on: .person(person, of: number, for: basis.rawValue), as: caller) {
        } doing: { transaction, subject in
            let erasure = try await erase(person, of: number, on: basis, in: transaction)
            subject.rowCount = 1
            return erasure
        }
    }

    private func erase(
        _ person: Int64, of number: OrganizationNumber, on basis: ErasureBasis, in transaction: PostgresTransaction
    ) async throws -> PersonErasure {
        _ = try await transaction.organization(number, lock: true)
        guard let stored = try await transaction.first(LockPerson(person, of: number)) else {
            throw Refusal.notFound(.person, String(person))
        }
        guard let key = stored.wrappedKey,
            let file = try await transaction.first(SelectPeople(of: .organization(number), person: person, limit: 1))
        else { throw Refusal.personState(stored.state) }
        if file.basis == RestrictionBasis.legalRetention.rawValue, let until = file.restrictedUntil, until >= registry.today {
            throw Refusal.retentionRuns(until: until)
        }
        let traces = try await PersonTraces(of: file, in: transaction, from: registry.people)
        try await traces.remove()
        let mentions = try await traces.mentions()
        _ = try await transaction.pipeline(ErasePersonData(person, of: number, basis: basis.rawValue).statements)
        let erased = try await PersonFile.load(person, of: number, .maskedForKeeping, in: transaction, from: registry.people)
        try registry.people.note(ErasedPerson(person, of: number, wrappedKey: key, at: registry.now(), basis: basis))
        return PersonErasure(person: erased, mentions: mentions)
    }
}

/// What an erasure has left.
package struct PersonErasure: Hashable, Sendable {
    package let person: PersonFile
    /// How many texts that people wrote about the organization, such as reasons and titles, still hold the name or a contact. They are
    /// records of their own; whoever erases has to look at them.
    package let mentions: Int64

    package init(person: PersonFile, mentions: Int64) {
        self.person = person
        self.mentions = mentions
    }
}
