import Synchronization

/// The time during which a connection belongs to one caller. Ended once; whatever is asked after that is refused.
final class Lease: Sendable {
    private let open = Atomic(true)

    var isOpen: Bool { open.load(ordering: .acquiring) }

    func end() { open.store(false, ordering: .releasing) }
}

/// What goes with every request to a session besides the statements.
struct Call: Sendable {
    var place: SourcePlace
    /// The lease it is made under; nil for the pool's own.
    var lease: Lease?
    /// When it must be over.
    var deadline: ContinuousClock.Instant?
    /// How the transaction begins that it belongs to: sent before its first statement, in the same round trip.
    var opening: TransactionOpening?
    /// The settings that it runs under, in a transaction.
    var context: SessionContext = [:]
    /// Which transaction it belongs to; nil for none.
    var transaction: UInt64?
    /// True for work that a cancelled task still has to do, such as ROLLBACK.
    var isShielded = false
}
