import Locks
import Postgres
import Store
import Values

/// What is known of the imports that this process has taken on, told to the database every second, so that others see how far they are and
/// that somebody is at them.
final class ImportBeats: Sendable {
    private struct Beat: Sendable {
        let caller: Caller
        var told: ToldProgress
    }

    private let registry: Registry
    private struct Taken: Sendable {
        var beats: [Int64: Beat] = [:]
        /// Places for imports that are being begun.
        var reserved = 0
    }

    private let taken = Guarded(Taken())
    private static let pause: Duration = .seconds(1)

    init(registry: Registry) {
        self.registry = registry
    }

    /// Keeps a place for an import that is being begun, until ``release()``.
    ///
    /// - Returns: false where there are so many already.
    func reserve(atMost most: Int) -> Bool {
        taken.withLock { taken in
            guard taken.beats.count + taken.reserved < most else { return false }
            taken.reserved += 1
            return true
        }
    }

    func release() {
        taken.withLock { $0.reserved -= 1 }
    }

    /// Takes an import on.
    ///
    /// - Returns: false where it was before, because it was begun twice.
    func take(_ job: Int64, size: ImportSize, of caller: Caller) -> Bool {
        taken.withLock { taken in
            if taken.beats[job] != nil { return false }
            taken.beats[job] = Beat(caller: caller.withoutRequest, told: ToldProgress(size: size))
            return true
        }
    }

    /// Notes how far an import has come; the next beat tells it.
    func note(_ job: Int64, _ change: (inout ToldProgress) -> Void) {
        taken.withLock { taken in
            guard var beat = taken.beats[job] else { return }
            change(&beat.told)
            taken.beats[job] = beat
        }
    }

    func note(_ job: Int64, _ progress: ImportProgress) {
        note(job) { told in
            switch progress {
            case .reading(let bytes, let rows): (told.phase, told.bytesRead, told.rowsRead) = (.reading, bytes, rows)
            case .checking: told.phase = .checking
            case .applying: told.phase = .applying
            }
        }
    }

    /// Lets an import go that has ended by itself.
    func leave(_ job: Int64) {
        taken.withLock { $0.beats[job] = nil }
    }

    /// Lets an import go that was cut short, and says so at once, even when the task that did it is being ended.
    func stop(_ job: Int64, for reason: BilingualText?) async {
        guard var beat = taken.withLock({ $0.beats.removeValue(forKey: job) }) else { return }
        (beat.told.phase, beat.told.reason) = (.stopped, reason)
        let (stopped, beats) = (beat, self)
        await Task { await beats.tell(job, stopped) }.value
    }

    /// Says of all that they were cut short.
    func stopAll() async {
        for job in taken.withLock({ Array($0.beats.keys) }) { await stop(job, for: nil) }
    }

    /// Tells of all, until the task is ended.
    func run() async {
        while !Task.isCancelled {
            for (job, beat) in taken.withLock({ $0.beats }) { await tell(job, beat) }
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// That the database does not hear it is no matter: the next beat tells it again.
    private func tell(_ job: Int64, _ beat: Beat) async {
        let admission = Admission(caller: beat.caller, scope: nil)
        _ = try? await registry.write(as: admission, within: registry.deadline) { transaction in
            try await transaction.run(TellImportProgress(job, beat.told))
        }
    }
}
