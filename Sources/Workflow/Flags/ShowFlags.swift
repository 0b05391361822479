import Access
import Appraisal
package import Incubation
import Postgres
import Store
import Values

/// Shows an organization's flags with what is done about them.
package struct ShowFlags: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/notFound(_:_:)``.
    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> [FlagFile] {
        try await registry.reading(.showFlags, of: .organization(number), as: caller) { transaction in
            try await transaction.flagFiles(of: number)
        }
    }

    /// One of them.
    package func callAsFunction(_ number: OrganizationNumber, code: String, as caller: Caller) async throws -> FlagFile {
        try await registry.reading(.showFlags, of: .organization(number), as: caller) { transaction in
            try await transaction.flagFile(code, of: number)
        }
    }
}

/// Lists the flags that somebody works on and that are not settled, by the day on which they are due.
package struct ListFlags: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ filter: FlagFilter, page: PageRequest, as caller: Caller) async throws -> Page<FlagLine> {
        let after = try page.key(DueFlagKey.init(cursor:))
        return try await registry.reading(.listFlags, of: filter.area.map { .area($0) } ?? .anywhere, as: caller) { transaction in
            let areas = try await transaction.areaRoots(filter.area)
            let rows = try await transaction.all(
                SelectDueFlags(
                    areas: areas, owner: filter.owner, state: filter.state?.rawValue, severity: filter.severity?.rawValue,
                    dueBefore: filter.due.map { registry.today.adding(days: $0.days) }, after: after, limit: page.size + 1))
            return Page(reading: rows, size: page.size) { DueFlagKey($0.flag).cursor }.map(FlagLine.init)
        }
    }
}

extension FlagLine {
    fileprivate init(_ row: DueFlagRow) {
        self.init(file: FlagFile(row.flag, finding: nil, history: []), name: row.name, englishName: row.englishName)
    }
}

extension DueFlagKey {
    fileprivate init(_ row: HandledFlagRow) {
        self.init(dueOn: row.dueOn, number: row.organization, code: row.code, raisedOn: row.raisedOn)
    }

    /// Reads `2026-08-01/320613-42/FIN-RESERVE-NEG/2026-06-30`; a day that there is not is left empty.
    fileprivate init?(cursor: String) {
        let parts = cursor.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let number = OrganizationNumber(parts[1]), let raisedOn = Day(iso: parts[3]) else { return nil }
        let dueOn = Day(iso: parts[0])
        guard dueOn != nil || parts[0].isEmpty else { return nil }
        self.init(dueOn: dueOn, number: number, code: parts[2], raisedOn: raisedOn)
    }

    fileprivate var cursor: String { "\(dueOn?.iso ?? "")/\(number)/\(code)/\(raisedOn.iso)" }
}
