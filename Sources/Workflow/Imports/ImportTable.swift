import Incubation
import Postgres
import Store
import Tabular
import Values

/// Imports a table: reads and stages its rows, checks them against each other and the register, and takes them over in one transaction.
///
/// Staged rows are committed in chunks with the place in the file, so that the same import, begun again after a kill, goes on where it
/// was. Nothing but staging is touched before the last transaction: a table is taken over as a whole (or as a whole without its bad rows).
package struct ImportTable: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter progress: is told how far the import has come, from time to time.
    /// - Throws: ``Refusal`` when the database cannot be reached; what is wrong with rows is in the report and in the findings.
    package func callAsFunction(
        _ request: ImportRequest, from source: some ImportSource, as caller: Caller, progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        let (job, wasResumed) = try await open(request, as: caller)
        var staging = ImportStaging(registry: registry, request: request, job: job, caller: caller)
        if job.state == .staging {
            try await staging.run(from: source, progress: progress)
            progress(.checking)
            try await check(request, job: job.job, as: caller)
        }
        let tally = try await registry.transaction(as: caller) { try await $0.first(CountImportErrors(job: job.job)) }
        let (badRows, errors) = (tally?.rows ?? 0, tally?.findings ?? 0)
        var counts = staging.counts
        counts.rejected = badRows
        let isRefused = staging.isUnreadable || (errors > 0 && !request.key.skipBadRows)
        if isRefused || request.key.rehearsal {
            try await close(job: job.job, isRefused ? .refused : .rehearsed, counts, as: caller)
        } else {
            progress(.applying)
            try await apply(request, job: job.job, &counts, as: caller)
        }
        return ImportReport(
            job: job.job, kind: request.kind, outcome: isRefused ? .refused : request.key.rehearsal ? .rehearsed : .applied, counts: counts,
            errors: errors, warnings: try await warnings(of: job.job, as: caller), passedOver: staging.passedOver, wasResumed: wasResumed)
    }

    /// Begins the import, or finds the one that was cut short. After a crash of the server its staged rows are gone, and it begins anew.
    private func open(_ request: ImportRequest, as caller: Caller) async throws -> (ImportJob, wasResumed: Bool) {
        try await registry.transaction(as: caller) { transaction in
            guard let job = try await transaction.first(OpenImportJob(request.key)) else { throw Refusal.databaseUnavailable }
            let staged = try await transaction.first(CountStagedRows(job: job.job)) ?? 0
            if staged == job.counts.staged { return (job, job.checkpoint != nil || job.state == .staged) }
            _ = try await transaction.pipeline(RestartImport(job: job.job).statements)
            return (ImportJob(job: job.job, state: .staging, checkpoint: nil, counts: ImportCounts()), false)
        }
    }

    private func check(_ request: ImportRequest, job: Int64, as caller: Caller) async throws {
        try await registry.longTransaction(as: caller) { transaction in
            for command in try await checks(request, job: job, in: transaction) { try await transaction.run(command) }
            try await transaction.run(FinishImportState(job: job, state: .staged, counts: ImportCounts()))
        }
    }

    /// The checks over all staged rows; each sees what those before it found.
    private func checks(_ request: ImportRequest, job: Int64, in transaction: PostgresTransaction) async throws -> [any Command] {
        switch request.kind {
        case .areas: return AreaCheck.allCases.map { FindInStagedRows(job: job, check: $0, words: $0.words) }
        case .organizations: return OrganizationCheck.allCases.map { FindInStagedRows(job: job, check: $0, words: $0.words) }
        case .statuses:
            let moves = LegalStatus.allCases.flatMap { from in from.successors.map { (from: String?(from.rawValue), to: $0.rawValue) } }
            return naming(job: job) + [FindImpossibleSteps(job: job, table: .legalStatus, moves: moves, words: StepWords.words)]
        case .cases:
            let moves = try await transaction.all(SelectCaseMoves()).map { (from: String?($0.from.rawValue), to: $0.to.rawValue) }
            let first = [(from: String?.none, to: CaseStage.opened.rawValue)]
            return naming(job: job) + [FindImpossibleSteps(job: job, table: .cases, moves: first + moves, words: StepWords.words)]
        default:
            guard let table = request.kind.table else { return naming(job: job) }
            return RecordCheck.allCases.map { FindInStagedRows(job: job, check: $0, in: table, words: $0.words) }
        }
    }

    /// Whether every row names one organization. These checks look at no column of the kind.
    private func naming(job: Int64) -> [any Command] {
        [RecordCheck.organizationUnknown, .organizationAmbiguous].map {
            FindInStagedRows(job: job, check: $0, in: .observations, words: $0.words)
        }
    }

    private func apply(_ request: ImportRequest, job: Int64, _ counts: inout ImportCounts, as caller: Caller) async throws {
        let before = counts
        counts = try await registry.longTransaction(as: caller) { transaction in
            var counts = before
            (counts.inserted, counts.changed) = try await takeOver(request, job: job, in: transaction)
            counts.unchanged = max(0, counts.read - counts.rejected - counts.inserted - counts.changed)
            try await transaction.run(FinishImportState(job: job, state: .applied, counts: counts))
            _ = try await transaction.pipeline(ClearStagedRows(job: job).statements)
            return counts
        }
    }

    private func takeOver(
        _ request: ImportRequest, job: Int64, in transaction: PostgresTransaction
    ) async throws -> (inserted: Int64, changed: Int64) {
        switch request.kind {
        case .areas: return try await transaction.first(ApplyAreas(job: job, origin: request.areaOrigin)) ?? (0, 0)
        case .organizations:
            let apply = ApplyOrganizations(job: job)
            let changed = try await transaction.execute(apply.change)
            let inserted = try await transaction.execute(apply.add)
            _ = try await transaction.pipeline(apply.details)
            return (Int64(inserted), Int64(changed))
        case .statuses:
            let result = try await transaction.first(ApplySteps(job: job, table: .legalStatus)) ?? (0, 0)
            _ = try await transaction.execute(ShowNewestStep.ofLegalStatus(job: job))
            return result
        case .cases:
            _ = try await transaction.execute(ShowNewestStep.openCases(job: job))
            let result = try await transaction.first(ApplySteps(job: job, table: .cases)) ?? (0, 0)
            _ = try await transaction.execute(ShowNewestStep.ofCases(job: job))
            return result
        default:
            guard let table = request.kind.table else { return (0, 0) }
            return try await transaction.first(ApplyRecords(job: job, table: table)) ?? (0, 0)
        }
    }

    private func close(job: Int64, _ state: ImportJob.State, _ counts: ImportCounts, as caller: Caller) async throws {
        try await registry.longTransaction(as: caller) { transaction in
            try await transaction.run(FinishImportState(job: job, state: state, counts: counts))
            _ = try await transaction.pipeline(ClearStagedRows(job: job).statements)
        }
    }

    private func warnings(of job: Int64, as caller: Caller) async throws -> Int64 {
        try await registry.transaction(as: caller) { try await $0.first(CountImportWarnings(job: job)) ?? 0 }
    }
}

extension ImportKind {
    /// The table that rows of this kind go to as they are; nil where taking them over is more than that.
    var table: RecordTable? {
        switch self {
        case .accounts: .accounts
        case .reports: .reports
        case .activities: .activities
        case .leadership: .leadership
        case .charters: .charters
        case .bodies: .bodies
        case .meetings: .meetings
        case .controls: .controls
        case .boundaries: .boundaries
        case .mentors: .mentors
        case .observations: .observations
        case .areas, .organizations, .statuses, .cases: nil
        }
    }
}
