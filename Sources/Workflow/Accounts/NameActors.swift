package import Access
package import Incubation
import Postgres
import Store

/// Who somebody is that stands in a record by a number.
package struct ActorName: Hashable, Sendable {
    package let displayName: String
    /// In which role the person works; nil for who works with them.
    package let role: Role?
}

/// Finds the names of people who acted or have something in hand, as far as the caller may know them: those they work with, and for a member
/// of an organization those who are at its file. Of an account nothing is told but that.
package struct NameActors: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - names: as records have them, such as `account-7`; others are passed over.
    ///   - number: whose file they stand in; nil for a list of several.
    /// - Returns: by those names; none for whom the caller may not know, and nothing at all for who may read no file.
    package func callAsFunction(
        _ names: some Sequence<String>, of number: OrganizationNumber? = nil, as caller: Caller
    ) async throws -> [String: ActorName] {
        let accounts = Set(names.compactMap(Self.account))
        if accounts.isEmpty || caller == .visitor { return [:] }
        let admission: Admission
        do {
            admission = try await registry.admit(
                caller, to: .reading(.nameActors), at: number.map { .organization($0) } ?? .anywhere)
        } catch let refusal as Refusal where refusal.isDecision {
            return [:]
        }
        return try await registry.all(SelectActorNames(of: accounts), as: admission).reduce(into: [:]) { found, row in
            found["account-\(row.account)"] = ActorName(displayName: row.name, role: row.role)
        }
    }

    private static func account(_ name: String) -> AccountNumber? {
        name.hasPrefix("account-") ? Int64(name.dropFirst(8)).flatMap(AccountNumber.init) : nil
    }
}
