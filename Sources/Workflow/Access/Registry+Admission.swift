package import Access
import Incubation
import Postgres
import Store
import Values

extension Registry {
    /// Lets a caller in to do something, or refuses: the one place where permission is asked.
    ///
    /// - Throws: ``Refusal/signInNeeded``, ``Refusal/secondFactorNeeded``, ``Refusal/notPermitted(_:)``; ``Refusal/notFound(_:_:)`` for an
    ///   organization that there is not, as far as its area decides.
    func admit(_ caller: Caller, to useCase: UseCase, at place: Place) async throws -> Admission {
        switch decide(useCase, for: caller, at: place) {
        case .permitted(let scope): return Admission(caller: caller, scope: scope)
        case .denied(let denial): throw Refusal(denial, useCase)
        case .needsArea:
            guard case .organization(let number, nil) = place else { throw Refusal.notPermitted(useCase) }
            guard let area = try await area(of: number, for: caller) else { throw Refusal.notFound(.organization, number.description) }
            return try await admit(caller, to: useCase, at: .organization(number, area: area))
        }
    }

    /// Where an organization is, which decides who may do what with it; looked up once in a shared reading.
    private func area(of number: OrganizationNumber, for caller: Caller) async throws -> AreaCode? {
        if let known = OneReading.current?.area(of: number) { return known }
        let area = try await all(FindOrganization(number), as: Admission(caller: caller, scope: nil)).first?.particulars.area
        OneReading.current?.note(area, of: number)
        return area
    }

    /// Refuses who may not do something anywhere, before anything of the request is looked at.
    package func refuseOutsider(_ caller: Caller, to useCase: UseCase) throws(Refusal) {
        if case .denied(let denial) = decide(useCase, for: caller, at: .anywhere) { throw Refusal(denial, useCase) }
    }

    /// What the table of permissions says, and nothing for a token beyond what it was made for.
    private func decide(_ useCase: UseCase, for caller: Caller, at place: Place) -> Decision {
        if let scopes = caller.scopes, !scopes.admit(useCase) { return .denied(.notPermitted) }
        return deciding(useCase, caller.requester, place, today)
    }

    /// Does what only reads: lets the caller in and runs one transaction in which nothing can be written.
    func reading<Result: Sendable>(
        _ reading: Reading, of place: Place, as caller: Caller, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        try await transaction(as: admit(caller, to: .reading(reading), at: place), body)
    }

    /// The same for much, which may take long, and sees one moment of the register.
    func longReading<Result: Sendable>(
        _ reading: Reading, of place: Place, as caller: Caller, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        try await longTransaction(as: admit(caller, to: .reading(reading), at: place), body)
    }
}

extension Refusal {
    fileprivate init(_ denial: Denial, _ useCase: UseCase) {
        self =
            switch denial {
            case .signInNeeded: .signInNeeded
            case .secondFactorNeeded: .secondFactorNeeded
            case .notPermitted: .notPermitted(useCase)
            }
    }
}
