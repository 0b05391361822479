import Access
package import Incubation
import Postgres
import Store
package import Values

/// Lists hub contracts, the oldest first.
package struct ListContracts: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(page: PageRequest, as caller: Caller) async throws -> Page<HubContract> {
        let after = try page.key { Int64($0) } ?? 0
        let rows = try await registry.reading(.listContracts, of: .anywhere, as: caller) {
            try await $0.all(SelectHubContracts(after: after, limit: page.size + 1))
        }
        return Page(reading: rows, size: page.size) { String($0.number) }
    }
}

/// Records a contract by which a hub incubates groups of an area.
package struct RecordContract: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ contract: HubContract, as caller: Caller) async throws -> HubContract {
        try await registry.act(.recordContract, on: .contract(nil, at: contract.area), as: caller) {
            try FieldRules.refuseText(contract.hub, field: "hub")
            try FieldRules.refuseText(contract.purchaser, field: "purchaser")
            try FieldRules.refuseOrder(contract.from, contract.until, field: "until")
        } doing: { transaction, subject in
            try await transaction.refuseArea(contract.area, on: registry.today)
            guard let number = try await transaction.first(InsertHubContract(contract)) else { throw Refusal.databaseUnavailable }
            (subject.key, subject.versionAfter) = (String(number), 1)
            return try await transaction.contract(number)
        }
    }
}

/// Ends a contract before its time.
package struct EndContract: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - lastDay: the last day on which the hub acts.
    ///   - version: the version of the contract that the caller read.
    package func callAsFunction(_ number: Int64, lastDay: Day, version: Int64, as caller: Caller) async throws -> HubContract {
        let area = try await registry.area(ofContract: number, as: caller)
        return try await registry.act(.endContract, on: .contract(number, at: area), as: caller) {
        } doing: { transaction, subject in
            let current = try await transaction.contract(number, lock: true)
            guard current.version == version else { throw Refusal.versionStale(current: current.version) }
            guard (current.from...current.until).contains(lastDay) else {
                throw Refusal.notPossible(
                    field: "lastDay", text("不在合同期 \(current.from) 至 \(current.until) 内", "it lies outside the contract's term"))
            }
            try await transaction.run(EndHubContract(number, version: version, lastDay: lastDay))
            (subject.versionBefore, subject.versionAfter) = (version, version + 1)
            return try await transaction.contract(number)
        }
    }
}

/// Hands the open cases of a contract over to another one, so that none is left to nobody.
package struct HandOverCases: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Returns: the contract that has the cases now.
    package func callAsFunction(from: Int64, to: Int64, as caller: Caller) async throws -> HubContract {
        let area = try await registry.area(ofContract: from, as: caller)
        return try await registry.act(.handOverCases, on: .contract(from, at: area), as: caller) {
            if from == to { throw Refusal.notPossible(field: "to", text("与移交方相同", "it is the contract that hands over")) }
        } doing: { transaction, _ in
            let (old, new) = (
                try await transaction.contract(min(from, to), lock: true), try await transaction.contract(max(from, to), lock: true)
            )
            let (giving, taking) = from < to ? (old, new) : (new, old)
            guard taking.isInForce(on: registry.today) else {
                throw Refusal.notPossible(field: "to", text("合同 \(to) 今日不在有效期内", "contract \(to) is not in force today"))
            }
            guard giving.area.lies(in: taking.area) else {
                throw Refusal.notPossible(
                    field: "to", text("合同 \(to) 的区域不含 \(giving.area)", "contract \(to) does not cover \(giving.area)"))
            }
            try await transaction.run(MoveCases(from: from, to: to))
            return try await transaction.contract(to)
        }
    }
}

extension Registry {
    /// Where a contract holds; nil for one that there is not. Contracts are public.
    fileprivate func area(ofContract number: Int64, as caller: Caller) async throws -> AreaCode? {
        try await all(FindHubContract(number), as: Admission(caller: caller, scope: nil)).first?.area
    }
}

extension PostgresTransaction {
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func contract(_ number: Int64, lock: Bool = false) async throws -> HubContract {
        guard let found = try await first(FindHubContract(number, lock: lock)) else { throw Refusal.notFound(.contract, String(number)) }
        return found
    }
}
