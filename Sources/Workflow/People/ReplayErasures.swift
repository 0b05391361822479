import Access
import Incubation
import Store

/// Erases again, after a backup was restored, whom the list of erased people names.
package struct ReplayErasures: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// What became of the people of a list.
    package struct Outcome: Hashable, Sendable {
        package var erased = 0
        /// Not there any more as they were: erased in the backup already, or recorded after it.
        package var absent = 0

        package init() {}
    }

    /// Can be run again at any time: who is erased stays so, and a person who has another's number since is told by the key.
    package func callAsFunction(_ list: [ErasedPerson], as caller: Caller) async throws -> Outcome {
        var outcome = Outcome()
        for person in list {
            if try await isHere(person, as: caller) {
                _ = try await ErasePerson(registry: registry)(person.person, of: person.organization, on: person.basis, as: caller)
                outcome.erased += 1
            } else {
                outcome.absent += 1
            }
        }
        return outcome
    }

    private func isHere(_ person: ErasedPerson, as caller: Caller) async throws -> Bool {
        let admission = try await registry.admit(caller, to: .act(.erasePerson), at: .organization(person.organization))
        let found = try await registry.all(
            SelectPeople(of: .organization(person.organization), person: person.person, limit: 1), as: admission
        ).first
        guard let key = found?.person.wrappedKey else { return false }
        return ErasedPerson.fingerprint(of: key) == person.fingerprint
    }
}
