import Foundation
import Glibc

/// A process that is, or is said to be, a PostgreSQL server.
struct ServerProcess: Hashable, Sendable {
    let number: Int32

    /// How a process stands to a cluster.
    enum Standing: Hashable, Sendable {
        /// It works in the cluster's folder.
        case serves
        /// It is something else: the number was given to another program after the server ended.
        case unrelated
        /// There is no such process any more.
        case gone
        /// The system does not tell.
        case unknown
    }

    /// Compares folders by device and inode, since one folder may have several paths. A server works in its cluster's folder; where the
    /// system hides that (a container without the right to trace), its command line, which everyone may read, names the folder.
    func standing(on cluster: String) -> Standing {
        guard number > 1, isAlive else { return .gone }
        guard let wanted = FolderIdentity(cluster) else { return .unrelated }
        if let folder = FolderIdentity("/proc/\(number)/cwd") { return folder == wanted ? .serves : .unrelated }
        let words = commandLine
        guard let program = words.first else { return .unknown }
        guard program.hasSuffix("/postgres") else { return program.hasPrefix("postgres") ? .unknown : .unrelated }
        guard let flag = words.firstIndex(of: "-D"), words.indices.contains(flag + 1), let folder = FolderIdentity(words[flag + 1]) else {
            return .unknown
        }
        return folder == wanted ? .serves : .unrelated
    }

    /// False for a process that ended and was not collected by its parent yet.
    var isAlive: Bool {
        guard kill(number, 0) == 0 || errno == EPERM else { return false }
        guard let text = FileManager.default.contents(atPath: "/proc/\(number)/stat").map({ String(decoding: $0, as: UTF8.self) }) else {
            return kill(number, 0) == 0 || errno == EPERM
        }
        // The state follows the program's name, which stands in brackets and may hold any character.
        guard let bracket = text.lastIndex(of: ")") else { return true }
        let state = text[bracket...].dropFirst(2).first
        return state != "Z" && state != "X"
    }

    /// Asks a server to end now and waits until it has: open transactions are rolled back, everything committed is kept.
    ///
    /// - Parameter patience: seconds.
    func stop(patience: Int) async throws(EmbeddedDatabaseError) {
        kill(number, SIGINT)
        guard try await Waiting.until(seconds: patience, { !isAlive }) else { throw .didNotStop(process: number, seconds: patience) }
    }

    /// Processes other than `number` that still work in the cluster's folder, such as workers that outlive a killed server for a moment.
    static func working(in cluster: String) -> [ServerProcess] {
        guard let wanted = FolderIdentity(cluster) else { return [] }
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return entries.compactMap { Int32($0) }.filter { number in
            FolderIdentity("/proc/\(number)/cwd") == wanted && ServerProcess(number: number).commandLine.first?.contains("postgres") == true
        }.map { ServerProcess(number: $0) }
    }

    private var commandLine: [String] {
        let bytes = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") ?? Data()
        return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// A folder regardless of the path that it is reached by.
private struct FolderIdentity: Hashable {
    let device: UInt
    let inode: UInt

    init?(_ path: String) {
        var entry = stat()
        guard stat(path, &entry) == 0 else { return nil }
        device = UInt(entry.st_dev)
        inode = UInt(entry.st_ino)
    }
}
