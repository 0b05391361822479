import Postgres
package import Store

/// What a check of the whole register found.
package struct CheckResult: Hashable, Sendable {
    package let check: RegisterCheck
    /// How many rows break the rule; 0 when it holds.
    package let brokenRows: Int64
    /// The first of them as JSON, columns by name.
    package let firstBroken: String?
}

/// Asks every question of `sql/checks`, at one moment of the register.
package struct VerifyRegister: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(as caller: Caller) async throws -> [CheckResult] {
        try await registry.longTransaction(as: caller) { transaction in
            var results: [CheckResult] = []
            for check in RegisterCheck.all {
                let found = try await transaction.first(RunCheck(check))
                results.append(CheckResult(check: check, brokenRows: found?.count ?? 0, firstBroken: found?.first))
            }
            return results
        }
    }
}
