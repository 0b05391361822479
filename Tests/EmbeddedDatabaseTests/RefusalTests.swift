import Foundation
import Glibc
import Testing

@testable import EmbeddedDatabase

/// What is refused, and that nothing is left behind by it.
struct RefusalTests {
    @Test func `a machine without PostgreSQL is told so`() async throws {
        try await Scratch.with { scratch in
            let search = ServerSearch(versionedRoots: [scratch.path("none")])
            await #expect(throws: EmbeddedDatabaseError.serverNotFound(places: [scratch.path("none/*/bin")])) {
                try await scratch.database(search: search).start()
            }
        }
    }

    @Test func `a PostgreSQL that is too old is refused by its version`() async throws {
        try await Scratch.with { scratch in
            let search = try scratch.programs(version: "14.12")
            let found = ServerPrograms(folder: scratch.path("programs-14.12"), version: ServerVersion(major: 14, minor: 12))
            await #expect(throws: EmbeddedDatabaseError.serverTooOld(found: found)) {
                try await scratch.database(search: search).start()
            }
        }
    }

    @Test func `a cluster of another version is left alone`() async throws {
        try await Scratch.with { scratch in
            _ = try await scratch.database().start()
            try await scratch.database().stop()
            let version = scratch.path("database/cluster/PG_VERSION")
            let before = try Data(contentsOf: URL(filePath: version))
            try scratch.write("99\n", to: version)
            let refusal = await #expect(throws: EmbeddedDatabaseError.self) { try await scratch.database().start() }
            guard case .otherVersion(_, madeBy: 99, let installed) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(!installed.isEmpty)
            try scratch.write("not a number", to: version)
            await #expect(throws: EmbeddedDatabaseError.damagedCluster(folder: scratch.path("database/cluster"))) {
                try await scratch.database().start()
            }
            try before.write(to: URL(filePath: version))
            #expect(try await !scratch.database().start().serviceURL.isEmpty)
        }
    }

    @Test func `a cluster without its passwords is not started`() async throws {
        try await Scratch.with { scratch in
            _ = try await scratch.database().start()
            try await scratch.database().stop()
            let file = scratch.path("database/passwords")
            for text in ["", "*:*:*:postgres:only-one\n"] {
                try scratch.write(text, to: file)
                await #expect(throws: EmbeddedDatabaseError.passwordsMissing(file: file)) { try await scratch.database().start() }
            }
        }
    }

    @Test func `a folder that cannot be made is named`() async throws {
        try await Scratch.with { scratch in
            try scratch.write("", to: scratch.path("file"))
            let refusal = await #expect(throws: EmbeddedDatabaseError.self) { try await scratch.database("file/database").start() }
            guard case .notWritable(let path, _) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(path.hasPrefix(scratch.path("file")))
            #expect(try scratch.database("file/database").status().state == .absent)
        }
    }

    @Test func `a name that the file system does not take is refused`() async throws {
        try await Scratch.with { scratch in
            let refusal = await #expect(throws: EmbeddedDatabaseError.self) {
                try await scratch.database(String(repeating: "n", count: 300)).start()
            }
            guard case .pathTooLong = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
        }
    }

    @Test(arguments: [("No space left on device", true), ("invalid locale name", false)])
    func `a failing first start leaves nothing behind and tells the cause`(complaint: String, isDisk: Bool) async throws {
        try await Scratch.with { scratch in
            let script =
                "for word; do case $word in --pgdata=*) echo half > ${word#--pgdata=}/half;; esac; done; echo '\(complaint)' >&2; exit 1"
            let search = try scratch.programs(version: "15.1", initdb: script)
            let program = scratch.path("programs-15.1/initdb")
            let expected: EmbeddedDatabaseError =
                isDisk
                ? .diskFull(path: scratch.path("database"), free: nil) : .programFailed(program: program, lines: [complaint])
            await #expect(throws: expected) { try await scratch.database(search: search).start() }
            let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path("database"))
            #expect(Set(left).isSubset(of: ["lock", "passwords"]))
            #expect(try scratch.database().status().state == .absent)
            #expect(try await !scratch.database().start().serviceURL.isEmpty, "The next start, with a sound server, makes it.")
        }
    }

    @Test func `a server that ends instead of starting is quoted`() async throws {
        try await Scratch.with { scratch in
            _ = try await scratch.database().start()
            try await scratch.database().stop()
            let settings = scratch.path("database/cluster/postgresql.auto.conf")
            let file = try #require(FileHandle(forWritingAtPath: settings))
            try file.seekToEnd()
            try file.write(contentsOf: Data("no_such_setting = 1\n".utf8))
            try file.close()
            let refusal = await #expect(throws: EmbeddedDatabaseError.self) { try await scratch.database().start() }
            guard case .didNotStart(let log, let lines) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(log == scratch.path("database/server.log"))
            #expect(lines.contains { $0.contains("no_such_setting") })
            #expect(refusal?.meansUnreachable == true)
        }
    }

    @Test func `who waits too long for another is told`() async throws {
        try await Scratch.with { scratch in
            _ = try await scratch.database().start()
            let lock = open(scratch.path("database/lock"), O_RDWR | O_CLOEXEC)
            defer { close(lock) }
            #expect(flock(lock, LOCK_EX) == 0)
            await #expect(throws: EmbeddedDatabaseError.busy(folder: scratch.path("database"), seconds: 1)) {
                try await scratch.database().stop(patience: 1)
            }
            #expect(flock(lock, LOCK_UN) == 0)
        }
    }
}
