import Access
package import Incubation
import Store
import Values

/// Adds a step to an organization's legal history.
package struct RecordLegalStatus: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter version: the version that the editor read.
    package func callAsFunction(
        _ number: OrganizationNumber, version: Int64, step: LegalStatusStep, as caller: Caller
    ) async throws -> OrganizationFile {
        try await registry.act(.recordLegalStatus, on: .organization(number), as: caller) {
            try step.refuseTexts()
            try step.refuseFuture(today: registry.today)
        } doing: { transaction, subject in
            let current = try await transaction.organization(number, lock: true)
            guard current.version == version else { throw Refusal.versionStale(current: current.version) }
            guard current.legalStatus.successors.contains(step.status) else {
                throw Refusal.organization([.statusOutOfOrder(from: current.legalStatus, to: step.status)])
            }
            if let since = current.legalStatusSince, step.since < since {
                throw Refusal.notPossible(field: "since", text("早于上一步的 \(since)", "it lies before the last step on \(since)"))
            }
            let faults = current.particulars.faults(status: step.status, today: registry.today)
            guard faults.isEmpty else { throw Refusal.organization(faults) }
            try await transaction.run(InsertLegalStatusStep(step, for: number))
            try await transaction.run(UpdateLegalStatus(number, version: version, step: step))
            let file = try await OrganizationFile.load(number, in: transaction, from: registry.people)
            (subject.versionBefore, subject.versionAfter) = (version, file.organization.version)
            return file
        }
    }
}
