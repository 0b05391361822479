import Access
package import Appraisal
import Postgres
import Store
import Values

/// Hands a rubric's document in. Nothing is assessed by it unless somebody asks for it by name, before somebody else activates it.
package struct ProposeRubric: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Returns: the version that the register keeps; one that it has already keeps its first author.
    package func callAsFunction(_ rubric: NamedRubric, as caller: Caller) async throws -> RubricVersion {
        try await registry.act(.proposeRubric, on: .rubric(.rubric), as: caller) {
            // What was read is sound.
        } doing: { transaction, _ in
            try await transaction.keep(rubric, by: caller.name)
            guard let version = try await transaction.first(SelectRubricVersions(hash: rubric.hash)) else {
                throw Refusal.rubricUnknown(rubric.hash)
            }
            return version
        }
    }
}
