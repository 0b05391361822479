import Foundation
import Glibc

extension EmbeddedDatabase {
    /// Makes the cluster if there is none, starts its server unless it runs, and waits until it accepts connections.
    ///
    /// Several processes may do so at once: one works, the others wait and find it running. Recovery after an unclean stop may take
    /// minutes; it is waited for as long as the server lives.
    ///
    /// - Parameter telling: hears what is being done, for a person who waits.
    package func start(
        telling: @Sendable (DatabaseNews) -> Void = { _ in }
    ) async throws(EmbeddedDatabaseError) -> Connections {
        let before = try DataLocation.existing(named: directory, insteadUnder: insteadUnder)
        guard let server = Account.forServer(clusterOwner: OwnedFiles.owner(of: before.cluster)) else { throw .noAccountToStepDownTo }
        let location = try await DataLocation.prepare(named: directory, insteadUnder: insteadUnder, server: server)
        return try await StartLock.holding(location.lock, patience: 120) { () throws(EmbeddedDatabaseError) in
            try await start(at: location, server: server, telling: telling)
        }
    }

    /// The part that one process at a time does.
    private func start(
        at location: DataLocation, server: Account, telling: @Sendable (DatabaseNews) -> Void
    ) async throws(EmbeddedDatabaseError) -> Connections {
        let cluster = ExistingCluster(location: location)
        if OwnedFiles.isFolder(location.cluster) {
            try cluster.check(server: server)
            if let file = try cluster.serving() {
                let connections = try await waitUntilReady(file, location)
                if SocketFolder(path: file.socketFolder).isListening { return connections }
                // Something removed the socket's file: the server works on, and nobody can reach it.
                try await file.process.stop(patience: 60)
            }
        }
        let programs = try await choosePrograms(for: cluster, server: server)
        if !OwnedFiles.isFolder(location.cluster) {
            telling(.making(version: programs.version, folder: location.root))
            if location.root != location.named { telling(.placedElsewhere(folder: location.root, account: server.name)) }
            try await ClusterMaker(location: location, programs: programs, server: server).make()
        }
        telling(.starting(version: programs.version))
        return try await ServerStart(location: location, programs: programs, server: server).run(telling: telling)
    }

    private func choosePrograms(for cluster: ExistingCluster, server: Account) async throws(EmbeddedDatabaseError) -> ServerPrograms {
        let installed = try await search.all(as: server)
        guard let newest = installed.first else { throw .serverNotFound(places: search.places) }
        guard OwnedFiles.isFolder(cluster.location.cluster) else {
            guard newest.version.major >= ServerVersion.oldestSupported else { throw .serverTooOld(found: newest) }
            return newest
        }
        let madeBy = try cluster.majorVersion()
        guard let same = installed.first(where: { $0.version.major == madeBy }) else {
            let majors = Set(installed.map(\.version.major)).sorted()
            throw .otherVersion(folder: cluster.location.cluster, madeBy: madeBy, installed: majors)
        }
        guard madeBy >= ServerVersion.oldestSupported else { throw .serverTooOld(found: same) }
        return same
    }

    /// Somebody else started it by other means and it is not ready yet.
    private func waitUntilReady(_ file: PostmasterFile, _ location: DataLocation) async throws(EmbeddedDatabaseError) -> Connections {
        let process = file.process
        var last: PostmasterFile? = file
        let ended = try await Waiting.until(seconds: 600) { () throws(EmbeddedDatabaseError) in
            last = try PostmasterFile.read(in: location.cluster)
            return last?.isReady == true || !process.isAlive
        }
        guard ended, let last, last.isReady else { throw .didNotStart(log: location.log, lines: []) }
        return Connections(location: location, socket: SocketFolder(path: last.socketFolder))
    }
}
