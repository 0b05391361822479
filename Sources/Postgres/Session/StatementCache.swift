/// Which statements a connection has prepared, by text and types of values; bounded, least recently used goes first.
///
/// A statement is prepared the second time it is seen, so that statements used once cost nothing extra.
struct StatementCache: Sendable {
    /// What to send for a statement.
    enum Plan: Equatable {
        /// Send the text.
        case text
        /// Prepare under this name, then run it; the second name is one to be given up first.
        case prepare(name: String, evicting: String?)
        /// Run what was prepared.
        case reuse(name: String)
    }

    private struct Key: Hashable {
        var text: String
        var types: [UInt32]
    }

    private struct Entry {
        var name: String?
        var lastUse: UInt64
    }

    private let capacity: Int
    private var entries: [Key: Entry] = [:]
    private var clock: UInt64 = 0
    private var lastName: UInt64 = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 0)
    }

    /// Decides how to send a statement. ``forget(_:_:)`` takes a preparation back that did not succeed.
    mutating func plan(_ text: String, _ types: [UInt32]) -> Plan {
        guard capacity > 0 else { return .text }
        clock += 1
        let key = Key(text: text, types: types)
        guard let known = entries[key] else {
            let evicted = entries.count >= capacity ? evict() : nil
            entries[key] = Entry(name: nil, lastUse: clock)
            // The evicted statement stays prepared on the server until the next preparation carries its end along.
            if let evicted { abandoned.append(evicted) }
            return .text
        }
        entries[key]?.lastUse = clock
        if let name = known.name { return .reuse(name: name) }
        lastName += 1
        let name = "s\(lastName)"
        entries[key]?.name = name
        // Nothing may stand before BEGIN: a transaction that has run a statement cannot be given an isolation level any more.
        return .prepare(name: name, evicting: text.hasPrefix("BEGIN") ? nil : abandoned.popLast())
    }

    /// Names prepared on the server that no entry leads to any more.
    private var abandoned: [String] = []

    /// Forgets one statement: its preparation failed, or the server no longer accepts it.
    mutating func forget(_ text: String, _ types: [UInt32]) {
        entries.removeValue(forKey: Key(text: text, types: types))
    }

    private mutating func evict() -> String? {
        guard let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return nil }
        entries.removeValue(forKey: oldest.key)
        return oldest.value.name
    }
}
