import Access
package import Appraisal
import Postgres
import Store
package import Values

/// Assesses every organization that existed on a day, in an area or in the whole register, and stores what it finds as a run.
package struct RunAssessment: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// How many organizations are read, assessed and stored together: enough to make round trips cheap, few enough to keep memory small.
    private static let pageSize = 1000

    /// - Parameter area: nil for the whole register. Cohorts are always those of whole districts.
    /// - Throws: ``Refusal/areaUnknown(_:)``; ``Refusal/notPossible(field:_:)`` for a day to come or one outside the rubric's validity.
    package func callAsFunction(
        asOf: Day, area: AreaCode? = nil, rubric: NamedRubric, as caller: Caller, progress: @Sendable (Int64) -> Void = { _ in }
    ) async throws -> AssessmentRun {
        try await registry.recordingRefusal(of: .runAssessment, on: .assessmentRun(nil, of: area), as: caller) {
            let admission = try await registry.admit(caller, to: .act(.runAssessment), at: area.map { .area($0) } ?? .nation)
            return try await assess(asOf: asOf, area: area, rubric: rubric, as: admission, progress: progress)
        }
    }

    private func assess(
        asOf: Day, area: AreaCode?, rubric: NamedRubric, as admission: Admission, progress: @Sendable (Int64) -> Void
    ) async throws -> AssessmentRun {
        try registry.refuseFuture(asOf, field: "asOf")
        if let request = admission.caller.request {
            // The key is taken with the last transaction; whoever repeats a request that is over need not wait for another run.
            try await registry.transaction(as: admission) { try await $0.refuseRepeated(request, of: admission.caller) }
        }
        let roots = try await registry.areaRoots(area, as: admission)
        let run = try await begin(asOf: asOf, area: area, rubric: rubric, as: admission)
        let cohorts = try await registry.cohorts(
            asOf: asOf, areas: try await registry.areaRoots(area.map(\.cohortArea), as: admission),
            as: admission.forCohorts(of: area.map(\.cohortArea)))
        let pass = AssessmentPass(run: run.run, appraiser: Appraiser(rubric.rubric), asOf: asOf, cohorts: cohorts)
        var count: Int64 = 0
        var next = try await read(after: (0, 0), areas: roots, asOf: asOf, as: admission)
        while let page = next, let last = page.organizations.last {
            // The following page is read while this one is assessed and stored: two of them are in memory, never more.
            async let following = read(after: (last.district.rawValue, last.serial), areas: roots, asOf: asOf, as: admission)
            try await store(pass.lines(for: page.organizations, page.evidence), as: admission)
            count += Int64(page.organizations.count)
            progress(count)
            next = try await following
        }
        return try await finish(run, organizations: count, as: admission)
    }

    private func begin(asOf: Day, area: AreaCode?, rubric: NamedRubric, as admission: Admission) async throws -> AssessmentRun {
        let insert = InsertAssessmentRun(asOf: asOf, area: area, rubric: rubric.rubric.id, rubricHash: rubric.hash)
        // A run that has begun counts for nothing until it is finished.
        let run = try await registry.write(as: admission, within: registry.deadline) { try await $0.first(insert) }
        guard let run else { throw Refusal.databaseUnavailable }
        return run
    }

    private func finish(_ run: AssessmentRun, organizations: Int64, as admission: Admission) async throws -> AssessmentRun {
        try await registry.recorded(.runAssessment, on: .assessmentRun(run.run, of: run.area), as: admission) { transaction, _ in
            guard let finished = try await transaction.first(FinishAssessmentRun(run: run.run, organizations: organizations)) else {
                throw Refusal.notFound(.assessmentRun, String(run.run))
            }
            return finished
        }
    }

    /// Organizations that follow each other, and what was known of them; nil behind the last.
    private func read(
        after: (district: Int64, serial: Int64), areas: AreaRoots?, asOf: Day, as admission: Admission
    ) async throws -> (organizations: [AssessedOrganization], evidence: [Evidence])? {
        try await registry.longTransaction(as: admission) { transaction in
            let page = try await transaction.all(SelectAssessedOrganizations(asOf: asOf, areas: areas, after: after, limit: Self.pageSize))
            guard !page.isEmpty else { return nil }
            return (page, try await EvidenceReader(asOf: asOf).evidence(of: page, in: transaction))
        }
    }

    private func store(_ lines: [UInt8], as admission: Admission) async throws {
        try await registry.write(as: admission, within: Registry.bulkDeadline) { transaction in
            _ = try await transaction.query(StagedAssessments.quickCompression)
            try await transaction.copy(lines, by: StagedAssessments.copy)
        }
    }
}

/// Turns evidence into lines for the table of assessments.
struct AssessmentPass: Sendable {
    let run: Int64
    let appraiser: Appraiser
    let asOf: Day
    let cohorts: CohortIndex

    func lines(for page: [AssessedOrganization], _ evidence: [Evidence]) -> [UInt8] {
        var lines = CopyText(capacity: page.count * 4096)
        let writer = AssessmentDetailWriter(rubric: appraiser.rubric)
        for (organization, evidence) in zip(page, evidence) {
            let evaluation = appraiser.evaluate(evidence, asOf: asOf, cohorts: cohorts)
            let shown = evaluation.showsProbability ? evaluation.probabilities[.months24] : nil
            lines.append(organization.district.rawValue)
            lines.append(organization.serial)
            lines.append(run)
            lines.append(evaluation.status.rawValue)
            lines.append(evaluation.totalPoints)
            lines.append(evaluation.coverage)
            lines.append(evaluation.coverageClass.rawValue)
            lines.append(shown?.probability)
            lines.append(shown?.lowest)
            lines.append(shown?.highest)
            lines.append(evaluation.flags.count)
            lines.append(evaluation.flags.map { appraiser.rubric.flags[$0.rule].severity }.max()?.rawValue)
            lines.append(utf8: writer.utf8(of: evaluation))
            lines.endRow()
        }
        return lines.take()
    }
}
