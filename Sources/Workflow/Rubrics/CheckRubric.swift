import Access
package import Appraisal
import Values

/// Checks a rubric's document without keeping it: what is wrong is told with its place, what is right gets the hash that names its content.
package struct CheckRubric: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/rubricInvalid(place:_:)``.
    package func callAsFunction(_ document: RubricValue, as caller: Caller) async throws -> NamedRubric {
        _ = try await registry.admit(caller, to: .reading(.checkRubric), at: .anywhere)
        return try NamedRubric(document: document)
    }
}
