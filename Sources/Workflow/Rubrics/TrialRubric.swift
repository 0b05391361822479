import Access
package import Appraisal
import Incubation
import Postgres
import Store
import Values

/// Runs a rubric beside the one in force on all past data and keeps who would change status and why, for whoever activates it.
///
/// All past data are the last day of every month for which something was assessed, and today; each organization is appraised as of each of these days.
package struct TrialRubric: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// Ten years of months.
    private static let mostDays = 120

    /// - Parameter hash: of a rubric that is compiled in or was proposed.
    /// - Throws: ``Refusal/rubricUnknown(_:)``; ``Refusal/notPossible(field:_:)`` for the rubric that is in force.
    package func callAsFunction(
        _ hash: String, as caller: Caller, progress: @Sendable (Int64) -> Void = { _ in }
    ) async throws -> RubricTrialRecord {
        try await registry.recordingRefusal(of: .trialRubric, on: .rubric(.rubricTrial), as: caller) {
            let admission = try await registry.admit(caller, to: .act(.trialRubric), at: .nation)
            if let request = caller.request {
                // The key is taken with the last transaction; whoever repeats a request that is over need not wait for the work again.
                try await registry.transaction(as: admission) { try await $0.refuseRepeated(request, of: caller) }
            }
            let (trial, pair) = try await begin(hash, as: admission)
            var count = RubricTrial()
            for day in trial.days {
                try await registry.compare(pair, asOf: day, area: nil, as: admission, counting: &count) { changes, count in
                    let rows = changes.map { RubricTrialChangeRow($0, asOf: day) }
                    if !rows.isEmpty {
                        try await registry.write(as: admission, within: Registry.bulkDeadline) { transaction in
                            for row in rows { try await transaction.run(InsertRubricTrialChange(row, in: trial.trial)) }
                        }
                    }
                    progress(count.organizations)
                }
            }
            let (all, changed) = (count.organizations, count.changed)
            return try await registry.recorded(.trialRubric, on: .rubric(.rubricTrial, trial.trial), as: admission) { transaction, _ in
                guard let done = try await transaction.first(FinishRubricTrial(trial.trial, organizations: all, changed: changed)) else {
                    throw Refusal.notFound(.rubricTrial, String(trial.trial))
                }
                return done
            }
        }
    }

    private func begin(_ hash: String, as admission: Admission) async throws -> (RubricTrialRecord, RubricPair) {
        try await registry.write(as: admission, within: registry.deadline) { transaction in
            guard let other = try await transaction.rubric(withHash: hash) else { throw Refusal.rubricUnknown(hash) }
            let present = try await transaction.rubricInForce()
            guard present.hash != hash else {
                throw Refusal.notPossible(field: "rubric", text("这份规则已在使用", "the rubric is in force already"))
            }
            for rubric in [other, present] { try await transaction.keep(rubric, by: admission.caller.name) }
            let past = try await transaction.all(SelectTrialDays(limit: Self.mostDays))
            let days = Set(past + [registry.today]).sorted()
            guard
                let trial = try await transaction.first(
                    InsertRubricTrial(of: hash, beside: present.hash, on: days, by: admission.caller.name))
            else { throw Refusal.databaseUnavailable }
            return (trial, RubricPair(before: Appraiser(present.rubric), after: Appraiser(other.rubric)))
        }
    }
}

extension RubricTrialChangeRow {
    fileprivate init(_ change: StatusChange, asOf: Day) {
        self.init(
            organization: change.organization, name: change.name, englishName: nil, asOf: asOf, statusBefore: change.before.status.rawValue,
            statusAfter: change.after.status.rawValue, parts: change.causes.map(\.part),
            logOdds: change.causes.map { $0.after - $0.before }, flagsRaised: change.flagsRaised, flagsCleared: change.flagsCleared)
    }
}

/// Shows a trial, and who would change status by it.
package struct ShowRubricTrial: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    private static let mostTrials = 20

    /// The newest trials of a rubric.
    package func all(of hash: String, as caller: Caller) async throws -> [RubricTrialRecord] {
        try await registry.reading(.showRubricTrial, of: .anywhere, as: caller) { transaction in
            try await transaction.all(SelectRubricTrials(of: hash, limit: Self.mostTrials))
        }
    }

    /// - Throws: ``Refusal/notFound(_:_:)``.
    package func callAsFunction(
        _ number: Int64, page: PageRequest, as caller: Caller
    ) async throws -> (trial: RubricTrialRecord, page: Page<RubricTrialChange>) {
        let behind = try page.key { key -> (number: OrganizationNumber, asOf: Day)? in
            let parts = key.split(separator: "/")
            guard parts.count == 2, let number = OrganizationNumber(parts[0]), let day = Day(iso: String(parts[1])) else { return nil }
            return (number, day)
        }
        return try await registry.reading(.showRubricTrial, of: .anywhere, as: caller) { transaction in
            guard let trial = try await transaction.first(FindRubricTrial(number)) else {
                throw Refusal.notFound(.rubricTrial, String(number))
            }
            let rows = try await transaction.all(SelectRubricTrialChanges(of: number, behind: behind, limit: page.size + 1))
            return (trial, Page(reading: rows.map(RubricTrialChange.init), size: page.size) { "\($0.organization)/\($0.asOf.iso)" })
        }
    }
}
