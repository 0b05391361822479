import Foundation
import Glibc

/// Makes a cluster with the register's database and roles, whole or not at all.
///
/// Everything happens in a folder beside the cluster's place, the roles too (the server runs there for one user without a socket).
/// The last step renames the folder, so an interruption leaves nothing that looks like a cluster.
struct ClusterMaker: Sendable {
    let location: DataLocation
    let programs: ServerPrograms
    let server: Account

    /// Mebibytes: an empty cluster is about 40 with its first log segments, and the first import has to fit as well.
    static let spaceNeeded = 200

    func make() async throws(EmbeddedDatabaseError) {
        try checkSpace()
        removeLeftovers()
        do {
            let passwords = Passwords()
            try OwnedFiles.write(passwords.file, to: location.passwords, mode: 0o600)
            try await makeCluster(password: passwords[.superuser])
            try await makeDatabase(passwords)
            try OwnedFiles.move(location.building, to: location.cluster)
        } catch {
            removeLeftovers()
            throw error
        }
    }

    private var passwordFile: String { location.root + "/first-password" }

    private func makeCluster(password: String) async throws(EmbeddedDatabaseError) {
        try OwnedFiles.makeFolder(location.building, mode: 0o700, owner: server)
        try OwnedFiles.write(password + "\n", to: passwordFile, mode: 0o600, owner: server)
        let arguments = [
            "--pgdata=\(location.building)", "--username=\(Role.superuser.rawValue)", "--pwfile=\(passwordFile)", "--auth=scram-sha-256",
            "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions",
        ]
        let outcome = try await Program(path: programs.clusterMaker, arguments: arguments, account: server).run()
        unlink(passwordFile)
        guard outcome.succeeded else { throw failure(of: programs.clusterMaker, outcome) }
        let settings = location.building + "/postgresql.conf"
        let text = try OwnedFiles.read(settings) ?? ""
        try OwnedFiles.write(text + ClusterSettings.includeLine, to: settings, mode: 0o600, owner: server)
    }

    private func makeDatabase(_ passwords: Passwords) async throws(EmbeddedDatabaseError) {
        let limits = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
        let database = Connections.database
        // One statement to a line: that is what the server's single-user mode reads. No name or password here needs quoting.
        let statements = [
            "CREATE ROLE \(Role.owner.rawValue) \(limits) PASSWORD '\(passwords[.owner])';",
            "CREATE ROLE \(Role.service.rawValue) \(limits) PASSWORD '\(passwords[.service])';",
            "CREATE DATABASE \(database) OWNER \(Role.owner.rawValue) TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';",
            "REVOKE ALL ON DATABASE \(database) FROM PUBLIC;",
            "GRANT CONNECT, TEMPORARY ON DATABASE \(database) TO \(Role.service.rawValue);",
        ]
        var program = Program(
            path: programs.server, arguments: ["--single", "-D", location.building, "-c", "exit_on_error=true", "postgres"], account: server
        )
        program.input = statements.joined(separator: "\n") + "\n"
        let outcome = try await program.run()
        guard outcome.succeeded else { throw failure(of: programs.server, outcome) }
    }

    /// Statements are left out of the complaints, because they hold passwords.
    private func failure(of program: String, _ outcome: Program.Outcome) -> EmbeddedDatabaseError {
        let lines = outcome.complaints.split(separator: "\n").map(String.init).filter { !$0.contains("PASSWORD") }
        return .reading(lines, at: location.root, otherwise: .programFailed(program: program, lines: lines))
    }

    private func checkSpace() throws(EmbeddedDatabaseError) {
        var disk = statvfs()
        guard statvfs(location.root, &disk) == 0 else { return }
        let (bytes, overflow) = UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize))
        let free = overflow ? Int.max : Int(clamping: bytes >> 20)
        guard free >= ClusterMaker.spaceNeeded else { throw .diskFull(path: location.root, free: free) }
    }

    private func removeLeftovers() {
        unlink(passwordFile)
        try? FileManager.default.removeItem(atPath: location.building)
    }
}
