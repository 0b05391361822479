import Foundation
import Glibc
import Testing

@testable import EmbeddedDatabase

/// Where the data and the socket go when the folder asked for does not do.
struct PlaceTests {
    private let long = String(repeating: "long", count: 30)

    @Test func `a long path keeps the data where it was asked for and the socket elsewhere`() async throws {
        try await Scratch.with(directories: [long]) { scratch in
            let connections = try await scratch.database(long).start()
            #expect(try await scratch.ask("SELECT 1", connections.serviceURL) == "1")
            let status = try scratch.database(long).status()
            #expect(status.dataDirectory == scratch.path(long) + "/cluster")
            let socket = try #require(PostmasterFile.read(in: scratch.path(long) + "/cluster")?.socketFolder)
            #expect(!socket.hasPrefix(scratch.folder))
            #expect("\(socket)/.s.PGSQL.5432".utf8.count <= 107)
            try await scratch.database(long).stop()
            #expect(!FileManager.default.fileExists(atPath: socket), "It is removed with the server.")
        }
    }

    @Test func `a socket folder that others may enter is refused`() async throws {
        try await Scratch.with(directories: [long]) { scratch in
            let server = try #require(Account.forServer(clusterOwner: nil))
            let location = DataLocation(named: scratch.path(long), root: scratch.path(long))
            let socket = SocketFolder.choose(for: location, server: server)
            try OwnedFiles.makeFolder(socket.path, mode: 0o777, owner: server)
            defer { rmdir(socket.path) }
            await #expect(throws: EmbeddedDatabaseError.socketTaken(folder: socket.path, by: server.name)) {
                try await scratch.database(long).start()
            }
        }
    }

    @Test(.enabled(if: Scratch.isRoot)) func `data goes elsewhere when the server's account cannot enter the folder`() async throws {
        try await Scratch.with(directories: ["closed/database"]) { scratch in
            try OwnedFiles.makeFolder(scratch.path("closed"), mode: 0o700)
            let database = scratch.database("closed/database")
            let heard = Heard()
            let connections = try await database.start { heard.hear($0) }
            #expect(try await scratch.ask("SELECT 1", connections.serviceURL) == "1")
            let root = scratch.path("elsewhere/") + DataLocation.shortName(of: database.directory)
            #expect(try database.status().dataDirectory == root + "/cluster")
            #expect(heard.all.contains { if case .placedElsewhere(root, _) = $0 { true } else { false } })
            try FileManager.default.removeItem(atPath: database.directory)
            #expect(try database.status().state == .running, "It is found after its folder was deleted.")
            #expect(try await database.stop() == true)
            #expect(try await database.start() == connections)
        }
    }

    @Test(.enabled(if: Scratch.isRoot)) func `no reachable place at all is refused`() async throws {
        try await Scratch.with { scratch in
            chmod(scratch.folder, 0o700)
            let refusal = await #expect(throws: EmbeddedDatabaseError.self) { try await scratch.database().start() }
            guard case .notReachable(let folders, _) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(folders.count == 2)
        }
    }

    @Test func `root steps down to the owner of the cluster, else to an account for it`() throws {
        let root = Account(name: "root", user: 0, group: 0)
        let person = Account(name: "somebody", user: 1234, group: 1234)
        #expect(Account.forServer(startedBy: root, clusterOwner: person) == person)
        #expect(Account.forServer(startedBy: person, clusterOwner: nil) == person)
        let server = try #require(Account.forServer(startedBy: root, clusterOwner: root))
        #expect(["postgres", "nobody"].contains(server.name))
    }

    @Test func `the short name of a folder never changes`() {
        // FNV-1a's published value for the empty text, and for one letter.
        #expect(DataLocation.shortName(of: "") == "cbf29ce484222325")
        #expect(DataLocation.shortName(of: "a") == "af63dc4c8601ec8c")
    }
}
