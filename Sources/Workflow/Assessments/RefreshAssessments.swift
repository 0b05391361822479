import Access
package import Appraisal
import Incubation
import Postgres
import Store
import Values

/// Assesses the organizations anew whose evidence changed since they were last assessed, by the rubric in force, as of today.
package struct RefreshAssessments: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// How many are taken together, in one transaction: what was taken is given back when it fails.
    private static let batch = 200

    /// - Returns: the runs made, one for each batch; none where nothing was due.
    package func callAsFunction(as caller: Caller) async throws -> [AssessmentRun] {
        try await registry.recordingRefusal(of: .refreshAssessments, on: .assessmentRun(nil, of: nil), as: caller) {
            // A request's key stands for one act, and this is one for each batch; each can be done again without being done twice.
            let admission = try await registry.admit(caller.withoutRequest, to: .act(.refreshAssessments), at: .nation)
            let today = registry.today
            let keeper = CohortKeeper(registry: registry, asOf: today, as: admission.forCohorts(of: nil))
            var runs: [AssessmentRun] = []
            while let run = try await next(on: today, keeper, as: admission) { runs.append(run) }
            return runs
        }
    }

    private func next(on today: Day, _ keeper: CohortKeeper, as admission: Admission) async throws -> AssessmentRun? {
        let isAnyDue = try await registry.all(FindAnyDue(), as: admission).first != nil
        guard isAnyDue else { return nil }
        return try await registry.recorded(
            .refreshAssessments, on: .assessmentRun(nil, of: nil), as: admission, within: Registry.bulkDeadline
        ) { transaction, subject in
            let rubric = try await transaction.rubricInForce()
            try await transaction.keep(rubric, by: admission.caller.name)
            let insert = InsertAssessmentRun(
                kind: .refresh, asOf: today, area: nil, rubric: rubric.rubric.id, rubricHash: rubric.hash, seed: 0,
                caller: admission.caller.name)
            guard let run = try await transaction.first(insert) else { throw Refusal.databaseUnavailable }
            subject.key = String(run.run)
            let taken = try await transaction.all(TakeAssessmentsDue(limit: Self.batch)).sorted()
            let count = try await assess(taken, in: run, by: rubric, keeper, in: transaction)
            try await transaction.run(InsertDonePart(of: run.run, organizations: count))
            for flag in try await transaction.all(ClearHandledFlags(by: run.run, asOf: today)) {
                try await transaction.run(
                    InsertHandledFlagStep("clear", on: flag, by: admission.caller.name, owner: nil, dueOn: nil, note: nil))
            }
            guard let finished = try await transaction.first(FinishAssessmentRun(run: run.run)) else { throw Refusal.databaseUnavailable }
            return finished
        }
    }

    private func assess(
        _ numbers: [OrganizationNumber], in run: AssessmentRun, by rubric: NamedRubric, _ keeper: CohortKeeper,
        in transaction: PostgresTransaction
    ) async throws -> Int64 {
        let calibrations = try await transaction.all(SelectCalibrationsInForce(of: rubric.hash, on: run.asOf))
        let pass = AssessmentPass(
            run: run.run, asOf: run.asOf, rubrics: try CalibratedRubrics(rubric.rubric, calibrations: calibrations))
        let reader = EvidenceReader(asOf: run.asOf)
        var (organizations, evidence, past) = ([AssessedOrganization](), [Evidence](), AssessmentPass.Past())
        for number in numbers {
            let page = try await reader.page(of: number, in: transaction)
            organizations += page.organizations
            evidence += page.evidence
            let before = try await transaction.past(of: NumberRange(number), asOf: run.asOf, hasStandings: true)
            past.standings += before.standings
            past.confirmed += before.confirmed
        }
        guard !organizations.isEmpty else { return 0 }
        let cohorts = try await keeper.index(of: Set(organizations.map(\.district)))
        let page = AssessedPage(organizations: organizations, evidence: evidence)
        try await transaction.copy(
            pass.rows(for: page, cohorts: cohorts, past: past), by: StagedAssessments.copy)
        return Int64(organizations.count)
    }
}
