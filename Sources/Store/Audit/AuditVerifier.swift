/// What is wrong with a chain, and where first.
package struct AuditFault: Error, Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The event of this number is not there.
        case missing
        /// The number does not follow on the event before.
        case outOfOrder
        /// It does not name the hash of the event before: one of the two is another than it was.
        case unlinked
        /// It says something else than what was hashed.
        case altered
        /// The chain does not end where its head says.
        case headDiffers
        /// It is another event than the one that the checkpoint was made of.
        case checkpointDiffers
    }

    package let chain: AuditChain
    package let sequence: Int64
    package let kind: Kind

    package init(chain: AuditChain, sequence: Int64, kind: Kind) {
        self.chain = chain
        self.sequence = sequence
        self.kind = kind
    }
}

/// Goes along chains, event by event, and stops at the first that is not what it was. Needs memory for the ends of chains only.
package struct AuditVerifier: Sendable {
    /// Ends by the table of heads, and by a checkpoint, of chains that were not walked to their end yet.
    private var heads: [AuditChain: AuditHead]
    private var marks: [AuditChain: AuditHead]
    private var last: AuditHead?
    package private(set) var events: Int64 = 0
    /// The last event of every chain that is whole.
    package private(set) var ends: [AuditHead] = []

    /// - Parameters:
    ///   - heads: what the table of heads says.
    ///   - checkpoint: heads as they were once; chains may have grown since.
    package init(heads: [AuditHead], checkpoint: [AuditHead] = []) {
        self.heads = Dictionary(heads.map { ($0.chain, $0) }) { first, _ in first }
        marks = Dictionary(checkpoint.map { ($0.chain, $0) }) { first, _ in first }
    }

    /// Takes the next event in the order of chains and numbers.
    package mutating func check(_ event: AuditEvent) -> AuditFault? {
        if event.chain != last?.chain {
            if let fault = endChain() { return fault }
            last = AuditHead(startOf: event.chain)
        }
        guard let before = last else { return nil }
        if event.sequence != before.sequence + 1 {
            return event.sequence > before.sequence
                ? AuditFault(chain: event.chain, sequence: before.sequence + 1, kind: .missing) : fault(.outOfOrder, event)
        }
        if event.previousHash != before.hash { return fault(.unlinked, event) }
        if !event.isIntact { return fault(.altered, event) }
        if let mark = marks[event.chain], mark.sequence == event.sequence {
            if mark.hash != event.hash { return fault(.checkpointDiffers, event) }
            marks[event.chain] = nil
        }
        last = event.head
        events += 1
        return nil
    }

    /// Says whether every chain ended where it should.
    package mutating func finish() -> AuditFault? {
        if let fault = endChain() { return fault }
        // What is left here has no event at all.
        let missing = heads.values.filter { $0.sequence != 0 } + marks.values.filter { $0.sequence != 0 }
        guard let chain = missing.map(\.chain).min() else { return nil }
        return AuditFault(chain: chain, sequence: 1, kind: .missing)
    }

    private mutating func endChain() -> AuditFault? {
        guard let last else { return nil }
        let head = heads.removeValue(forKey: last.chain)
        let next = last.sequence + 1
        if let mark = marks[last.chain], mark.sequence > last.sequence {
            return AuditFault(chain: last.chain, sequence: next, kind: .missing)
        }
        guard head == last else {
            let isShort = head.map { $0.sequence > last.sequence } ?? false
            return AuditFault(chain: last.chain, sequence: isShort ? next : last.sequence, kind: isShort ? .missing : .headDiffers)
        }
        ends.append(last)
        self.last = nil
        return nil
    }

    private func fault(_ kind: AuditFault.Kind, _ event: AuditEvent) -> AuditFault {
        AuditFault(chain: event.chain, sequence: event.sequence, kind: kind)
    }
}
