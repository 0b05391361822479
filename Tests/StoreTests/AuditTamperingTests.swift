import Postgres
import SeededRandom
import Store
import TestDatabase
import Testing

/// Whatever is changed in the tables of events behind the service's back is found. Seeded, so that a case that fails can be had again.
struct AuditTamperingTests {
    private static let seed: UInt64 = 0xA0D1_7C4A
    private static let rounds = 1000
    private static let chains = [AuditChain(rawValue: 0), AuditChain(rawValue: 320_612), AuditChain(rawValue: 320_613)]
    private static let length: Int64 = 24

    /// Undoes a tampering.
    private struct Undo: Error {}

    @Test(.timeLimit(.minutes(30))) func `a thousand random tamperings are all found`() async throws {
        try await TestDatabase.run { pool in
            let checkpoint = try await Self.fill(pool)
            #expect(try await Self.fault(pool, checkpoint) == nil, "sound chains")
            var generator = Seed(Self.seed)
            var found: [AuditTampering.Kind: Int] = [:]
            for round in 0..<Self.rounds {
                let kind = AuditTampering.Kind.allCases[round % AuditTampering.Kind.allCases.count]
                var tampering = AuditTampering(kind: kind, chains: Self.chains, length: Self.length, generator: generator)
                do {
                    try await pool.withTransaction(retries: 0) { transaction in
                        try await tampering.run(in: transaction)
                        let fault = try await transaction.verifyAudit(against: checkpoint, pageSize: 50).fault
                        #expect(fault != nil, "round \(round): \(tampering.description)")
                        throw Undo()
                    }
                } catch is Undo {
                    found[kind, default: 0] += 1
                }
                generator = tampering.generator
            }
            #expect(found.values.reduce(0, +) == Self.rounds)
            #expect(try await Self.fault(pool, checkpoint) == nil, "everything was undone")
        }
    }

    @Test func `the first event that is not what it was is named`() async throws {
        let chain = Self.chains[2]
        let cases: [(SQL, AuditFault)] = [
            (
                "UPDATE audit_events SET caller = 'x' WHERE sequence = 5 AND district = 320613",
                AuditFault(chain: chain, sequence: 5, kind: .altered)
            ),
            ("DELETE FROM audit_events WHERE sequence = 5 AND district = 320613", AuditFault(chain: chain, sequence: 5, kind: .missing)),
            ("DELETE FROM audit_events WHERE sequence > 20 AND district = 320613", AuditFault(chain: chain, sequence: 21, kind: .missing)),
            ("DELETE FROM audit_events WHERE district = 320613", AuditFault(chain: chain, sequence: 1, kind: .missing)),
            (
                "UPDATE audit_events SET previous_hash = hash WHERE sequence = 5 AND district = 320613",
                AuditFault(chain: chain, sequence: 5, kind: .unlinked)
            ),
            (
                "UPDATE audit_heads SET hash = sha256('') WHERE district = 320613",
                AuditFault(chain: chain, sequence: 24, kind: .headDiffers)
            ),
            (
                "INSERT INTO audit_events SELECT district, 0, previous_hash, hash, occurred_at, act, caller, subject, subject_key, version_before, version_after, refusal FROM audit_events WHERE sequence = 1 AND district = 320613",
                AuditFault(chain: chain, sequence: 0, kind: .outOfOrder)
            ),
        ]
        try await TestDatabase.run { pool in
            _ = try await Self.fill(pool)
            for (tampering, expected) in cases {
                do {
                    try await pool.withTransaction(retries: 0) { transaction in
                        _ = try await transaction.execute(tampering)
                        #expect(try await transaction.verifyAudit().fault == expected)
                        throw Undo()
                    }
                } catch is Undo {}
            }
        }
    }

    @Test func `a chain that lost its tail together with its head is missed by the checkpoint alone`() async throws {
        try await TestDatabase.run { pool in
            let checkpoint = try await Self.fill(pool)
            _ = try await pool.query("DELETE FROM audit_events WHERE district = 320612")
            _ = try await pool.query("DELETE FROM audit_heads WHERE district = 320612")
            #expect(try await Self.fault(pool, []) == nil)
            #expect(try await Self.fault(pool, checkpoint) == AuditFault(chain: Self.chains[1], sequence: 1, kind: .missing))
        }
    }

    @Test func `chains that have grown since still fit their checkpoint`() async throws {
        try await TestDatabase.run { pool in
            let checkpoint = try await Self.fill(pool)
            try await pool.withTransaction { try await $0.record(AuditTampering.entry(7), in: Self.chains[1]) }
            #expect(try await Self.fault(pool, checkpoint) == nil)
        }
    }

    /// Fills the chains and takes away what would keep a tamperer from writing nonsense.
    private static func fill(_ pool: PostgresPool) async throws -> [AuditHead] {
        for number in 0..<length {
            for chain in chains {
                try await pool.withTransaction { try await $0.record(AuditTampering.entry(number), in: chain) }
            }
        }
        let constraints = try await pool.query(
            """
            SELECT conrelid::regclass::text, conname::text
              FROM pg_constraint
             WHERE contype = 'c' AND conrelid IN ('audit_events'::regclass, 'audit_heads'::regclass)
            """
        ).map { try $0.decode(as: String.self, String.self) }
        for (table, name) in constraints {
            _ = try await pool.query("ALTER TABLE \(identifier: table) DROP CONSTRAINT \(identifier: name)")
        }
        return try await pool.all(SelectAuditHeads())
    }

    private static func fault(_ pool: PostgresPool, _ checkpoint: [AuditHead]) async throws -> AuditFault? {
        try await pool.withTransaction { try await $0.verifyAudit(against: checkpoint, pageSize: 7).fault }
    }
}
