import Foundation
import Glibc
import Testing

@testable import EmbeddedDatabase

/// What a new cluster is like.
struct ClusterTests {
    @Test func `a new cluster has the locale, checksums and durability that the register relies on`() async throws {
        try await Scratch.with { scratch in
            let connections = try await scratch.database().start()
            let settings = try await scratch.ask(
                """
                SHOW data_checksums; SHOW fsync; SHOW full_page_writes; SHOW listen_addresses; SHOW server_encoding; SHOW timezone;
                SELECT datcollate, datctype FROM pg_database WHERE datname = current_database();
                """, connections.superuserURL)
            #expect(settings == "on\non\non\n\nUTF8\nUTC\nC.UTF-8|C.UTF-8")
        }
    }

    @Test func `the service owns nothing and the owner is no superuser`() async throws {
        try await Scratch.with { scratch in
            let connections = try await scratch.database().start()
            let question = "SELECT current_user, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
            #expect(try await scratch.ask(question, connections.serviceURL) == "incubator_service|f|f|f")
            #expect(try await scratch.ask(question, connections.ownerURL) == "incubator_owner|f|f|f")
            #expect(try await scratch.ask("CREATE TABLE sign (word text); SELECT 1", connections.ownerURL) == "1")
            await #expect(throws: Scratch.Refused.self) {
                try await scratch.ask("CREATE TABLE mark (word text)", connections.serviceURL)
            }
            await #expect(throws: Scratch.Refused.self, "What the owner made is closed until it is granted.") {
                try await scratch.ask("SELECT * FROM sign", connections.serviceURL)
            }
        }
    }

    @Test func `nobody gets in without a password, and only its owner reads the passwords`() async throws {
        try await Scratch.with { scratch in
            let connections = try await scratch.database().start()
            for connection in [connections.ownerURL, connections.serviceURL, connections.superuserURL] {
                let without = connection.split(separator: " ").filter { !$0.hasPrefix("passfile") }.joined(separator: " ")
                await #expect(throws: Scratch.Refused.self) {
                    try await scratch.ask("SELECT 1", without + " passfile=/dev/null")
                }
                #expect(!connection.contains("password="))
            }
            #expect(mode(scratch.path("database/passwords")) == 0o600)
            #expect(mode(scratch.path("database/cluster")) == 0o700)
            #expect(mode(scratch.path("database/socket")) == 0o700)
            let hashes = try await scratch.ask(
                "SELECT count(*) FROM pg_authid WHERE rolpassword LIKE 'SCRAM-SHA-256$%'", connections.superuserURL)
            #expect(hashes == "3")
            #expect(!FileManager.default.fileExists(atPath: scratch.path("database/first-password")))
        }
    }

    @Test(.enabled(if: Scratch.isRoot)) func `started by root, the server runs as somebody else`() async throws {
        try await Scratch.with { scratch in
            _ = try await scratch.database().start()
            let process = try #require(try scratch.database().status().process)
            let owner = try #require(OwnedFiles.owner(of: "/proc/\(process)"))
            #expect(!owner.isRoot)
            #expect(OwnedFiles.owner(of: scratch.path("database/cluster")) == owner)
        }
    }

    @Test(arguments: ["with space", "it's \"quoted\"", "a,b", "$(touch broken) `x`", "back\\slash", "名字", "line\nbreak"])
    func `a folder may have any name`(name: String) async throws {
        try await Scratch.with(directories: [name]) { scratch in
            let connections = try await scratch.database(name).start()
            #expect(try await scratch.ask("SELECT 1", connections.serviceURL) == "1")
            #expect(try scratch.database(name).status().state == .running)
        }
    }

    private func mode(_ path: String) -> mode_t? {
        var entry = stat()
        return stat(path, &entry) == 0 ? entry.st_mode & 0o777 : nil
    }
}
