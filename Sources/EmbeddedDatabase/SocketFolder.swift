import Foundation
import Glibc

/// The folder of the server's unix socket: private, and with a path that fits into a socket address.
struct SocketFolder: Hashable, Sendable {
    let path: String

    /// The number in the socket's file name. Nothing listens on a TCP port.
    static let port = 5432
    /// Bytes of a path in a socket address, without its closing zero.
    private static let longest = 107

    private var socket: String { "\(path)/.s.PGSQL.\(SocketFolder.port)" }

    /// Beside the data where the path is short and plain, else in a folder for things that last as long as the machine runs.
    static func choose(for location: DataLocation, server: Account) -> SocketFolder {
        let beside = SocketFolder(path: location.root + "/socket")
        if beside.isUsable { return beside }
        let name = "incubator-" + DataLocation.shortName(of: location.root)
        if Account.current.isRoot { return SocketFolder(path: "/run/" + name) }
        if let own = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"], own.hasPrefix("/") {
            let folder = SocketFolder(path: own + "/" + name)
            if folder.isUsable, access(own, W_OK) == 0 { return folder }
        }
        return SocketFolder(path: "/tmp/\(name)-\(server.user)")
    }

    /// Short enough, and without what separates hosts in connection strings or lines in settings.
    private var isUsable: Bool {
        socket.utf8.count <= SocketFolder.longest && !path.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: ",") || $0 == 0x7f }
    }

    /// Makes the folder for `server` alone.
    ///
    /// - Throws: ``EmbeddedDatabaseError/socketTaken(folder:by:)`` when something else stands there, or another cluster's server uses it.
    func prepare(for cluster: String, server: Account) throws(EmbeddedDatabaseError) {
        try OwnedFiles.makeFolder(path, mode: 0o700, owner: server)
        var entry = stat()
        guard lstat(path, &entry) == 0 else { throw EmbeddedDatabaseError(errno: errno, path: path) }
        guard entry.st_mode & S_IFMT == S_IFDIR, entry.st_uid == server.user, entry.st_mode & 0o077 == 0 else {
            let owner = OwnedFiles.owner(of: path)?.name ?? "?"
            throw .socketTaken(folder: path, by: owner)
        }
        try clearAfterKill(of: cluster)
    }

    /// Removes what a killed server left, since PostgreSQL refuses a lock whose number another program has by now. The caller has made
    /// sure that no server works on `cluster`.
    private func clearAfterKill(of cluster: String) throws(EmbeddedDatabaseError) {
        guard let lock = try OwnedFiles.read(socket + ".lock") else { return }
        let lines = lock.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, let process = lines.first.flatMap({ Int32($0) }) else { return }
        let holder = String(lines[1])
        switch ServerProcess(number: process).standing(on: holder) {
        case .serves: throw .socketTaken(folder: path, by: holder)
        case .unrelated, .gone:
            unlink(socket + ".lock")
            unlink(socket)
        case .unknown: return
        }
    }

    /// Whether the socket's file is where clients look for it.
    var isListening: Bool { access(socket, F_OK) == 0 }

    /// Removes a folder outside the data, which is empty once the server has stopped.
    func remove(unlessUnder root: String) {
        if !path.hasPrefix(root + "/") { rmdir(path) }
    }
}
