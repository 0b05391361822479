import Foundation
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
    let job: ImportJob
    let caller: Caller
    private(set) var counts: ImportCounts
    private(set) var passedOver: Int64 = 0
    /// Whether the table could not be read to its end, so that nothing of it is taken over.
    private(set) var isUnreadable = false

    /// Rows that are sent together: enough to make the round trip cheap, few enough to keep memory small.
    private static let rowsPerChunk = 10_000
    private static let bytesPerChunk = 4 << 20

    init(registry: Registry, request: ImportRequest, job: ImportJob, caller: Caller) {
        self.registry = registry
        self.request = request
        self.job = job
        self.caller = caller
        counts = job.counts
    }

    /// Lines and findings on their way to the database, and where the file goes on behind them.
    struct Chunk: Sendable {
        var lines: [UInt8] = []
        var findings: [UInt8] = []
        var counts: ImportCounts
        var checkpoint: String?
    }

    mutating func run(from source: some ImportSource, progress: @Sendable (ImportProgress) -> Void) async throws {
        let checkpoint = try job.checkpoint.map { try JSONDecoder().decode(CSVCheckpoint.self, from: Data($0.utf8)) }
        var reading = ImportReading(request: request, job: job.job, registry: registry, counts: counts)
        var bytes = source.chunks(from: checkpoint?.offset ?? 0).makeAsyncIterator()
        try reading.open(at: checkpoint)
        var ready: Chunk?
        repeat {
            // The chunk that is ready travels while the next one is made.
            let sending = ready
            async let sent: Void = send(sending)
            ready = try await reading.nextChunk(from: &bytes, rows: Self.rowsPerChunk, size: Self.bytesPerChunk)
            try await sent
            progress(.reading(bytes: Int64(reading.bytesRead), rows: reading.counts.read))
        } while ready != nil
        counts = reading.counts
        passedOver = reading.passedOver
        isUnreadable = reading.isUnreadable
    }

    private func send(_ chunk: Chunk?) async throws {
        guard let chunk else { return }
        try await registry.longTransaction(as: caller) { transaction in
            if !chunk.lines.isEmpty { _ = try await transaction.copyIn(request.kind.copy) { try await $0.write(chunk.lines) } }
            if !chunk.findings.isEmpty { _ = try await transaction.copyIn(ImportFindings.copy) { try await $0.write(chunk.findings) } }
            try await transaction.run(SaveImportProgress(job: job.job, checkpoint: chunk.checkpoint, counts: chunk.counts))
        }
    }
}

extension ImportKind {
    /// The statement that takes staged lines of this kind.
    var copy: SQL { self == .organizations ? StagedOrganizations.copy : StagedRecords.copy }
}
