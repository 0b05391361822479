import Access
import Appraisal
import Postgres
import Store

/// Finds a rubric, whether it was compiled in or is kept by the register, so that everybody can read the rules that they are measured by.
package struct ShowRubric: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter name: a hash, or a name. Of several rubrics of one name that which was compiled in is meant, otherwise that which was proposed last.
    /// - Throws: ``Refusal/rubricUnknown(_:)``.
    package func callAsFunction(_ name: String, as caller: Caller) async throws -> NamedRubric {
        let admission = try await registry.admit(caller, to: .reading(.showRubric), at: .anywhere)
        // What was compiled in is at hand without the database.
        if RubricLibrary.names.contains(name) { return try RubricLibrary.named(name) }
        if let known = try RubricLibrary.withHash(name) { return known }
        return try await registry.transaction(as: admission) { transaction in
            guard let found = try await transaction.rubric(named: name) else { throw Refusal.rubricUnknown(name) }
            return found
        }
    }

    /// The rubric that is used where none is named.
    package func inForce(as caller: Caller) async throws -> NamedRubric {
        try await registry.reading(.showRubric, of: .anywhere, as: caller) { try await $0.rubricInForce() }
    }
}
