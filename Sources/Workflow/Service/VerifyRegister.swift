import Access
import Postgres
import Store

/// What a check of the whole register found.
package struct CheckResult: Hashable, Sendable {
    package let name: String
    /// What must hold, in words.
    package let rule: String
    /// How many rows break the rule; 0 when it holds.
    package let brokenRows: Int64
    /// The first of them as JSON, columns by name.
    package let firstBroken: String?
}

extension CheckResult {
    /// The chains of audit events as one check more. The walk ends at the first fault, so that is all that is counted.
    fileprivate init(audit fault: AuditFault?) {
        self.init(
            name: "audit_chains", rule: "Every audit event is the one that was recorded, and none is missing.",
            brokenRows: fault == nil ? 0 : 1,
            firstBroken: fault.map {
                "{\"district\": \($0.chain.rawValue), \"sequence\": \($0.sequence), \"fault\": \"\($0.kind.rawValue)\"}"
            })
    }
}

/// Asks every question of `sql/checks`, and walks the chains of audit events, at one moment of the register.
package struct VerifyRegister: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(as caller: Caller) async throws -> [CheckResult] {
        try await registry.longReading(.verifyRegister, of: .nation, as: caller) { transaction in
            var results: [CheckResult] = []
            for check in RegisterCheck.all {
                let found = try await transaction.first(RunCheck(check))
                results.append(CheckResult(name: check.name, rule: check.rule, brokenRows: found?.count ?? 0, firstBroken: found?.first))
            }
            results.append(CheckResult(audit: try await transaction.verifyAudit().fault))
            return results
        }
    }
}
