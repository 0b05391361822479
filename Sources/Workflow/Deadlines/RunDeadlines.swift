import Access
package import Incubation
import Postgres
import Store
import Values

/// What running the deadlines came to.
package struct DeadlineRun: Hashable, Sendable {
    package internal(set) var reminded = 0
    package internal(set) var escalated = 0

    /// Nothing was to be done.
    package init() {}
}

/// Reminds owners of what is nearly due, and hands what is overdue to the role that its rule names.
///
/// Each item is an act of its own. It may be killed and run again, on the same day as often as wanted: an item is reminded of once and
/// escalates once.
package struct RunDeadlines: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    private static let pageSize = 500

    /// - Parameter did: is told of each item, after its act.
    package func callAsFunction(
        as caller: Caller, did: (DeadlineAct, PendingLine) throws -> Void = { _, _ in }
    ) async throws -> DeadlineRun {
        try await registry.recordingRefusal(of: .runDeadlines, on: .pendingItems, as: caller) {
            // A request's key stands for one act, and this is many; each can be done again without being done twice.
            let admission = try await registry.admit(caller.withoutRequest, to: .act(.runDeadlines), at: .nation)
            var (run, after) = (DeadlineRun(), PendingItemNumber?.none)
            while true {
                let page = try await registry.all(
                    SelectTimedItems(today: registry.today, after: after, limit: Self.pageSize), as: admission)
                guard let last = page.last else { return run }
                for number in page {
                    guard let (act, line) = try await self.act(on: number, as: admission) else { continue }
                    switch act {
                    case .remind: run.reminded += 1
                    case .escalate: run.escalated += 1
                    }
                    try did(act, line)
                }
                after = last
            }
        }
    }

    /// Somebody closed or reminded of the item in the meantime, so that there is nothing to do and no event to leave.
    private struct NothingLeft: Error {}

    private func act(on number: PendingItemNumber, as admission: Admission) async throws -> (DeadlineAct, PendingLine)? {
        do {
            return try await registry.recorded(.runDeadlines, on: .pendingItem(number), as: admission) { transaction, subject in
                guard let item = try await transaction.first(FindPendingItem(number, lock: true))?.item, item.state == .open,
                    let act = item.days.nextAct(isReminded: item.remindedAt != nil, on: registry.today)
                else { throw NothingLeft() }
                let step = try await step(act, item, by: admission.caller, in: transaction)
                try await transaction.run(RecordPendingStep(step, of: number, version: item.version))
                (subject.versionBefore, subject.versionAfter) = (item.version, item.version + 1)
                return (act, registry.line(try await transaction.pendingItem(number)))
            }
        } catch is NothingLeft {
            return nil
        }
    }

    private func step(
        _ act: DeadlineAct, _ item: PendingItem, by caller: Caller, in transaction: PostgresTransaction
    ) async throws -> PendingStep {
        switch act {
        case .remind: return PendingStep(what: .reminded, at: registry.now(), caller: caller.name, owner: item.owner, reason: nil)
        case .escalate:
            let owner = PendingOwner.role(try await transaction.rule(of: item).escalatesTo, in: item.area)
            return PendingStep(what: .escalated, at: registry.now(), caller: caller.name, owner: owner, reason: nil)
        }
    }
}
