import Access
import Incubation
import Postgres
import Store
import Values

/// What a recommended move waits for: one person at a time, until a day.
extension PostgresTransaction {
    /// Closes what a move has waited for, and makes it wait for whoever comes next.
    ///
    /// - Parameter next: nil after the last word.
    /// - Throws: as ``openPending(_:about:from:for:at:by:)``.
    func passOn(
        to next: PendingKind?, of number: OrganizationNumber, on day: Day, at moment: Instant, by caller: Caller
    ) async throws {
        for waiting in try await all(SelectWaitingItems(of: number, kinds: PendingKind.ofMoves)) {
            try await closePending(waiting.item, as: .done, at: moment, by: caller)
        }
        guard let next else { return }
        try await openPending(next, about: try await organization(number), from: day, at: moment, by: caller)
    }

    /// Gives what waits for somebody by name back to the role that it is for: they have an interest, and withdraw.
    func withdraw(_ caller: Caller, from number: OrganizationNumber, at moment: Instant) async throws {
        guard let account = caller.account else { return }
        for waiting in try await all(SelectWaitingItems(of: number, kinds: PendingKind.ofMoves)).map(\.item)
        where waiting.owner == .account(account.rawValue) {
            let role = PendingOwner.role(try await rule(of: waiting).owner, in: waiting.area)
            let step = PendingStep(what: .reassigned, at: moment, caller: caller.name, owner: role, reason: nil)
            try await run(RecordPendingStep(step, of: waiting.number, version: waiting.version))
        }
    }
}
