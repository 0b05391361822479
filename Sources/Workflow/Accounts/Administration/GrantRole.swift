package import Access
import Incubation
import Postgres
import Store
package import Values

/// A role to be granted.
package struct RoleGrant: Hashable, Sendable {
    package var role: Role
    package var scope: Scope
    /// nil for today.
    package var from: Day?
    /// The last day on which it is held; nil without an end.
    package var until: Day?
    /// By which a hub's person holds the role; nil for the one in force there on the first day, and for everybody else.
    package var contract: Int64?

    package init(role: Role, scope: Scope, from: Day? = nil, until: Day? = nil, contract: Int64? = nil) {
        self.role = role
        self.scope = scope
        self.from = from
        self.until = until
        self.contract = contract
    }
}

/// Grants an account a role.
package struct GrantRole: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/rolesIncompatible(_:_:)`` when the account holds, or has held, a role of another duty; ``Refusal/ownAccount``,
    ///   ``Refusal/confirmationNeeded``, ``Refusal/alreadyRecorded(_:)``, ``Refusal/areaUnknown(_:)``; ``Refusal/contractMissing(_:)`` for a
    ///   hub's role where no hub is commissioned, or not by that contract.
    package func callAsFunction(_ grant: RoleGrant, to number: AccountNumber, as caller: Caller) async throws -> [Holding] {
        let from = grant.from ?? accounts.registry.today
        return try await accounts.registry.act(.grantRole, on: .account(number), as: caller) {
            try accounts.refuseUnconfirmed(caller)
            if caller.account == number { throw Refusal.ownAccount }
            guard grant.role.fits(grant.scope) else { throw Refusal.roleDoesNotFit(grant.role) }
            try FieldRules.refuseOrder(from, grant.until, field: "until")
        } doing: { transaction, subject in
            try await transaction.assume(.administration)
            let before = try await transaction.account(number, lock: true)
            guard before.state != .disabled else { throw Refusal.accountDisabled(number) }
            let held = try await transaction.all(SelectHoldings(of: number))
            if let other = held.first(where: { !$0.role.isCompatible(with: grant.role) }) {
                throw Refusal.rolesIncompatible(grant.role, other.role)
            }
            let running = try await transaction.all(SelectHoldings(of: number, withEnded: false))
            if running.contains(where: { $0.overlaps(grant, from: from) }) { throw Refusal.alreadyRecorded(.roleHolding) }
            try await refuseUnknown(grant.scope, in: transaction)
            let contract = try await contract(of: grant, from: from, in: transaction)
            guard try await transaction.run(ClaimDuty(Duty(of: grant.role), for: number)) == 1 else {
                throw Refusal.rolesIncompatible(grant.role, held.first?.role ?? grant.role)
            }
            _ = try await transaction.first(
                InsertHolding(
                    of: number, role: grant.role, scope: grant.scope, from: from, until: grant.until, contract: contract,
                    grantedBy: caller.account))
            (subject.versionBefore, subject.versionAfter) = (before.version, try await transaction.account(number).version)
            return try await transaction.all(SelectHoldings(of: number))
        }
    }

    /// The contract by which a hub's person holds a role: in force on the first day, and of an area that the role's lies in.
    private func contract(of grant: RoleGrant, from day: Day, in transaction: PostgresTransaction) async throws -> Int64? {
        guard grant.role.isOfHub, case .area(let area) = grant.scope else {
            if grant.contract == nil { return nil }
            throw Refusal.notPossible(
                field: "contract", text("只有枢纽人员凭合同任职", "only a hub's people hold a role by a contract"))
        }
        guard let number = grant.contract else {
            guard let found = try await transaction.first(FindContractInForce(at: area, on: day)) else {
                throw Refusal.contractMissing(area)
            }
            return found
        }
        guard let contract = try await transaction.first(FindHubContract(number)) else {
            throw Refusal.notFound(.contract, String(number))
        }
        guard contract.isInForce(on: day), Scope.area(contract.area).covers(.area(area)) == true else {
            throw Refusal.contractMissing(area)
        }
        return number
    }

    private func refuseUnknown(_ scope: Scope, in transaction: PostgresTransaction) async throws {
        switch scope {
        case .nation: break
        case .area(let code):
            guard try await transaction.first(FindArea(code: code)) != nil else { throw Refusal.areaUnknown(code.text) }
        case .organization(let number): _ = try await transaction.organization(number)
        }
    }
}

extension Holding {
    /// Whether the same role is granted once more for a part of the same time.
    fileprivate func overlaps(_ grant: RoleGrant, from first: Day) -> Bool {
        role == grant.role && scope == grant.scope && from <= grant.until ?? .latest && first <= until ?? .latest
    }
}

/// Ends a role of an account, at once or behind a last day.
package struct EndRole: Sendable {
    let accounts: UserAccounts

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Parameter last: the last day on which it is still held; nil ends it at once.
    /// - Throws: ``Refusal/notFound(_:_:)`` for a holding that is none of the account's or goes on no longer.
    package func callAsFunction(_ holding: Int64, of number: AccountNumber, last: Day?, as caller: Caller) async throws -> [Holding] {
        let today = accounts.registry.today
        return try await accounts.registry.act(.endRole, on: .account(number), as: caller) {
            if let last { try FieldRules.refuseOrder(today, last, field: "last") }
        } doing: { transaction, _ in
            try await transaction.assume(.administration)
            _ = try await transaction.account(number, lock: true)
            let end = EndHolding(holding, of: number, last: last ?? today, at: last == nil ? accounts.now : nil)
            guard try await transaction.run(end) == 1 else { throw Refusal.notFound(.roleHolding, String(holding)) }
            return try await transaction.all(SelectHoldings(of: number))
        }
    }
}
