package import Access
package import Incubation
import Postgres
import Store
import Values

/// Somebody who may be given something to do.
package struct Colleague: Hashable, Sendable {
    package let account: AccountNumber
    package let displayName: String
    /// What they are where it matters, in the order of their names.
    package let roles: [Role]
}

/// Lists who may be given something to do, by name: people who work where the caller does, and the members of an organization. Of an account
/// nothing is told but that.
package struct ListColleagues: Sendable {
    let registry: Registry
    /// The roles of those whom flags and deadlines wait for.
    private static let working: Set<Role> = [
        .hubStaff, .hubManager, .official, .fundingApprover, .disburser, .reviewer, .organizationMember,
    ]
    /// More than anybody chooses from.
    private static let most = 200

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter number: with the members of that organization, and without those whose role does not reach it; nil for all who work where the
    ///   caller does.
    /// - Returns: by name; nil where they are too many to choose from, and none for a member, who gives nobody anything to do.
    package func callAsFunction(of number: OrganizationNumber? = nil, as caller: Caller) async throws -> [Colleague]? {
        let admission = try await registry.admit(caller, to: .reading(.nameActors), at: .anywhere)
        return try await registry.transaction(as: admission) { transaction in
            var area = admission.area
            if let number { area = try await transaction.organization(number).particulars.area }
            let rows = try await transaction.all(
                SelectColleagues(
                    of: number, reaching: area, orWithin: number == nil, roles: Self.working, on: registry.today, limit: Self.most + 1))
            return rows.count > Self.most ? nil : Self.grouped(rows)
        }
    }

    private static func grouped(_ rows: [(account: AccountNumber, name: String, role: Role)]) -> [Colleague] {
        var found: [Colleague] = []
        for row in rows {
            if let last = found.last, last.account == row.account {
                if last.roles.contains(row.role) { continue }
                found[found.count - 1] = Colleague(account: row.account, displayName: row.name, roles: last.roles + [row.role])
            } else {
                found.append(Colleague(account: row.account, displayName: row.name, roles: [row.role]))
            }
        }
        return found
    }
}
