import Access
import Incubation
import Postgres
import Store
import Tabular
import Values

/// Imports a table: reads and stages its rows, then checks them against each other and the register and takes them over in one
/// transaction.
///
/// Staged rows are committed in chunks with the place in the file, so that the same import, begun again after a kill, goes on where it
/// was. Nothing but staging is touched before the last transaction: a table is taken over as a whole (or as a whole without its bad rows).
/// That transaction checks and writes, so that nothing can be recorded in between that the checks did not see.
package struct ImportTable: Sendable {
    let registry: Registry
    let rowsPerChunk: Int

    /// - Parameter rowsPerChunk: how many rows are read and committed together: enough to make the round trip cheap, few enough to keep
    ///   memory small.
    package init(registry: Registry, rowsPerChunk: Int = 10_000) {
        self.registry = registry
        self.rowsPerChunk = rowsPerChunk
    }

    /// - Parameters:
    ///   - renew: the caller with what they hold by the time that everything is read and it is the table's turn, for an import that goes on
    ///     while nobody waits for it: whoever may not import any more by then takes nothing over. nil where nothing can have changed.
    ///   - progress: is told how far the import has come, from time to time.
    /// - Throws: ``Refusal`` when the database cannot be reached, and ``Refusal/importRunning`` when the same file is being imported
    ///   already; what is wrong with rows is in the report and in the findings.
    package func callAsFunction(
        _ request: ImportRequest, from source: some ImportSource, as caller: Caller,
        renewing renew: (@Sendable () async throws -> Caller)? = nil, progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        try await registry.importing(request, as: caller) { admission in
            try await run(request, from: source, as: admission, renewing: renew, progress: progress)
        }
    }

    private func run(
        _ request: ImportRequest, from source: some ImportSource, as admission: Admission,
        renewing renew: (@Sendable () async throws -> Caller)?, progress: @Sendable (ImportProgress) -> Void
    ) async throws -> ImportReport {
        let (job, place, people) = try await open(request, as: admission)
        var staging = ImportStaging(
            registry: registry, request: request, job: job, place: place, people: people, admission: admission)
        try await staging.run(from: source, rowsPerChunk: rowsPerChunk, progress: progress)
        if let renew { staging.admission = try await registry.admission(of: renew(), importing: request.kind) }
        let staged = staging
        progress(.checking)
        let outcome = try await retryingWhenOvertaken {
            try await conclude(request, staged, renewing: renew, progress: progress)
        }
        return ImportReport(
            job: job.job, kind: request.kind, outcome: outcome.outcome, counts: outcome.counts, errors: outcome.errors,
            warnings: outcome.warnings, passedOver: staged.place.passedOver, wasResumed: place.chunks > 0)
    }

    /// Begins the import, or finds the one that was cut short. After a crash of the server its staged rows are gone, and it begins anew.
    private func open(
        _ request: ImportRequest, as admission: Admission
    ) async throws -> (ImportJob, ImportCheckpoint, PeopleKeys?) {
        try await registry.write(as: admission, within: Registry.bulkDeadline) { transaction in
            guard let job = try await transaction.first(OpenImportJob(request.key, of: admission.caller.name)) else {
                throw Refusal.databaseUnavailable
            }
            let isAboutPeople = request.kind.schema.columns.contains(where: \.personal)
            let people = isAboutPeople ? try await registry.people.keysForSealing(in: transaction) : nil
            guard let checkpoint = job.checkpoint else { return (job, ImportCheckpoint(), people) }
            let staged = try await transaction.first(CountStagedRows(job: job.job)) ?? 0
            if staged == job.counts.staged, let place = ImportCheckpoint(text: checkpoint) { return (job, place, people) }
            _ = try await transaction.pipeline(RestartImport(job: job.job).statements)
            return (ImportJob(job: job.job, state: .staging, checkpoint: nil, counts: ImportCounts()), ImportCheckpoint(), people)
        }
    }

    /// Runs the last transaction again when somebody recorded meanwhile what it was about to record: its checks then see it.
    private func retryingWhenOvertaken<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        for _ in 1...3 {
            do {
                return try await body()
            } catch let error as PostgresError where error.sqlState == .uniqueViolation {
                continue
            }
        }
        return try await body()
    }

    private struct Conclusion: Sendable {
        var outcome: ImportReport.Outcome
        var counts: ImportCounts
        var errors: Int64
        var warnings: Int64
    }

    /// The last transaction, with its event; a rehearsal changes nothing and leaves none.
    private func conclude(
        _ request: ImportRequest, _ staged: ImportStaging, renewing renew: (@Sendable () async throws -> Caller)?,
        progress: @Sendable (ImportProgress) -> Void
    ) async throws -> Conclusion {
        if request.key.rehearsal {
            return try await registry.write(as: staged.admission, within: Registry.bulkDeadline) {
                try await awaitTurn(request, staged, renewing: renew, in: $0)
                return try await conclude(request, staged, in: $0, progress: progress)
            }
        }
        return try await registry.recorded(
            .importTable, on: .importJob(staged.job), as: staged.admission, within: Registry.bulkDeadline
        ) { transaction, subject in
            try await awaitTurn(request, staged, renewing: renew, in: transaction)
            let end = try await conclude(request, staged, in: transaction, progress: progress)
            if end.outcome == .refused { subject.refusal = Refusal.importRefused(errors: Int(end.errors)) }
            return end
        }
    }

    /// Waits for imports of the same kind, which may take long, and then looks once more whether this one may go on. What is left of the
    /// caller's roles must reach as far as this transaction does, which began before.
    ///
    /// - Throws: ``Refusal/notPermitted(_:)``, ``Refusal/secondFactorNeeded``.
    private func awaitTurn(
        _ request: ImportRequest, _ staged: ImportStaging, renewing renew: (@Sendable () async throws -> Caller)?,
        in transaction: PostgresTransaction
    ) async throws {
        _ = try await transaction.first(AwaitTurn(kind: request.kind.rawValue))
        guard let renew else { return }
        let admission = try await registry.admission(of: renew(), importing: request.kind)
        if admission.scope != staged.admission.scope { throw Refusal.notPermitted(.act(.importTable)) }
    }

    /// Checks the staged rows and takes them over, or writes down why not.
    private func conclude(
        _ request: ImportRequest, _ staged: ImportStaging, in transaction: PostgresTransaction, progress: @Sendable (ImportProgress) -> Void
    ) async throws -> Conclusion {
        let job = staged.job
        guard try await transaction.first(TakeImportJob(job: job, checkpoint: staged.saved)) != nil else { throw Refusal.importRunning }
        for lock in locks(request.kind, job: job) { _ = try await transaction.query(lock) }
        for command in try await checks(request, job: job, within: staged.admission.scope, in: transaction) {
            try await transaction.run(command)
        }
        var end = Conclusion(outcome: .applied, counts: staged.counts, errors: 0, warnings: 0)
        end.errors = try await transaction.first(CountImportErrors(job: job)) ?? 0
        end.warnings = try await transaction.first(CountImportWarnings(job: job)) ?? 0
        let sound = try await transaction.first(CountSoundRows(job: job)) ?? 0
        end.counts.rejected = max(0, end.counts.read - sound)
        if staged.place.isUnreadable || (end.errors > 0 && !request.key.skipBadRows) {
            end.outcome = .refused
        } else if request.key.rehearsal {
            end.outcome = .rehearsed
        } else {
            progress(.applying)
            (end.counts.inserted, end.counts.changed) = try await takeOver(request, job: job, as: staged.admission.caller, in: transaction)
            try await markDue(request.kind, job: job, in: transaction)
            end.counts.unchanged = max(0, sound - end.counts.inserted - end.counts.changed)
        }
        try await transaction.run(FinishImportState(job: job, state: end.outcome.state, counts: end.counts))
        _ = try await transaction.pipeline(ClearStagedRows(job: job).statements)
        return end
    }

    /// Keeps others from moving what the checks of a history are about to look at.
    private func locks(_ kind: ImportKind, job: Int64) -> [SQL] {
        switch kind {
        case .statuses: [ShowNewestStep.lockOrganizations(job: job)]
        case .cases: [ShowNewestStep.lockOrganizations(job: job), ShowNewestStep.lockCases(job: job)]
        default: []
        }
    }

    /// The checks over all staged rows; each sees what those before it found.
    private func checks(
        _ request: ImportRequest, job: Int64, within scope: Scope?, in transaction: PostgresTransaction
    ) async throws -> [any Command] {
        try await checks(request, job: job, in: transaction) + outside(scope, request.kind, job: job)
    }

    /// Whether every row is about something that the sender's role reaches. The last of the checks: they look at rows without an error.
    private func outside(_ scope: Scope?, _ kind: ImportKind, job: Int64) -> [any Command] {
        guard case .area(let area) = scope else { return [] }
        let checks: [OutsideCheck] = kind == .organizations ? [.areaOutside, .organizationMovedIn] : [.organizationOutside]
        return checks.map { FindInStagedRows(job: job, check: $0, area: area, words: $0.words(area)) }
    }

    private func checks(_ request: ImportRequest, job: Int64, in transaction: PostgresTransaction) async throws -> [any Command] {
        switch request.kind {
        case .areas: return AreaCheck.allCases.map { FindInStagedRows(job: job, check: $0, words: $0.words) }
        case .organizations:
            return OrganizationCheck.allCases.map { FindInStagedRows(job: job, check: $0, today: registry.today, words: $0.words) }
        case .statuses:
            let moves = LegalStatus.allCases.flatMap { from in from.successors.map { (from: String?(from.rawValue), to: $0.rawValue) } }
            return naming(job: job) + steps(.legalStatus, job: job, moves: moves)
        case .cases:
            let moves = try await transaction.all(SelectCaseMoves()).map { (from: String?($0.from.rawValue), to: $0.to.rawValue) }
            let first = [(from: String?.none, to: CaseStage.opened.rawValue)]
            return naming(job: job) + steps(.cases, job: job, moves: first + moves)
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

    private func steps(_ table: HistoryTable, job: Int64, moves: [(from: String?, to: String)]) -> [any Command] {
        StepCheck.allCases.map { FindInStagedRows(job: job, check: $0, in: table, moves: moves, words: $0.words(column: table.value)) }
    }

    /// Organizations whose evidence the import changed are assessed anew, where they were assessed before.
    private func markDue(_ kind: ImportKind, job: Int64, in transaction: PostgresTransaction) async throws {
        guard kind != .areas, kind != .organizations, try await transaction.first(FindAnyRun()) != nil else { return }
        try await transaction.run(MarkImportedDue(job: job))
    }

    private func takeOver(
        _ request: ImportRequest, job: Int64, as caller: Caller, in transaction: PostgresTransaction
    ) async throws -> (inserted: Int64, changed: Int64) {
        switch request.kind {
        case .areas: return try await transaction.first(ApplyAreas(job: job, origin: request.areaOrigin)) ?? (0, 0)
        case .organizations:
            let apply = ApplyOrganizations(job: job)
            let changed = try await transaction.execute(apply.change)
            let inserted = try await transaction.execute(apply.add)
            _ = try await transaction.pipeline(apply.details)
            if changed > 0 { try await transaction.run(RehomePendingItems(afterImport: job, at: registry.now(), caller: caller.name)) }
            return (Int64(inserted), Int64(changed))
        case .statuses:
            let result = try await transaction.first(ApplySteps(job: job, table: .legalStatus)) ?? (0, 0)
            _ = try await transaction.execute(ShowNewestStep.ofLegalStatus(job: job))
            return result
        case .cases:
            _ = try await transaction.execute(ShowNewestStep.openCases(job: job))
            let result = try await transaction.first(ApplySteps(job: job, table: .cases)) ?? (0, 0)
            _ = try await transaction.execute(ShowNewestStep.ofCases(job: job))
            // A history that is imported opens nothing; what somebody had opened, it may settle.
            try await transaction.run(SettlePendingItems(afterImport: job, at: registry.now(), caller: caller.name))
            return result
        default:
            guard let table = request.kind.table else { return (0, 0) }
            if let people = AddStagedPeople(job: job, table: table) { try await transaction.run(people) }
            return try await transaction.first(ApplyRecords(job: job, table: table)) ?? (0, 0)
        }
    }
}

extension Registry {
    /// Lets somebody in to import a table. A rehearsal changes nothing, so its refusal leaves no event.
    func importing<Result: Sendable>(
        _ request: ImportRequest, as caller: Caller, _ body: (Admission) async throws -> Result
    ) async throws -> Result {
        if request.key.rehearsal { return try await body(admission(of: caller, importing: request.kind)) }
        return try await recordingRefusal(of: .importTable, on: .importJob(nil), as: caller) {
            try await body(admission(of: caller, importing: request.kind))
        }
    }

    /// A table may hold rows of wherever its sender's role reaches; areas are the same for the whole nation.
    fileprivate func admission(of caller: Caller, importing kind: ImportKind) async throws -> Admission {
        try await admit(caller, to: .act(.importTable), at: kind == .areas ? .nation : .anywhere)
    }
}

extension ImportReport.Outcome {
    /// What the job is remembered as.
    var state: ImportJob.State {
        switch self {
        case .applied: .applied
        case .refused: .refused
        case .rehearsed: .rehearsed
        }
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
