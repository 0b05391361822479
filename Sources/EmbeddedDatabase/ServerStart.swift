import Foundation
import Glibc

/// One start of the server on a complete cluster, by a process that holds the lock.
struct ServerStart: Sendable {
    let location: DataLocation
    let programs: ServerPrograms
    let server: Account

    func run(telling: @Sendable (DatabaseNews) -> Void) async throws(EmbeddedDatabaseError) -> Connections {
        let cluster = ExistingCluster(location: location)
        try await cluster.clearAfterKill()
        let socket = SocketFolder.choose(for: location, server: server)
        try socket.prepare(for: location.cluster, server: server)
        let settings = ClusterSettings.text(socketFolder: socket.path)
        let file = "\(location.cluster)/\(ClusterSettings.fileName)"
        // A full disk is no reason not to start, so nothing is written without need.
        if try OwnedFiles.read(file) != settings { try OwnedFiles.write(settings, to: file, mode: 0o600, owner: server) }
        let log = ServerLog(path: location.log)
        let start = try log.prepare(for: server)
        let process = try await launch()
        guard try await becomesReady(process, telling: telling) else {
            let lines = log.lines(after: start)
            throw .reading(lines, at: location.cluster, otherwise: .didNotStart(log: location.log, lines: lines))
        }
        return Connections(location: location, socket: socket)
    }

    /// Starts the server in a session of its own, so that neither the terminal's Ctrl-C nor the end of this process ends it.
    /// The paths are the shell's arguments, never part of its script, so no character in them means anything to it.
    private func launch() async throws(EmbeddedDatabaseError) -> ServerProcess {
        let script = #"umask 077; "$1" -D "$2" </dev/null >>"$3" 2>&1 & echo $!"#
        let arguments = ["-c", script, "sh", programs.server, location.cluster, location.log]
        let outcome = try await Program(path: "/bin/sh", arguments: arguments, account: server).run()
        guard outcome.succeeded, let number = Int32(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw .programFailed(program: programs.server, lines: outcome.complaints.split(separator: "\n").map(String.init))
        }
        return ServerProcess(number: number)
    }

    private func becomesReady(
        _ process: ServerProcess, telling: @Sendable (DatabaseNews) -> Void
    ) async throws(EmbeddedDatabaseError) -> Bool {
        let cluster = location.cluster
        var isReady = false
        let look = { () throws(EmbeddedDatabaseError) -> Bool in
            let file = try PostmasterFile.read(in: cluster)
            isReady = file?.process == process && file?.isReady == true
            return isReady || !process.isAlive
        }
        if try await Waiting.until(seconds: 3, look) { return isReady }
        telling(.recovering)
        while try await !Waiting.until(seconds: 60, look) {}
        return isReady
    }
}
