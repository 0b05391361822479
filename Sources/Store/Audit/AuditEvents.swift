package import Postgres
import Values

/// The end of a chain with the server's time, locked until the transaction ends; no row before the chain's first event.
struct LockAuditHead: Statement {
    let chain: AuditChain

    var sql: SQL {
        "SELECT district, sequence, hash, clock_timestamp() FROM audit_heads WHERE district = \(chain) FOR UPDATE"
    }

    func decode(_ row: Row) throws(PostgresError) -> (head: AuditHead, now: Instant) {
        let (chain, sequence, hash, now) = try row.decode(as: AuditChain.self, Int64.self, [UInt8].self, Instant.self)
        return (AuditHead(chain: chain, sequence: sequence, hash: hash), now)
    }
}

extension PostgresTransaction {
    /// Adds an event to a chain. The last thing that a transaction does: it waits for whoever is doing the same and keeps others waiting
    /// until it ends, and locks nothing after it.
    ///
    /// - Returns: the event, whose time is the server's.
    @discardableResult package func record(_ entry: AuditEntry, in chain: AuditChain) async throws -> AuditEvent {
        var locked = try await first(LockAuditHead(chain: chain))
        if locked == nil {
            let start = AuditHead(startOf: chain)
            try await execute(
                """
                INSERT INTO audit_heads (district, sequence, hash) VALUES (\(chain), \(start.sequence), \(start.hash))
                ON CONFLICT (district) DO NOTHING
                """)
            locked = try await first(LockAuditHead(chain: chain))
        }
        guard let (head, now) = locked else { throw AuditHeadGone(chain: chain) }
        let event = AuditEvent(entry, at: now, behind: head)
        _ = try await pipeline([
            """
            INSERT INTO audit_events (district, sequence, previous_hash, hash, occurred_at, act, caller, subject, subject_key,
                                      version_before, version_after, refusal, purpose, row_count)
            VALUES (\(chain), \(event.sequence), \(event.previousHash), \(event.hash), \(now), \(entry.act), \(entry.caller),
                    \(entry.subject), \(entry.subjectKey), \(entry.versionBefore), \(entry.versionAfter), \(entry.refusal),
                    \(entry.purpose), \(entry.rowCount))
            """,
            "UPDATE audit_heads SET sequence = \(event.sequence), hash = \(event.hash) WHERE district = \(chain)",
        ])
        return event
    }
}

/// Somebody removed the end of a chain while an event was being added to it.
package struct AuditHeadGone: Error, Hashable {
    package let chain: AuditChain
}

/// Events in the order of chains and numbers, after one.
package struct SelectAuditEvents: Statement {
    let chain: AuditChain?
    let after: (chain: AuditChain, sequence: Int64)?
    let limit: Int

    /// - Parameter chain: nil for all.
    package init(of chain: AuditChain? = nil, after: (chain: AuditChain, sequence: Int64)?, limit: Int) {
        self.chain = chain
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AuditEventColumns.list)
          FROM audit_events
         WHERE (district, sequence) > (\(after?.chain.rawValue ?? .min), \(after?.sequence ?? .min))
           AND (\(chain) IS NULL OR district = \(chain))
         ORDER BY district, sequence
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AuditEvent {
        try AuditEventColumns.decode(row)
    }
}

/// Events of one chain, the newest first, before a number.
package struct SelectNewestAuditEvents: Statement {
    let chain: AuditChain
    let subjectKey: String?
    let isRefused: Bool
    let acts: [String]
    let before: Int64
    let limit: Int

    /// - Parameters:
    ///   - subjectKey: only events about the record of that number; nil for all.
    ///   - isRefused: only events of acts that were refused.
    ///   - acts: only events of these acts; empty for all.
    package init(
        of chain: AuditChain, about subjectKey: String?, isRefused: Bool = false, acts: [String] = [], before: Int64, limit: Int
    ) {
        self.chain = chain
        self.subjectKey = subjectKey
        self.isRefused = isRefused
        self.acts = acts
        self.before = before
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AuditEventColumns.list)
          FROM audit_events
         WHERE district = \(chain) AND sequence < \(before)
           AND (\(subjectKey) IS NULL OR subject_key = \(subjectKey))
           AND (NOT \(isRefused) OR refusal IS NOT NULL)
           AND (cardinality(\(acts)) = 0 OR act = ANY (\(acts)))
         ORDER BY sequence DESC
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AuditEvent {
        try AuditEventColumns.decode(row)
    }
}

/// The columns that make an ``AuditEvent``.
enum AuditEventColumns {
    static let list: SQL = """
        district, sequence, previous_hash, hash, occurred_at, act, caller, subject, subject_key, version_before, version_after, refusal,
        purpose, row_count
        """

    static func decode(_ row: Row) throws(PostgresError) -> AuditEvent {
        let (chain, sequence, previous, hash, at, act, caller, subject, key, before, after, refusal, purpose, rows) = try row.decode(
            as: AuditChain.self, Int64.self, [UInt8].self, [UInt8].self, PostgresTimestamp.self, String.self, String.self, String.self,
            String?.self, Int64?.self, Int64?.self, String?.self, String?.self, Int64?.self)
        let entry = AuditEntry(
            act: act, caller: caller, subject: subject, subjectKey: key, versionBefore: before, versionAfter: after, refusal: refusal,
            purpose: purpose, rowCount: rows)
        return AuditEvent(
            chain: chain, sequence: sequence, previousHash: previous, occurredAt: Instant(readLeniently: at), entry: entry, hash: hash)
    }
}

extension Instant {
    /// A time that may have been tampered with: one that lies outside of all time becomes the nearest that does not.
    fileprivate init(readLeniently stamp: PostgresTimestamp) {
        let (since1970, overflow) = stamp.microsecondsSince2000.addingReportingOverflow(946_684_800_000_000)
        self.init(microsecondsSince1970: overflow ? .max : since1970)
    }
}

/// The ends of all chains.
package struct SelectAuditHeads: Statement {
    package init() {}

    package var sql: SQL { "SELECT district, sequence, hash FROM audit_heads ORDER BY district" }

    package func decode(_ row: Row) throws(PostgresError) -> AuditHead {
        let (chain, sequence, hash) = try row.decode(as: AuditChain.self, Int64.self, [UInt8].self)
        return AuditHead(chain: chain, sequence: sequence, hash: hash)
    }
}

extension PostgresTransaction {
    /// Walks all chains, a page at a time. All of it must see one moment: the transaction is to be of repeatable reads.
    package func verifyAudit(
        against checkpoint: [AuditHead] = [], pageSize: Int = 5000
    ) async throws -> (verifier: AuditVerifier, fault: AuditFault?) {
        var verifier = AuditVerifier(heads: try await all(SelectAuditHeads()), checkpoint: checkpoint)
        var after: (chain: AuditChain, sequence: Int64)?
        while true {
            let page = try await all(SelectAuditEvents(after: after, limit: pageSize))
            for event in page {
                if let fault = verifier.check(event) { return (verifier, fault) }
            }
            guard let last = page.last else {
                let fault = verifier.finish()
                return (verifier, fault)
            }
            after = (last.chain, last.sequence)
        }
    }
}
