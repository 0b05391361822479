import Access
package import Appraisal
import Postgres
import Store
package import Values

/// A version of a rubric: compiled in, kept by the register, or both.
package struct RubricEntry: Hashable, Sendable {
    package let id: String
    package let hash: String
    package let title: BilingualText
    package let validFrom: Day
    package let validThrough: Day?
    package let isCompiledIn: Bool
    /// Whether it is used where none is named.
    package let isInForce: Bool
    /// What the register keeps of it; nil for one that was never used.
    package let kept: RubricVersion?
}

/// Lists the rubrics: what was compiled in and what the register keeps.
package struct ListRubrics: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(as caller: Caller) async throws -> [RubricEntry] {
        try await registry.reading(.listRubrics, of: .anywhere, as: caller) { transaction in
            let active = try await transaction.rubricInForce().hash
            let kept = try await transaction.all(SelectRubricVersions())
            let shipped = try RubricLibrary.names.map(RubricLibrary.named)
            var entries = shipped.map { rubric in
                RubricEntry(
                    rubric, isCompiledIn: true, isInForce: rubric.hash == active, kept: kept.first { $0.hash == rubric.hash })
            }
            for version in kept where !entries.contains(where: { $0.hash == version.hash }) {
                guard let rubric = try await transaction.rubric(withHash: version.hash) else { continue }
                entries.append(RubricEntry(rubric, isCompiledIn: false, isInForce: version.hash == active, kept: version))
            }
            return entries
        }
    }

    /// What everybody may know: the rubrics that were compiled in, and the one in force.
    package func inUse(as caller: Caller) async throws -> [NamedRubric] {
        let inForce = try await ShowRubric(registry: registry).inForce(as: caller)
        let shipped = try RubricLibrary.names.map(RubricLibrary.named)
        return (shipped.contains { $0.hash == inForce.hash } ? [] : [inForce]) + shipped
    }

    /// One of them, by its hash or its name, with its document.
    /// - Throws: ``Refusal/rubricUnknown(_:)``.
    package func callAsFunction(
        _ name: String, as caller: Caller
    ) async throws -> (entry: RubricEntry, rubric: NamedRubric) {
        let entries = try await self(as: caller)
        let rubric = try await registry.reading(.listRubrics, of: .anywhere, as: caller) { try await $0.rubric(named: name) }
        guard let rubric, let entry = entries.first(where: { $0.hash == rubric.hash }) else { throw Refusal.rubricUnknown(name) }
        return (entry, rubric)
    }
}

extension RubricEntry {
    fileprivate init(_ rubric: NamedRubric, isCompiledIn: Bool, isInForce: Bool, kept: RubricVersion?) {
        self.init(
            id: rubric.rubric.id, hash: rubric.hash, title: rubric.rubric.title, validFrom: rubric.rubric.validFrom,
            validThrough: rubric.rubric.validThrough, isCompiledIn: isCompiledIn, isInForce: isInForce, kept: kept)
    }
}
