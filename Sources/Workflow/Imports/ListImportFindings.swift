import Access
import Store
package import Tabular
import Values

/// Lists what was wrong with the rows of an import, in the order of the rows.
package struct ListImportFindings: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - skipping: how many findings to pass over.
    ///   - count: how many to give at most.
    package func callAsFunction(job: Int64, skipping: Int, count: Int, as caller: Caller) async throws -> [Finding] {
        try await registry.all(
            SelectImportFindings(job: job, afterOffset: Int64(skipping), limit: count),
            as: registry.admit(caller, to: .reading(.listImportFindings), at: .anywhere)
        ).map { stored in
            Finding(
                row: Int(stored.row), line: Int(stored.line), column: stored.column, value: stored.value ?? "", code: stored.code,
                message: .init(zh: stored.messageChinese, en: stored.messageEnglish),
                remedy: .init(zh: stored.remedyChinese, en: stored.remedyEnglish), severity: stored.isError ? .error : .warning)
        }
    }
}
