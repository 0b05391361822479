import Foundation
import Glibc

/// A lock file that lets one process at a time make, start or stop a database. The system releases it when its holder ends, however it ends.
enum StartLock {
    /// Waits for the lock without holding a thread, then does `body` under it.
    ///
    /// - Throws: ``EmbeddedDatabaseError/busy(folder:seconds:)`` after `patience` seconds, and when the file cannot be made.
    static func holding<Result: Sendable>(
        _ path: String, patience: Int, _ body: () async throws(EmbeddedDatabaseError) -> Result
    ) async throws(EmbeddedDatabaseError) -> Result {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw EmbeddedDatabaseError(errno: errno, path: path) }
        defer { close(file) }
        guard try await Waiting.until(seconds: patience, { flock(file, LOCK_EX | LOCK_NB) == 0 }) else {
            throw .busy(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path, seconds: patience)
        }
        return try await body()
    }
}
