import Crypto
package import Values

/// What an event says of an act. No personal data and no free text: names from closed sets, numbers of records, versions.
package struct AuditEntry: Hashable, Sendable {
    /// The act's stable name.
    package var act: String
    package var caller: String
    /// The kind of record that was acted on.
    package var subject: String
    /// Its number; nil when the act was refused before there was one.
    package var subjectKey: String?
    package var versionBefore: Int64?
    package var versionAfter: Int64?
    /// The stable name of the refusal; nil when the act was done.
    package var refusal: String?
    /// What the act was for, by a name of a closed list, where it has to be stated.
    package var purpose: String?
    /// How many rows the act showed or removed, where that is what matters.
    package var rowCount: Int64?

    package init(
        act: String, caller: String, subject: String, subjectKey: String? = nil, versionBefore: Int64? = nil, versionAfter: Int64? = nil,
        refusal: String? = nil, purpose: String? = nil, rowCount: Int64? = nil
    ) {
        self.act = act
        self.caller = caller
        self.subject = subject
        self.subjectKey = subjectKey
        self.versionBefore = versionBefore
        self.versionAfter = versionAfter
        self.refusal = refusal
        self.purpose = purpose
        self.rowCount = rowCount
    }
}

/// A link of a chain.
package struct AuditEvent: Hashable, Sendable {
    package let chain: AuditChain
    /// From 1 up, without gaps.
    package let sequence: Int64
    /// 32 bytes; zeros for the first event.
    package let previousHash: [UInt8]
    package let occurredAt: Instant
    package let entry: AuditEntry
    package let hash: [UInt8]

    /// An event as it was stored, right or wrong.
    package init(
        chain: AuditChain, sequence: Int64, previousHash: [UInt8], occurredAt: Instant, entry: AuditEntry, hash: [UInt8]
    ) {
        self.chain = chain
        self.sequence = sequence
        self.previousHash = previousHash
        self.occurredAt = occurredAt
        self.entry = entry
        self.hash = hash
    }

    /// The next event behind a head.
    package init(_ entry: AuditEntry, at occurredAt: Instant, behind head: AuditHead) {
        // A head that was tampered with must not end the program; the table refuses the number that comes of it.
        let (chain, sequence) = (head.chain, head.sequence &+ 1)
        let bytes = Self.canonicalBytes(
            chain: chain, sequence: sequence, previousHash: head.hash, occurredAt: occurredAt, entry: entry)
        self.init(
            chain: chain, sequence: sequence, previousHash: head.hash, occurredAt: occurredAt, entry: entry, hash: Self.digest(of: bytes))
    }

    package var head: AuditHead { AuditHead(chain: chain, sequence: sequence, hash: hash) }

    /// Whether the hash is that of what the event says.
    package var isIntact: Bool {
        hash
            == Self.digest(
                of: Self.canonicalBytes(
                    chain: chain, sequence: sequence, previousHash: previousHash, occurredAt: occurredAt, entry: entry))
    }

    /// The one place that says by which function events are chained.
    private static func digest(of bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }

    /// The bytes that are hashed, the same for ever: a mark of the format, then every field in this order. Numbers are 64 bits, the
    /// highest byte first; texts and hashes come behind their count of bytes; what may be missing comes behind a byte that is 0 when it
    /// is missing and 1 when it is there. So no two events have the same bytes.
    ///
    /// An event with a purpose or a count of rows has the second format, which holds both behind the fields of the first.
    static func canonicalBytes(
        chain: AuditChain, sequence: Int64, previousHash: [UInt8], occurredAt: Instant, entry: AuditEntry
    ) -> [UInt8] {
        let isFirstFormat = entry.purpose == nil && entry.rowCount == nil
        var bytes = CanonicalBytes(format: isFirstFormat ? "incubator-audit-1" : "incubator-audit-2")
        bytes.append(previousHash)
        bytes.append(chain.rawValue)
        bytes.append(sequence)
        bytes.append(occurredAt.microsecondsSince1970)
        bytes.append(entry.act)
        bytes.append(entry.caller)
        bytes.append(entry.subject)
        bytes.append(entry.subjectKey) { $0.append($1) }
        bytes.append(entry.versionBefore) { $0.append($1) }
        bytes.append(entry.versionAfter) { $0.append($1) }
        bytes.append(entry.refusal) { $0.append($1) }
        if !isFirstFormat {
            bytes.append(entry.purpose) { $0.append($1) }
            bytes.append(entry.rowCount) { $0.append($1) }
        }
        return bytes.bytes
    }
}
