/// A leased connection and what goes with every call on it. Nothing to see from outside this module.
package struct SessionHandle: Sendable {
    let session: PostgresSession
    let lease: Lease
    var deadline: ContinuousClock.Instant?
    var opening: TransactionOpening?
    var context: SessionContext = [:]
    var transaction: UInt64?

    func call(_ fileID: StaticString, _ line: UInt, isShielded: Bool = false) -> Call {
        Call(
            place: SourcePlace(fileID: fileID, line: line),
            lease: lease,
            deadline: deadline,
            opening: opening,
            context: context,
            transaction: transaction,
            isShielded: isShielded
        )
    }
}
