import Access
package import Incubation
import Store
import Values

/// Lists an organization's yearly accounts, each receipt by itself, the newest year first.
package struct ListAccounts: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> [YearlyAccounts] {
        try await registry.reading(.listAccounts, of: .organization(number), as: caller) { transaction in
            try await transaction.all(SelectYearlyAccounts(of: number), of: number)
        }
    }
}

/// Writes down accounts as they were received. Corrected figures are another receipt.
package struct RecordAccounts: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, _ accounts: YearlyAccounts, as caller: Caller) async throws
        -> [YearlyAccounts]
    {
        return try await registry.append(.recordAccounts, InsertYearlyAccounts(accounts, for: number), .accounts, to: number, as: caller) {
            try registry.refuseFuture(accounts.receivedOn, field: "receivedOn")
            try FieldRules.refuseOrder(accounts.periodEnd, accounts.receivedOn, field: "receivedOn")
            try FieldRules.refuseNegative(accounts.members, field: "members")
            try FieldRules.refuseNegative(accounts.staff, field: "staff")
            guard accounts.currency.utf8.count == 3, accounts.currency.utf8.allSatisfy({ (65...90).contains($0) }) else {
                throw Refusal.malformed(
                    field: "currency", value: accounts.currency, expected: text("三个大写字母，如 CNY", "three capital letters such as CNY"))
            }
        } then: {
            try await $0.all(SelectYearlyAccounts(of: number))
        }
    }
}
