/// How far a transaction is kept apart from those beside it.
package enum Isolation: String, Sendable, Hashable, CaseIterable {
    /// Each statement sees what was committed before it began.
    case readCommitted = "READ COMMITTED"
    /// All statements see what was committed before the first; a conflicting write ends in 40001 and is tried again.
    case repeatableRead = "REPEATABLE READ"
    /// As if the transactions ran one after another; conflicts end in 40001 and are tried again.
    case serializable = "SERIALIZABLE"
}

/// Whether a transaction may write.
package enum Access: String, Sendable, Hashable, CaseIterable {
    /// May write.
    case readWrite = "READ WRITE"
    /// The server refuses every write with 25006; a lost answer leaves no doubt about what was stored.
    case readOnly = "READ ONLY"
}
