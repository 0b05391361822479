import EmbeddedFiles
import Foundation
import Postgres
import Store
import TestDatabase
import Testing

/// What the service's role may do to the events, and how many who write at once get into each other's way.
struct AuditRightsTests {
    /// Gives the service's role its rights again, in case the server had no such role when the template was made.
    private static func grant(_ pool: PostgresPool) async throws {
        try await pool.withConnection { connection in
            _ = try await connection.query("SELECT pg_advisory_lock(7042)")
            if try await connection.query("SELECT FROM pg_roles WHERE rolname = 'incubator_service'").isEmpty {
                try await connection.execute("CREATE ROLE incubator_service NOLOGIN")
            }
            _ = try await connection.query("SELECT pg_advisory_unlock(7042)")
            let text = try #require(EmbeddedFile.named("migrations/0009_audit.sql")?.text)
            let grants = try #require(text.range(of: "DO $$"))
            try await connection.executeScript(String(text[grants.lowerBound...]))
        }
    }

    @Test func `the service adds events and reads them, and nothing else`() async throws {
        try await TestDatabase.run { pool in
            try await Self.grant(pool)
            try await pool.withTransaction { transaction in
                _ = try await transaction.execute("SET LOCAL ROLE incubator_service")
                try await transaction.record(AuditTampering.entry(1), in: .nation)
                try await transaction.record(AuditTampering.entry(2), in: .nation)
                #expect(try await transaction.verifyAudit().fault != nil, "nothing is read without a scope")
                _ = try await transaction.query(
                    "SELECT set_config('incubator.district_low', '0', true), set_config('incubator.district_high', '999999', true)")
                #expect(try await transaction.verifyAudit().verifier.events == 2)
            }
            let forbidden: [SQL] = [
                "UPDATE audit_events SET caller = 'x'", "DELETE FROM audit_events", "TRUNCATE audit_events", "DELETE FROM audit_heads",
                "TRUNCATE audit_heads", "SELECT FROM audit_events FOR UPDATE",
            ]
            for statement in forbidden {
                do {
                    try await pool.withTransaction(retries: 0) { transaction in
                        _ = try await transaction.execute("SET LOCAL ROLE incubator_service")
                        _ = try await transaction.query(statement)
                    }
                    Issue.record("\(statement.text) was not refused")
                } catch let error as PostgresError {
                    #expect(error.sqlState == .insufficientPrivilege, "\(statement.text)")
                }
            }
        }
    }

    @Test func `many who write at once leave chains without a gap`() async throws {
        try await TestDatabase.run(connections: 16) { pool in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<32 {
                    group.addTask {
                        for number in 0..<20 {
                            let chain = AuditChain(rawValue: (writer + number) % 3 == 0 ? 320_613 : 0)
                            try await pool.withTransaction(retries: 0) {
                                try await $0.record(AuditTampering.entry(Int64(number)), in: chain)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let (verifier, fault) = try await pool.withTransaction { try await $0.verifyAudit() }
            #expect(fault == nil)
            #expect(verifier.events == 640)
            #expect(verifier.ends.count == 2)
        }
    }
}
