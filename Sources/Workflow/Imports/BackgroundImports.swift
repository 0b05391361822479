import Access
import Store
import Values

/// Imports that go on while nobody waits for them: in this process, a few at a time, each as whoever began it.
///
/// What an ending process leaves unfinished stays as it was staged: the same file, sent again, goes on there.
package final class BackgroundImports: Sendable {
    private struct Work: Sendable {
        let job: Int64
        let request: ImportRequest
        let table: TableText
        let caller: Caller
    }

    private let registry: Registry
    private let limits: Limits
    private let beats: ImportBeats
    private let line: (stream: AsyncStream<Work>, end: AsyncStream<Work>.Continuation)
    private let unknownFault: @Sendable (any Error) -> Void

    /// How much is taken on.
    package struct Limits: Hashable, Sendable {
        /// How many go on at once; the database does the work of each.
        package var atOnce = 2
        /// How many may be taken on, those that wait included: their tables are in memory.
        package var most = 12
        package var rowsPerChunk = 2_000

        package init() {}
    }

    /// - Parameter unknownFault: is told of what nobody expected; the import is then shown as cut short.
    package init(registry: Registry, limits: Limits = Limits(), unknownFault: @escaping @Sendable (any Error) -> Void = { _ in }) {
        self.registry = registry
        self.limits = limits
        self.unknownFault = unknownFault
        beats = ImportBeats(registry: registry)
        let (stream, end) = AsyncStream.makeStream(of: Work.self)
        line = (stream, end)
    }

    /// Begins an import and answers at once.
    ///
    /// - Returns: the import as it stands; the one that is under way already where the same was begun before.
    /// - Throws: ``Refusal``, ``Refusal/importsFull`` where too many wait; ``RepeatedRequest`` for a request that was here before.
    package func start(_ request: ImportRequest, of table: TableText, as caller: Caller) async throws -> ImportStatus {
        guard beats.reserve(atMost: limits.most) else { throw Refusal.importsFull }
        defer { beats.release() }
        do {
            let status = try await BeginImport(registry: registry)(
                request, size: ImportSize(bytes: Int64(table.bytes.count)), as: caller)
            line(up: status.number, request, table, caller)
            return status
        } catch let repeated as RepeatedRequest {
            // The process may have ended, or the answer to its COMMIT been lost, between the beginning and the line.
            let admission = try await registry.admit(caller.withoutRequest, to: .act(.importTable), at: .anywhere)
            if let job = try await registry.all(FindUnfinishedImport(request.key, of: caller.name), as: admission).first {
                line(up: job, request, table, caller)
            }
            throw repeated
        }
    }

    /// Puts an import in the line, unless it is there.
    private func line(up job: Int64, _ request: ImportRequest, _ table: TableText, _ caller: Caller) {
        guard beats.take(job, size: ImportSize(bytes: Int64(table.bytes.count)), of: caller) else { return }
        line.end.yield(Work(job: job, request: request, table: table, caller: caller.withoutRequest))
    }

    /// Does what is begun, until the task is ended.
    package func run() async {
        async let told: Void = beats.run()
        await withTaskGroup(of: Void.self) { group in
            var underWay = 0
            for await work in line.stream {
                if underWay == limits.atOnce {
                    await group.next()
                    underWay -= 1
                }
                group.addTask { await self.carryOut(work) }
                underWay += 1
            }
            group.cancelAll()
        }
        await beats.stopAll()
        await told
    }

    private func carryOut(_ work: Work) async {
        let (registry, beats, caller) = (registry, beats, work.caller)
        do {
            beats.note(work.job) { $0.phase = .reading }
            let rows = work.table.countRows()
            beats.note(work.job) { $0.size.rows = rows }
            // What is no longer the caller's to do is not begun, and looked at again before anything is written.
            _ = try await ImportTable(registry: registry, rowsPerChunk: limits.rowsPerChunk)(
                work.request, from: work.table, as: try await registry.renewed(caller), renewing: { try await registry.renewed(caller) },
                progress: { beats.note(work.job, $0) })
            beats.leave(work.job)
        } catch Refusal.importRunning {
            // Another process is at it, and tells how far it is.
            beats.leave(work.job)
        } catch {
            let refusal = Task.isCancelled ? nil : error as? Refusal
            if refusal == nil, !Task.isCancelled { unknownFault(error) }
            await beats.stop(work.job, for: refusal?.words.detail)
        }
    }
}
