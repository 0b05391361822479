import Access
package import Incubation
import Postgres
import Store
import Values

/// Lists the people of an organization or a district, in the order of the organizations and their numbers, with everything masked but
/// names that are published by duty.
package struct ListPeople: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ scope: PeopleScope, page: PageRequest, as caller: Caller) async throws -> Page<PersonFile> {
        let after = try page.key(Self.key)
        return try await registry.reading(.listPeople, of: scope.place, as: caller) { transaction in
            try await scope.requireOrganization(in: transaction)
            let rows = try await transaction.all(SelectPeople(of: scope, after: after, limit: page.size + 1))
            let opener = try await PeopleOpener(.masked, opening: !rows.isEmpty, in: transaction, from: registry.people)
            return Page(reading: try rows.map { try opener.file($0) }, size: page.size) { "\($0.organization.serial).\($0.person)" }
        }
    }

    /// Reads `42.7`.
    private static func key(_ cursor: String) -> (serial: Int64, person: Int64)? {
        let parts = cursor.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let serial = Int64(parts[0]), let person = Int64(parts[1]) else { return nil }
        return (serial, person)
    }
}

/// Shows one person of an organization, masked.
package struct ShowPerson: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ person: Int64, of number: OrganizationNumber, as caller: Caller) async throws -> PersonFile {
        try await registry.reading(.listPeople, of: .organization(number), as: caller) { transaction in
            try await PersonFile.load(person, of: number, .masked, in: transaction, from: registry.people)
        }
    }
}

extension PersonFile {
    /// One person.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)``.
    static func load(
        _ person: Int64, of number: OrganizationNumber, _ extent: PeopleOpener.Extent, in transaction: PostgresTransaction,
        from safe: PeopleSafe
    ) async throws -> PersonFile {
        _ = try await transaction.organization(number)
        guard let stored = try await transaction.first(SelectPeople(of: .organization(number), person: person, limit: 1)) else {
            throw Refusal.notFound(.person, String(person))
        }
        return try await PeopleOpener(extent, opening: true, in: transaction, from: safe).file(stored)
    }
}

extension PeopleScope {
    var place: Place {
        switch self {
        case .organization(let number): .organization(number)
        case .district(let district): AreaCode(district.description).map { .area($0) } ?? .nation
        }
    }

    /// - Throws: ``Refusal/notFound(_:_:)`` for an organization that there is not.
    func requireOrganization(in transaction: PostgresTransaction) async throws {
        if let organization { _ = try await transaction.organization(organization) }
    }
}
