import Access
import Postgres
package import Store
import Values

/// Begins an import, or finds the unfinished one of the same file, so that it can be shown before anything is read.
package struct BeginImport: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// By a request with a key it begins once, and a repeated request is answered as the first was.
    ///
    /// - Throws: ``Refusal``; ``RepeatedRequest`` for a request that was here before.
    package func callAsFunction(_ request: ImportRequest, size: ImportSize, as caller: Caller) async throws -> ImportStatus {
        try await registry.importing(request, as: caller) { admission in
            try await registry.write(as: admission, within: registry.deadline) { transaction in
                if let key = caller.request { try await transaction.claim(key, for: .importTable, of: caller) }
                guard let job = try await transaction.first(OpenImportJob(request.key, of: caller.name)) else {
                    throw Refusal.databaseUnavailable
                }
                try await transaction.run(ExpectImport(job.job, size: size, columns: request.columns))
                let row = try await transaction.first(SelectImports(of: caller.name, job: job.job))
                guard let status = row.flatMap(ImportStatus.init) else { throw Refusal.notFound(.importJob, String(job.job)) }
                if let key = caller.request { try await transaction.keepAnswer(to: key, giving: status, of: caller) }
                return status
            }
        }
    }
}
