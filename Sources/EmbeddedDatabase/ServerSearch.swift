import Foundation
import Glibc

/// Where a machine may keep PostgreSQL servers, and which of them are there.
struct ServerSearch: Sendable {
    /// Folders of versions, each with a `bin` folder: Debian's and Ubuntu's arrangement.
    var versionedRoots = ["/usr/lib/postgresql"]
    /// Folders that hold the programs themselves.
    var folders: [String]
    /// `pg_config`, which tells its folder; nil to ask none.
    var configurationProgram: String?

    init() {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        self.folders = (14...30).reversed().map { "/usr/pgsql-\($0)/bin" } + ["/usr/local/pgsql/bin"] + folders
        configurationProgram = folders.map { $0 + "/pg_config" }.first { access($0, X_OK) == 0 }
    }

    init(versionedRoots: [String], folders: [String] = []) {
        self.versionedRoots = versionedRoots
        self.folders = folders
    }

    /// Every server on the machine, newest first. Asked as `account`, so that root runs nothing found on its search path as root.
    func all(as account: Account?) async throws(EmbeddedDatabaseError) -> [ServerPrograms] {
        var found: [ServerPrograms] = []
        for folder in try await candidates(as: account) {
            let program = Program(path: folder + "/postgres", arguments: ["--version"], account: account)
            // A program that cannot be run here is as good as none: the search goes on.
            guard let outcome = try? await program.run(), outcome.succeeded, let version = ServerVersion(printed: outcome.output)
            else { continue }
            found.append(ServerPrograms(folder: folder, version: version))
        }
        return found.sorted { $0.version > $1.version }
    }

    /// Folders with both programs, links followed, each once.
    private func candidates(as account: Account?) async throws(EmbeddedDatabaseError) -> [String] {
        var folders: [String] = []
        for root in versionedRoots {
            let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
            folders += versions.sorted().map { "\(root)/\($0)/bin" }
        }
        if let configurationProgram {
            let outcome = try? await Program(path: configurationProgram, arguments: ["--bindir"], account: account).run()
            if let outcome, outcome.succeeded {
                folders.append(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines))
            }
        }
        folders += self.folders
        var seen: Set<String> = []
        return folders.compactMap { folder in
            let server = URL(fileURLWithPath: folder + "/postgres").resolvingSymlinksInPath()
            let folder = server.deletingLastPathComponent().path
            guard access(server.path, X_OK) == 0, access(folder + "/initdb", X_OK) == 0, seen.insert(folder).inserted else { return nil }
            return folder
        }
    }

    /// The places looked at, as a person would name them.
    var places: [String] {
        versionedRoots.map { $0 + "/*/bin" } + [configurationProgram, folders.isEmpty ? nil : "PATH"].compactMap { $0 }
    }
}
