import Foundation
import Glibc

/// Why the private database could not be made, started or stopped. ``words`` says it to people in both languages.
package enum EmbeddedDatabaseError: Error, Hashable, Sendable {
    /// No PostgreSQL server on the machine; the places that were looked at.
    case serverNotFound(places: [String])
    /// The newest server found is older than ``ServerVersion/oldestSupported``.
    case serverTooOld(found: ServerPrograms)
    /// The cluster was made by a major version that is not installed here.
    case otherVersion(folder: String, madeBy: Int, installed: [Int])
    /// The cluster's folder is there but does not look like a cluster.
    case damagedCluster(folder: String)
    /// The cluster is there but the file with its passwords is not, or cannot be understood.
    case passwordsMissing(file: String)
    /// The folder belongs to somebody else.
    case belongsToAnother(folder: String, owner: String)
    /// The file system does not let this account write there.
    case notWritable(path: String, reason: String)
    /// A path longer than the file system takes.
    case pathTooLong(path: String)
    /// Too little space, before starting or while writing; mebibytes free when known.
    case diskFull(path: String, free: Int?)
    /// Running as root, and the machine has no account to step down to.
    case noAccountToStepDownTo
    /// Running as root, and the account stepped down to reaches neither the folder asked for nor the one used instead.
    case notReachable(folders: [String], account: String)
    /// Somebody else's cluster, or something that is no private folder, stands where the socket has to be.
    case socketTaken(folder: String, by: String)
    /// Another process was starting or stopping the same database all the time that this one waited.
    case busy(folder: String, seconds: Int)
    /// The server ended instead of starting; the last lines of its log.
    case didNotStart(log: String, lines: [String])
    /// The server was told to stop and is still running.
    case didNotStop(process: Int32, seconds: Int)
    /// A program that makes the cluster failed; what it complained about.
    case programFailed(program: String, lines: [String])
    /// The task was cancelled.
    case interrupted

    /// Whether trying again later may help without anything being changed: the database is there but cannot be reached now.
    package var meansUnreachable: Bool {
        switch self {
        case .busy, .didNotStart, .didNotStop, .interrupted: true
        default: false
        }
    }
}

extension EmbeddedDatabaseError {
    /// The error for a failed call of the operating system.
    init(errno number: Int32, path: String) {
        switch number {
        case ENOSPC, EDQUOT: self = .diskFull(path: path, free: nil)
        case ENAMETOOLONG: self = .pathTooLong(path: path)
        default: self = .notWritable(path: path, reason: String(cString: strerror(number)))
        }
    }

    /// The error that a program's complaints tell of: a full disk is told by its own case, everything else by `otherwise`.
    static func reading(_ lines: [String], at path: String, otherwise: EmbeddedDatabaseError) -> EmbeddedDatabaseError {
        lines.contains { $0.contains("No space left on device") || $0.contains("Disk quota exceeded") }
            ? .diskFull(path: path, free: nil) : otherwise
    }
}
