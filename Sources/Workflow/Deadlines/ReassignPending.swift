import Access
package import Incubation
import Postgres
import Store
import Values

/// Hands an item over to another owner. Its deadline stays as it is.
package struct ReassignPending: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter version: the version of the item that the decision rests on.
    /// - Throws: ``Refusal/pendingItemClosed(_:)``, ``Refusal/versionStale(current:)``; ``Refusal/notPossible(field:_:)`` for an owner who
    ///   cannot reach the organization, has it already, or is no account.
    package func callAsFunction(
        _ number: PendingItemNumber, to owner: PendingOwner, reason: String?, version: Int64, as caller: Caller
    ) async throws -> PendingFile {
        try await registry.act(.reassignPending, on: .pendingItem(number), as: caller) {
            try FieldRules.refuseLength(reason, field: "reason", longest: 500)
        } doing: { transaction, subject in
            let item = try await transaction.pendingItem(number, lock: true).item
            guard item.state.isWaiting else { throw Refusal.pendingItemClosed(number) }
            guard item.version == version else { throw Refusal.versionStale(current: item.version) }
            try Self.refuse(owner, of: item)
            try await Self.refuseRecused(owner, of: item, in: transaction)
            let step = PendingStep(what: .reassigned, at: registry.now(), caller: caller.name, owner: owner, reason: reason)
            do {
                try await transaction.run(RecordPendingStep(step, of: number, version: version))
            } catch let error as PostgresError {
                throw Self.refusal(of: error, owner) ?? error
            }
            (subject.versionBefore, subject.versionAfter) = (version, version + 1)
            return try await registry.pendingFile(number, in: transaction)
        }
    }

    private static func refuse(_ owner: PendingOwner, of item: PendingItem) throws(Refusal) {
        if owner == item.owner { throw .notPossible(field: "owner", text("已由其负责", "it waits for them already")) }
        guard case .role(_, let area) = owner, !item.area.lies(in: area) else { return }
        throw .notPossible(
            field: "area", text("组织所在的 \(item.area) 不在 \(area) 之内", "the organization lies in \(item.area), which is not inside \(area)"))
    }

    /// Whoever declared an interest has withdrawn from the move.
    private static func refuseRecused(_ owner: PendingOwner, of item: PendingItem, in transaction: PostgresTransaction) async throws {
        guard case .account(let account) = owner, PendingKind.ofMoves.contains(item.kind) else { return }
        let standing = try await transaction.first(FindStanding(of: "account-\(account)", to: item.number.organization))
        guard standing?.hasInterest == true else { return }
        throw Refusal.notPossible(
            field: "account", text("已声明有利害关系，须回避", "they declared an interest in the organization, and withdraw"))
    }

    private static func refusal(of error: PostgresError, _ owner: PendingOwner) -> Refusal? {
        switch (error.constraint, owner) {
        case ("pending_items_owner_area_fkey", .role(_, let area)): .areaUnknown(area.text)
        case ("pending_items_owner_account_fkey", .account(let account)):
            .notPossible(field: "account", text("没有账号 \(account)", "there is no account \(account)"))
        default: nil
        }
    }
}
