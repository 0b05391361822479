package import Incubation
import Postgres
import Store
import Values

/// An item in a list: with the organization's name, and how it stands today.
package struct PendingLine: Hashable, Sendable {
    package let item: PendingItem
    package let organizationName: String
    /// Nil when it does not wait any more.
    package let standing: DeadlineStanding?
}

/// An item with the rule that it comes from and all that became of it.
package struct PendingFile: Hashable, Sendable {
    package let line: PendingLine
    package let rule: DeadlineRule
    /// The oldest first.
    package let history: [PendingStep]

    package var item: PendingItem { line.item }
}

extension Registry {
    func line(_ found: NamedPendingItem) -> PendingLine {
        PendingLine(
            item: found.item, organizationName: found.organizationName, standing: found.item.days.standing(in: found.item.state, on: today))
    }

    /// - Throws: ``Refusal/notFound(_:_:)``.
    func pendingFile(_ number: PendingItemNumber, in transaction: PostgresTransaction) async throws -> PendingFile {
        let found = try await transaction.pendingItem(number)
        return PendingFile(
            line: line(found), rule: try await transaction.rule(of: found.item),
            history: try await transaction.all(SelectPendingSteps(of: number)))
    }
}

extension PostgresTransaction {
    /// - Parameter lock: keeps others from changing it until the transaction ends.
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func pendingItem(_ number: PendingItemNumber, lock: Bool = false) async throws -> NamedPendingItem {
        guard let found = try await first(FindPendingItem(number, lock: lock)) else {
            throw Refusal.notFound(.pendingItem, number.description)
        }
        return found
    }

    /// The rule that an item was made by.
    func rule(of item: PendingItem) async throws -> DeadlineRule {
        guard let rule = try await all(SelectDeadlineRules(of: item.kind)).first(where: { $0.reference == item.rule }) else {
            throw Refusal.deadlineRuleMissing(item.kind)
        }
        return rule
    }
}
