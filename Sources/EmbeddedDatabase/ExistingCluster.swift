import Foundation
import Glibc

/// A cluster that was made before: whose it is, what made it, and whether a server works on it.
struct ExistingCluster: Sendable {
    let location: DataLocation

    /// The major version that made it.
    ///
    /// - Throws: ``EmbeddedDatabaseError/damagedCluster(folder:)`` when the cluster does not tell.
    func majorVersion() throws(EmbeddedDatabaseError) -> Int {
        guard let text = try OwnedFiles.read(location.cluster + "/PG_VERSION"),
            let number = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)), number > 0
        else { throw .damagedCluster(folder: location.cluster) }
        return number
    }

    /// What the server that works on it wrote about itself; nil when none does.
    func serving() throws(EmbeddedDatabaseError) -> PostmasterFile? {
        guard isReadable else {
            throw .belongsToAnother(folder: location.cluster, owner: OwnedFiles.owner(of: location.cluster)?.name ?? "?")
        }
        guard let file = try PostmasterFile.read(in: location.cluster), file.process.standing(on: location.cluster) == .serves else {
            return nil
        }
        return file
    }

    /// Checks that this process may use it, and that its passwords are there.
    func check(server: Account) throws(EmbeddedDatabaseError) {
        if let owner = OwnedFiles.owner(of: location.cluster), owner.user != server.user {
            throw .belongsToAnother(folder: location.cluster, owner: owner.name)
        }
        guard let text = try OwnedFiles.read(location.passwords), Passwords(file: text) != nil else {
            throw .passwordsMissing(file: location.passwords)
        }
    }

    /// Makes way for a new server after one that was killed.
    ///
    /// Workers outlive a killed server for a moment and end by themselves. The file that it left names its process; where that number now
    /// belongs to another program, PostgreSQL would take that one for a server and refuse, so the file is removed. In every other case the
    /// file stays, because PostgreSQL checks by it that no shared memory is in use.
    func clearAfterKill() async throws(EmbeddedDatabaseError) {
        let cluster = location.cluster
        guard try await Waiting.until(seconds: 15, { ServerProcess.working(in: cluster).isEmpty }) else {
            throw .busy(folder: cluster, seconds: 15)
        }
        if let file = try PostmasterFile.read(in: cluster), file.process.standing(on: cluster) == .unrelated || isUncollected(file.process)
        {
            unlink(PostmasterFile.path(in: cluster))
        }
    }

    /// A killed server that its parent has not collected still answers to its number.
    private func isUncollected(_ process: ServerProcess) -> Bool {
        !process.isAlive && kill(process.number, 0) == 0
    }

    private var isReadable: Bool { access(location.cluster, R_OK | X_OK) == 0 }
}
