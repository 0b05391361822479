import Access
package import Appraisal
package import Incubation
import Postgres
import Store
package import Values

/// Records a visit or another help, and why it came.
package struct RecordIntervention: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Returns: all interventions of the organization, the newest first.
    /// - Throws: ``Refusal/missing(field:)``, ``Refusal/notPossible(field:_:)``, ``Refusal/notFound(_:_:)``.
    package func callAsFunction(
        _ number: OrganizationNumber, _ intervention: Intervention, as caller: Caller
    ) async throws -> [RecordedIntervention] {
        try await registry.act(.recordIntervention, on: .scoring(.intervention, of: number), as: caller) {
            try registry.refuseFuture(intervention.heldOn, field: "heldOn")
            try FieldRules.refuseLength(intervention.result, field: "result", longest: 4000)
            if intervention.reason == .flag, intervention.flag == nil { throw Refusal.missing(field: "flag") }
            if let flag = intervention.flag, flag.wholeMatch(of: FlagFile.codeShape) == nil {
                throw Refusal.malformed(
                    field: "flag", value: flag, expected: text("预警代码，如 FIN-RESERVE-NEG", "the code of a flag, such as FIN-RESERVE-NEG"))
            }
            if intervention.reason != .flag, intervention.flag != nil {
                throw Refusal.notPossible(field: "flag", text("只有因预警而来时才填", "it is given only where a flag was the reason"))
            }
            if intervention.reason == .sample, intervention.run == nil { throw Refusal.missing(field: "run") }
        } doing: { transaction, _ in
            _ = try await transaction.organization(number, lock: true)
            if let run = intervention.run { _ = try await transaction.assessmentRun(run) }
            try await transaction.run(
                InsertIntervention(intervention, for: number, by: caller.name, recordedOn: registry.today))
            return try await transaction.all(SelectInterventions(of: number))
        }
    }
}

/// Lists what was done for an organization, the newest first.
package struct ListInterventions: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/notFound(_:_:)``.
    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> [RecordedIntervention] {
        try await registry.reading(.listInterventions, of: .organization(number), as: caller) { transaction in
            try await transaction.all(SelectInterventions(of: number), of: number)
        }
    }
}

/// An organization to be visited although nothing is flagged.
package struct DrawnVisit: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let name: String
    package let englishName: String?
}

/// Draws organizations without a flag for a visit, so that it comes out what flags miss: one for every twenty that are watched.
///
/// A visited organization is more likely to be saved or to be closed, so flagged ones alone would say little of the flags. The same run always draws the same.
package struct DrawVisits: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// Of all visits, the share that goes to organizations without a flag.
    package static let share = 0.05
    private static let most = 500

    /// - Parameter run: nil for the newest finished one that reaches the area, or what the caller may see where no area is named.
    /// - Returns: the run, and at least one organization where there is any without a flag.
    /// - Throws: ``Refusal/notFound(_:_:)``.
    package func callAsFunction(
        run: Int64?, area: AreaCode?, as caller: Caller
    ) async throws -> (run: AssessmentRun, visits: [DrawnVisit]) {
        let admission = try await registry.admit(caller, to: .reading(.drawVisits), at: area.map { .area($0) } ?? .anywhere)
        return try await registry.transaction(as: admission) { transaction in
            let found = try await transaction.assessmentRun(run, reaching: area ?? admission.area)
            let areas = try await transaction.areaRoots(area)
            let watched = try await transaction.first(CountWatched(in: found.run, areas: areas)) ?? 0
            let wanted = min(max(Int((Double(watched) * Self.share).rounded(.up)), 1), Self.most)
            let rows = try await transaction.all(DrawUnflagged(from: found.run, seed: found.seed, areas: areas, limit: wanted))
            return (found, rows.map { DrawnVisit(organization: $0.number, name: $0.name, englishName: $0.englishName) })
        }
    }
}
