import Foundation
import Glibc
import Locks
import Testing

@testable import EmbeddedDatabase

/// A folder for one test and the private database in it; both are gone when the test ends.
struct Scratch: Sendable {
    let folder: String

    static var isRoot: Bool { geteuid() == 0 }

    /// Gives `body` a new folder, stops every database named by `directories` afterwards and removes the folder.
    static func with(
        directories: [String] = ["database"], _ body: (Scratch) async throws -> Void
    ) async throws {
        // Short, so that a socket fits beside the data unless the test makes the path long.
        let scratch = Scratch(folder: "/tmp/incubator-test-\(UInt32.random(in: .min ... .max))")
        try FileManager.default.createDirectory(atPath: scratch.folder, withIntermediateDirectories: false)
        chmod(scratch.folder, 0o755)
        let result: Result<Void, any Error>
        do { result = .success(try await body(scratch)) } catch { result = .failure(error) }
        for directory in directories { _ = try? await scratch.database(directory).stop() }
        try? FileManager.default.removeItem(atPath: scratch.folder)
        try result.get()
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    func database(_ directory: String = "database", search: ServerSearch = ServerSearch()) -> EmbeddedDatabase {
        EmbeddedDatabase(directory: path(directory), search: search, insteadUnder: path("elsewhere"))
    }

    /// A folder with programs that say they are a PostgreSQL server; `initdb` is the given shell script.
    func programs(version: String, initdb: String = "exit 0") throws -> ServerSearch {
        let folder = path("programs-\(version)")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try write("#!/bin/sh\necho 'postgres (PostgreSQL) \(version)'\n", to: folder + "/postgres", mode: 0o755)
        try write("#!/bin/sh\n\(initdb)\n", to: folder + "/initdb", mode: 0o755)
        return ServerSearch(versionedRoots: [], folders: [folder])
    }

    func write(_ text: String, to path: String, mode: mode_t = 0o644) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
        chmod(path, mode)
    }

    /// What `psql` prints for the statements, one line for each row, columns parted by `|`.
    func ask(_ statements: String, _ connection: String) async throws -> String {
        let found = try await ServerSearch().all(as: nil)
        let server = try #require(found.first)
        var program = Program(path: server.folder + "/psql", arguments: ["-XAtqw", "-v", "ON_ERROR_STOP=1", "-d", connection, "-f", "-"])
        program.input = statements
        let outcome = try await program.run()
        guard outcome.succeeded else { throw Refused(words: outcome.complaints) }
        return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    struct Refused: Error {
        let words: String
    }
}

/// What a start told while it worked.
final class Heard: Sendable {
    private let news = Guarded<[DatabaseNews]>([])

    var all: [DatabaseNews] { news.withLock { $0 } }

    func hear(_ one: DatabaseNews) { news.withLock { $0.append(one) } }
}
