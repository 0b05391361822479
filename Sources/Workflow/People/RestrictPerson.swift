import Access
package import Incubation
import Store
package import Values

/// Restricts a person's data to being stored, as an alternative to erasing it where a law keeps it or it cannot be erased: nobody is shown
/// it any more (PIPL Art. 47).
package struct RestrictPerson: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter until: the last day on which the data has to be kept; the retention job erases it afterwards. Needed where a law keeps
    ///   it, left out where nobody knows.
    package func callAsFunction(
        _ person: Int64, of number: OrganizationNumber, on basis: RestrictionBasis, until: Day?, as caller: Caller
    ) async throws -> PersonFile {
        try await registry.act(.restrictPerson, on: .person(person, of: number, for: basis.rawValue), as: caller) {
            if basis == .legalRetention, until == nil { throw Refusal.missing(field: "until") }
            try FieldRules.refuseOrder(registry.today, until, field: "until")
        } doing: { transaction, subject in
            _ = try await transaction.organization(number, lock: true)
            guard let stored = try await transaction.first(LockPerson(person, of: number)) else {
                throw Refusal.notFound(.person, String(person))
            }
            guard stored.wrappedKey != nil else { throw Refusal.personState(stored.state) }
            try await transaction.run(SetRestriction(person, of: number, basis: basis.rawValue, until: until))
            subject.rowCount = 1
            return try await PersonFile.load(person, of: number, .maskedForKeeping, in: transaction, from: registry.people)
        }
    }
}

/// Ends a restriction that was set in error or whose reason is gone.
package struct ReleasePerson: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ person: Int64, of number: OrganizationNumber, as caller: Caller) async throws -> PersonFile {
        try await registry.act(.releasePerson, on: .person(person, of: number, for: "restriction-ended"), as: caller) {
        } doing: { transaction, subject in
            _ = try await transaction.organization(number, lock: true)
            guard let stored = try await transaction.first(LockPerson(person, of: number)) else {
                throw Refusal.notFound(.person, String(person))
            }
            guard stored.state == .restricted else { throw Refusal.personState(stored.state) }
            try await transaction.run(SetRestriction(person, of: number, basis: nil))
            subject.rowCount = 1
            return try await PersonFile.load(person, of: number, .maskedForKeeping, in: transaction, from: registry.people)
        }
    }
}
