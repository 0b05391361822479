import Postgres
import SeededRandom
import Store

/// One thing that somebody who may do anything to the database does to the events.
struct AuditTampering {
    enum Kind: CaseIterable {
        case changeEvent, changeHead, delete, insert, swap, move, cutTail, rewriteTail, removeChain
    }

    let kind: Kind
    let chains: [AuditChain]
    let length: Int64
    var generator: Seed
    /// What was done, for the message of a failing test.
    private(set) var description = ""

    init(kind: Kind, chains: [AuditChain], length: Int64, generator: Seed) {
        (self.kind, self.chains, self.length, self.generator) = (kind, chains, length, generator)
    }

    /// The entry with which the chains are filled.
    static func entry(_ number: Int64) -> AuditEntry {
        AuditEntry(
            act: "edit-organization", caller: "local-operator", subject: "organization", subjectKey: "320613-\(number + 1)",
            versionBefore: number % 3 == 0 ? nil : number, versionAfter: number + 1, refusal: number % 4 == 0 ? "version-stale" : nil)
    }

    mutating func run(in transaction: PostgresTransaction) async throws {
        let chain = chains.randomElement(using: &generator) ?? .nation
        let place = Int64.random(in: 1...length, using: &generator)
        let other = (place + Int64.random(in: 1..<length, using: &generator) - 1) % length + 1
        description = "\(kind) \(chain.rawValue) \(place) \(other)"
        switch kind {
        case .changeEvent: try await change("audit_events", "district = \(chain) AND sequence = \(place)", in: transaction)
        case .changeHead: try await change("audit_heads", "district = \(chain)", in: transaction)
        case .delete: try await transaction.execute("DELETE FROM audit_events WHERE district = \(chain) AND sequence = \(place)")
        case .insert: try await insert(chain, copyOf: place, in: transaction)
        case .swap: try await swap(chain, place, other, in: transaction)
        case .move:
            try await transaction.execute(
                "UPDATE audit_events SET sequence = \(length + other) WHERE district = \(chain) AND sequence = \(place)")
        case .cutTail: try await cut(chain, from: place, in: transaction)
        case .rewriteTail:
            try await cut(chain, from: place, in: transaction)
            for number in place...length { try await transaction.record(Self.entry(number + 1000), in: chain) }
        case .removeChain:
            try await transaction.execute("DELETE FROM audit_events WHERE district = \(chain)")
            try await transaction.execute("DELETE FROM audit_heads WHERE district = \(chain)")
        }
    }

    /// Another value in any column that the table has.
    private mutating func change(_ table: String, _ row: SQL, in transaction: PostgresTransaction) async throws {
        let columns = try await transaction.query(
            """
            SELECT attname::text, atttypid::regtype::text, attnotnull
              FROM pg_attribute
             WHERE attrelid = \(table)::regclass AND attnum > 0 AND NOT attisdropped
             ORDER BY attnum
            """
        ).map { try $0.decode(as: String.self, String.self, Bool.self) }
        guard let (name, type, notNull) = columns.randomElement(using: &generator) else { return }
        description += " \(name)"
        let byte = Int32.random(in: 0..<32, using: &generator)
        let bit = Int32(1) << Int32.random(in: 0..<8, using: &generator)
        let step = Int64.random(in: 1...1_000_000, using: &generator)
        let column: SQL = "\(identifier: name)"
        let value: SQL
        switch type {
        case "bytea": value = "set_byte(\(fragment: column), \(byte), get_byte(\(fragment: column), \(byte)) # \(bit))"
        case "bigint": value = notNull ? "\(fragment: column) + \(step)" : "CASE WHEN \(fragment: column) IS NULL THEN \(step) END"
        case "timestamp with time zone":
            value = step % 3 == 0 ? "'infinity'" : "\(fragment: column) + \(step) * interval '1 microsecond'"
        default: value = notNull ? "\(fragment: column) || 'x'" : "CASE WHEN \(fragment: column) IS NULL THEN 'x' END"
        }
        try await transaction.execute(
            "UPDATE \(identifier: table) SET \(fragment: column) = \(fragment: value) WHERE \(fragment: row)")
    }

    /// A copy of an event where none was, or one that is chained rightly but unknown to the head.
    private mutating func insert(_ chain: AuditChain, copyOf place: Int64, in transaction: PostgresTransaction) async throws {
        if Bool.random(using: &generator) {
            description += " chained"
            try await transaction.record(Self.entry(place), in: chain)
            try await transaction.execute(
                """
                UPDATE audit_heads h SET sequence = e.sequence, hash = e.hash
                  FROM audit_events e
                 WHERE h.district = \(chain) AND e.district = \(chain) AND e.sequence = \(length)
                """)
        } else {
            let new = Bool.random(using: &generator) ? 0 : length + 1
            try await transaction.execute(
                """
                INSERT INTO audit_events
                SELECT (e.r).* FROM (
                    SELECT jsonb_populate_record(a, jsonb_build_object('sequence', \(new))) AS r
                      FROM audit_events a
                     WHERE district = \(chain) AND sequence = \(place)) e
                """)
        }
    }

    private func swap(_ chain: AuditChain, _ one: Int64, _ other: Int64, in transaction: PostgresTransaction) async throws {
        for (from, to) in [(one, -1), (other, one), (-1, other)] as [(Int64, Int64)] {
            try await transaction.execute("UPDATE audit_events SET sequence = \(to) WHERE district = \(chain) AND sequence = \(from)")
        }
    }

    /// Removes the events from one on and sets the head to fit.
    private func cut(_ chain: AuditChain, from place: Int64, in transaction: PostgresTransaction) async throws {
        try await transaction.execute("DELETE FROM audit_events WHERE district = \(chain) AND sequence >= \(place)")
        let start = AuditHead(startOf: chain)
        try await transaction.execute(
            """
            UPDATE audit_heads
               SET sequence = \(place - 1),
                   hash = coalesce((SELECT hash FROM audit_events WHERE district = \(chain) AND sequence = \(place - 1)), \(start.hash))
             WHERE district = \(chain)
            """)
    }
}
