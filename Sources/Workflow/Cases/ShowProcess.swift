import Access
package import Incubation
import Store
package import Values

/// A step that the process allows, and the rule that it comes from.
package struct ProcessMove: Hashable, Sendable {
    package let from: CaseStage
    package let to: CaseStage
    /// How many people it takes: 0 where one person makes it, else 2 or 3.
    package let steps: Int32
    package let source: BilingualText
}

/// Shows the process as it is configured, so that what people read and what runs are the same.
package struct ShowProcess: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Returns: the moves in the order of the stages.
    package func callAsFunction(as caller: Caller) async throws -> [ProcessMove] {
        let admission = try await registry.admit(caller, to: .reading(.showProcess), at: .anywhere)
        let order = Dictionary(uniqueKeysWithValues: CaseStage.allCases.enumerated().map { ($0.element, $0.offset) })
        func place(_ row: ProcessRow) -> (Int, Int) { (order[row.move.from] ?? 0, order[row.move.to] ?? 0) }
        return try await registry.all(SelectProcess(), as: admission).sorted { place($0) < place($1) }.map {
            ProcessMove(from: $0.move.from, to: $0.move.to, steps: $0.steps, source: text($0.sourceChinese, $0.sourceEnglish))
        }
    }
}
