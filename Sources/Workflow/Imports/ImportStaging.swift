import Postgres
import Store
import Tabular
import Values

/// Reads a table into the staging tables, in chunks that are committed with the place in the file.
///
/// While one chunk is on its way to the database the next one is read, so that both processors have work.
struct ImportStaging {
    let registry: Registry
    let request: ImportRequest
    let job: Int64
    /// As whom the rows are staged, and then taken over.
    var admission: Admission
    private let people: PeopleKeys?
    private(set) var counts: ImportCounts
    /// How far reading has come.
    private(set) var place: ImportCheckpoint
    /// ``place`` as it stands in the database.
    private(set) var saved: String?

    /// A chunk is sent at this size, in bytes, even when it has few rows.
    private static let bytesPerChunk = 4 << 20

    /// - Parameters:
    ///   - place: where the job was left, as read from its checkpoint.
    ///   - people: what names are sealed with; nil for a kind whose rows name nobody.
    init(registry: Registry, request: ImportRequest, job: ImportJob, place: ImportCheckpoint, people: PeopleKeys?, admission: Admission) {
        self.registry = registry
        self.request = request
        self.job = job.job
        self.place = place
        self.admission = admission
        self.people = people
        counts = job.counts
        saved = job.checkpoint
    }

    /// Lines and findings on their way to the database, and where the file goes on behind them.
    struct Chunk: Sendable {
        var lines: [UInt8] = []
        var findings: [UInt8] = []
        var counts: ImportCounts
        var place: ImportCheckpoint
    }

    /// Reads and stages what is left of the table.
    ///
    /// - Throws: ``Refusal/importRunning`` when another import of the same file has gone on with the job meanwhile.
    mutating func run(from source: some ImportSource, rowsPerChunk: Int, progress: @Sendable (ImportProgress) -> Void) async throws {
        if place.isFinished { return }
        var reading = try ImportReading(
            request: request, job: job, registry: registry, people: people, counts: counts, place: place)
        var bytes = source.chunks(from: place.place?.offset ?? 0).makeAsyncIterator()
        var ready: Chunk?
        repeat {
            // The chunk that is ready travels while the next one is made.
            let (sending, before) = (ready, saved)
            async let sent = send(sending, before: before)
            ready = try await reading.nextChunk(from: &bytes, rows: rowsPerChunk, size: Self.bytesPerChunk)
            saved = try await sent
            progress(.reading(bytes: Int64(reading.bytesRead), rows: reading.counts.read))
        } while ready != nil
        counts = reading.counts
        place = reading.place
    }

    /// - Returns: the checkpoint that now stands in the database.
    private func send(_ chunk: Chunk?, before: String?) async throws -> String? {
        guard let chunk else { return before }
        let after = try chunk.place.text()
        try await registry.write(as: admission, within: Registry.bulkDeadline) { transaction in
            // First, so that another import of the same file waits here and then sees that it came too late.
            let save = SaveImportProgress(job: job, before: before, checkpoint: after, counts: chunk.counts)
            guard try await transaction.run(save) == 1 else { throw Refusal.importRunning }
            if !chunk.lines.isEmpty { _ = try await transaction.copyIn(request.kind.copy) { try await $0.write(chunk.lines) } }
            if !chunk.findings.isEmpty { try await transaction.copy(chunk.findings, by: ImportFindings.copy) }
        }
        return after
    }
}

extension ImportKind {
    /// The statement that takes staged lines of this kind.
    var copy: SQL { self == .organizations ? StagedOrganizations.copy : StagedRecords.copy }
}
