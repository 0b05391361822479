import Foundation
import Glibc
import Values

/// Where a database that people name by one folder keeps its parts.
///
/// | In the folder asked for | |
/// |---|---|
/// | `lock` | held while the database is made, started or stopped |
/// | `location` | the path of the other folder, when the data could not be kept here |
///
/// | In the folder with the data, mostly the same one | |
/// |---|---|
/// | `cluster` | PostgreSQL's data directory |
/// | `passwords` | in libpq's password file format, for whoever started the database first |
/// | `server.log`, `socket` | |
struct DataLocation: Hashable, Sendable {
    /// The folder that the person asked for: absolute.
    let named: String
    /// The folder with the data.
    let root: String

    var cluster: String { root + "/cluster" }
    /// A cluster that is being made. It becomes `cluster` when it is complete; found here, it is left over from an interruption.
    var building: String { root + "/building" }
    var passwords: String { root + "/passwords" }
    var log: String { root + "/server.log" }
    var lock: String { named + "/lock" }

    static func pointer(in named: String) -> String { named + "/location" }

    /// A short name for the folder asked for: FNV-1a over its path, 16 hexadecimal digits. It need not resist forgery.
    static func shortName(of path: String) -> String {
        path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }.hexadecimal
    }

    /// The location as it stands on the disk, nothing made or changed.
    static func existing(named: String, insteadUnder others: String) throws(EmbeddedDatabaseError) -> DataLocation {
        if let text = try OwnedFiles.read(pointer(in: named)) {
            let root = text.trimmingCharacters(in: .newlines)
            if root.hasPrefix("/") { return DataLocation(named: named, root: root) }
        }
        let here = DataLocation(named: named, root: named)
        let other = DataLocation(named: named, root: others + "/" + shortName(of: named))
        // The folder asked for may have been deleted while its data lay elsewhere.
        return !OwnedFiles.isFolder(here.cluster) && OwnedFiles.isFolder(other.cluster) ? other : here
    }

    /// Makes the folders, and chooses another place for the data when the server's account cannot reach the one asked for.
    static func prepare(
        named: String, insteadUnder others: String, server: Account
    ) async throws(EmbeddedDatabaseError) -> DataLocation {
        let mode: UInt32 = Account.current.isRoot ? 0o711 : 0o700
        try OwnedFiles.makeFolder(named, mode: mode)
        let existing = try existing(named: named, insteadUnder: others)
        try OwnedFiles.makeFolder(existing.root, mode: mode)
        if try await isReachable(existing.root, by: server) { return existing }
        let other = DataLocation(named: named, root: others + "/" + shortName(of: named))
        guard other != existing, !OwnedFiles.isFolder(existing.cluster) else {
            throw .notReachable(folders: [existing.root], account: server.name)
        }
        try OwnedFiles.makeFolder(other.root, mode: mode)
        guard try await isReachable(other.root, by: server) else {
            throw .notReachable(folders: [named, other.root], account: server.name)
        }
        try OwnedFiles.write(other.root + "\n", to: pointer(in: named), mode: 0o644)
        return other
    }

    /// Asks the system itself, since modes, access lists and mounts all have a say.
    private static func isReachable(_ folder: String, by account: Account) async throws(EmbeddedDatabaseError) -> Bool {
        guard account.user != geteuid() else { return true }
        return try await Program(path: "/bin/sh", arguments: ["-c", "cd \"$1\"", "sh", folder], account: account).run().succeeded
    }
}
