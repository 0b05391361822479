import Access
package import Incubation
import Postgres
import Store
import Values

/// Replaces an organization's particulars and what belongs to it. Its legal status moves in ``RecordLegalStatus`` alone.
package struct EditOrganization: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - version: the version that the editor read.
    ///   - edited: its first step is ignored.
    package func callAsFunction(
        _ number: OrganizationNumber, version: Int64, to edited: OrganizationDraft, as caller: Caller
    ) async throws -> OrganizationFile {
        let particulars = edited.particulars
        return try await registry.act(.editOrganization, on: .organization(number), as: caller) {
            try edited.refuseTexts()
        } doing: { transaction, subject in
            let current = try await transaction.organization(number, lock: true)
            guard current.version == version else { throw Refusal.versionStale(current: current.version) }
            let faults = particulars.faults(status: current.legalStatus, today: registry.today)
            guard faults.isEmpty else { throw Refusal.organization(faults) }
            try await refuseMove(from: current.particulars.area, to: particulars.area, of: number, in: transaction)
            if let code = particulars.creditCode { try await transaction.claim(code, for: number) }
            try await transaction.run(
                UpdateOrganization(number, version: version, particulars: particulars, foldedName: registry.folding.fold(particulars.name)))
            try await transaction.replaceDetails(
                of: number, serviceAreas: edited.serviceAreas, classifications: edited.classifications)
            try await transaction.replaceContacts(of: number, with: edited.contacts, from: registry.people)
            if particulars.area != current.particulars.area {
                try await transaction.run(RehomePendingItems(of: number, at: registry.now(), caller: caller.name))
            }
            let file = try await OrganizationFile.load(number, in: transaction, from: registry.people)
            (subject.versionBefore, subject.versionAfter) = (version, file.organization.version)
            return file
        }
    }

    /// An area that the organization already has may since have been retired; a new one must be in force and in its district.
    private func refuseMove(
        from old: AreaCode, to new: AreaCode, of number: OrganizationNumber, in transaction: PostgresTransaction
    ) async throws {
        if new == old { return }
        guard new.district == number.district else { throw Refusal.areaInOtherDistrict(new, number.district) }
        try await transaction.refuseArea(new, on: registry.today)
    }
}
