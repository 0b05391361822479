import Foundation
import Glibc

/// The register's own PostgreSQL cluster on this machine: made, started and stopped for the person, reached through a unix socket only.
///
/// It goes on running when the process that started it ends. Any process may start, stop or look at it through its folder's path.
package struct EmbeddedDatabase: Sendable {
    /// The folder asked for, as an absolute path. The data may lie elsewhere: ``status()`` tells.
    package let directory: String
    /// Where servers are looked for.
    let search: ServerSearch
    /// Below which folder the data of a directory goes that the server's account cannot reach.
    let insteadUnder: String

    /// - Parameter directory: where the data is to be kept; relative to the working directory.
    package init(directory: String) {
        self.init(directory: directory, search: ServerSearch(), insteadUnder: "/var/lib/incubator-registry")
    }

    init(directory: String, search: ServerSearch, insteadUnder: String) {
        self.directory = URL(fileURLWithPath: directory).standardizedFileURL.path
        self.search = search
        self.insteadUnder = insteadUnder
    }
}

extension EmbeddedDatabase {
    /// What the database is doing, without changing anything.
    package func status() throws(EmbeddedDatabaseError) -> DatabaseStatus {
        let location = try DataLocation.existing(named: directory, insteadUnder: insteadUnder)
        guard OwnedFiles.isFolder(location.cluster) else { return DatabaseStatus(directory: directory, state: .absent) }
        var status = DatabaseStatus(directory: directory, state: .stopped)
        status.dataDirectory = location.cluster
        status.log = location.log
        status.majorVersion = try? ExistingCluster(location: location).majorVersion()
        if let file = try ExistingCluster(location: location).serving() {
            status.state = file.isReady ? .running : .starting
            status.process = file.process.number
            status.connections = Connections(location: location, socket: SocketFolder(path: file.socketFolder))
        }
        return status
    }

    /// Stops the server and waits until it has ended; open transactions are rolled back.
    ///
    /// - Returns: false when there was nothing to stop.
    @discardableResult
    package func stop(patience: Int = 60) async throws(EmbeddedDatabaseError) -> Bool {
        let location = try DataLocation.existing(named: directory, insteadUnder: insteadUnder)
        guard OwnedFiles.isFolder(location.cluster) else { return false }
        try OwnedFiles.makeFolder(location.named, mode: Account.current.isRoot ? 0o711 : 0o700)
        return try await StartLock.holding(location.lock, patience: patience) { () throws(EmbeddedDatabaseError) in
            guard let file = try ExistingCluster(location: location).serving() else { return false }
            try await file.process.stop(patience: patience)
            SocketFolder(path: file.socketFolder).remove(unlessUnder: location.root)
            return true
        }
    }
}
