import Access
import Postgres
import Store
package import Tabular
package import Values

/// Lists the imports that the caller began, the newest first. Nobody is shown those of somebody else.
package struct ListImports: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(page: PageRequest, as caller: Caller) async throws -> Page<ImportStatus> {
        let before = try page.key { Int64($0) }
        let admission = try await registry.admit(caller, to: .reading(.listImports), at: .anywhere)
        let rows = try await registry.all(SelectImports(of: caller.name, before: before, limit: page.size + 1), as: admission)
        return Page(reading: rows.compactMap(ImportStatus.init), size: page.size) { String($0.number) }
    }
}

/// Shows one of the caller's own imports.
package struct ShowImport: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/notFound(_:_:)``, for somebody else's as well.
    package func callAsFunction(_ number: Int64, as caller: Caller) async throws -> ImportStatus {
        let admission = try await registry.admit(caller, to: .reading(.listImports), at: .anywhere)
        let row = try await registry.all(SelectImports(of: caller.name, job: number), as: admission).first
        guard let status = row.flatMap(ImportStatus.init) else { throw Refusal.notFound(.importJob, String(number)) }
        return status
    }
}

/// Lists what was wrong with the rows of one of the caller's own imports, in the order of the rows.
package struct ListOwnFindings: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Throws: ``Refusal/notFound(_:_:)``, for somebody else's import as well.
    package func callAsFunction(of number: Int64, page: PageRequest, as caller: Caller) async throws -> Page<Finding> {
        let skipping = try page.key { text in Int(text).flatMap { $0 >= 0 ? $0 : nil } } ?? 0
        _ = try await ShowImport(registry: registry)(number, as: caller)
        let found = try await ListImportFindings(registry: registry)(job: number, skipping: skipping, count: page.size + 1, as: caller)
        let (next, overflow) = skipping.addingReportingOverflow(page.size)
        return Page(items: Array(found.prefix(page.size)), next: found.count > page.size && !overflow ? String(next) : nil)
    }

    /// The same for who knows nothing of tables.
    package func plain(of number: Int64, page: PageRequest, as caller: Caller) async throws -> Page<ImportFinding> {
        try await self(of: number, page: page, as: caller).map(ImportFinding.init)
    }
}

/// What was wrong with a row, or is to be looked at.
package struct ImportFinding: Hashable, Sendable {
    /// As a spreadsheet counts: the header is row 1; 0 speaks of the file as a whole.
    package let row: Int
    package let line: Int
    package let column: String?
    package let value: String
    package let code: String
    /// Whether the row cannot be taken over.
    package let isError: Bool
    package let message: BilingualText
    package let remedy: BilingualText

    init(_ finding: Finding) {
        (row, line, column) = (finding.row, finding.line, finding.column)
        (value, code, isError) = (finding.value, finding.code, finding.severity == .error)
        (message, remedy) = (finding.message, finding.remedy)
    }
}
