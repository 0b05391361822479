import Foundation
import Glibc
import Testing

@testable import EmbeddedDatabase

/// Starting what was there before, however it ended.
struct RestartTests {
    @Test func `nothing is there, then it runs, then it is stopped`() async throws {
        try await Scratch.with { scratch in
            let database = scratch.database()
            #expect(try database.status().state == .absent)
            #expect(try await database.stop() == false)
            let connections = try await database.start()
            #expect(try database.status().state == .running)
            #expect(try database.status().connections == connections)
            #expect(try await database.stop() == true)
            #expect(try database.status().state == .stopped)
            #expect(try database.status().process == nil)
            #expect(try await database.stop() == false)
        }
    }

    @Test func `a second start finds the running server`() async throws {
        try await Scratch.with { scratch in
            let first = try await scratch.database().start()
            let process = try scratch.database().status().process
            let heard = Heard()
            #expect(try await scratch.database().start { heard.hear($0) } == first)
            #expect(try scratch.database().status().process == process)
            #expect(heard.all.isEmpty)
        }
    }

    @Test func `a server whose socket was removed is started anew`() async throws {
        try await Scratch.with { scratch in
            let connections = try await scratch.database().start()
            let process = try scratch.database().status().process
            let socket = try #require(connections.serviceURL.split(separator: " ").first { $0.hasPrefix("host=") }?.dropFirst(5))
            unlink("\(socket)/.s.PGSQL.5432")
            let again = try await scratch.database().start()
            #expect(try scratch.database().status().process != process)
            #expect(try await scratch.ask("SELECT 1", again.ownerURL) == "1")
        }
    }

    @Test func `many at once start one server`() async throws {
        try await Scratch.with { scratch in
            let found = try await withThrowingTaskGroup(of: Connections.self) { group in
                for _ in 1...6 {
                    group.addTask { try await scratch.database().start() }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(found.count == 1)
            let made = ServerProcess.working(in: scratch.path("database/cluster"))
            let process = try #require(try scratch.database().status().process)
            #expect(made.contains(ServerProcess(number: process)))
        }
    }

    @Test func `what was committed before a kill is there after the next start`() async throws {
        try await Scratch.with { scratch in
            let connections = try await scratch.database().start()
            _ = try await scratch.ask("CREATE TABLE sign (word text); INSERT INTO sign VALUES ('kept')", connections.ownerURL)
            let process = try #require(try scratch.database().status().process)
            kill(process, SIGKILL)
            #expect(try await Waiting.until(seconds: 5) { !ServerProcess(number: process).isAlive })
            let again = try await scratch.database().start()
            #expect(try await scratch.ask("SELECT word FROM sign", again.ownerURL) == "kept")
            #expect(try scratch.database().status().process != process)
        }
    }

    @Test func `a process number left behind and given to another program is no server`() async throws {
        try await Scratch.with { scratch in
            _ = try await scratch.database().start()
            try await scratch.database().stop()
            // This process stands for the other program: it runs, and it is not PostgreSQL.
            let cluster = scratch.path("database/cluster")
            let account = try #require(OwnedFiles.owner(of: cluster))
            let text = "\(getpid())\n\(cluster)\n1700000000\n5432\n\(scratch.path("database/socket"))\n\n  123456    654321\nready   \n"
            try OwnedFiles.write(text, to: cluster + "/postmaster.pid", mode: 0o600, owner: account)
            let lock = scratch.path("database/socket/.s.PGSQL.5432.lock")
            try OwnedFiles.write(text, to: lock, mode: 0o600, owner: account)
            #expect(try scratch.database().status().state == .stopped)
            let connections = try await scratch.database().start()
            #expect(try await scratch.ask("SELECT 1", connections.serviceURL) == "1")
        }
    }

    @Test func `what an interrupted first start left is cleared away`() async throws {
        try await Scratch.with { scratch in
            let building = scratch.path("database/building")
            try FileManager.default.createDirectory(atPath: building, withIntermediateDirectories: true)
            try scratch.write("15\n", to: building + "/PG_VERSION")
            try scratch.write("secret\n", to: scratch.path("database/first-password"))
            #expect(try scratch.database().status().state == .absent)
            let connections = try await scratch.database().start()
            #expect(try await scratch.ask("SELECT 1", connections.serviceURL) == "1")
            #expect(!FileManager.default.fileExists(atPath: building))
            #expect(!FileManager.default.fileExists(atPath: scratch.path("database/first-password")))
        }
    }

    @Test func `a start that is cancelled leaves a database that starts`() async throws {
        try await Scratch.with { scratch in
            let task = Task { try await scratch.database().start() }
            try await Task.sleep(for: .milliseconds(250))
            task.cancel()
            _ = await task.result
            let connections = try await scratch.database().start()
            #expect(try await scratch.ask("SELECT 1", connections.serviceURL) == "1")
        }
    }
}
