import Store

/// Says whether the service can do its work: the database answers and has the structure that this program needs.
package struct CheckReadiness: Sendable {
    let registry: Registry
    private let migrations: [Migration]

    /// - Throws: ``Store/MigrationFault`` for a program that was built with misnamed files.
    package init(registry: Registry) throws {
        self.registry = registry
        migrations = try Migration.embedded()
    }

    /// - Throws: ``Refusal/databaseUnavailable`` or ``Refusal/migrationsPending``.
    package func callAsFunction() async throws {
        try await registry.refusingOutages {
            do {
                guard try await Migrator(pool: registry.pool, migrations: migrations).pending(deadline: registry.deadline).isEmpty else {
                    throw Refusal.migrationsPending
                }
            } catch is MigrationFault {
                throw Refusal.migrationsPending
            }
        }
    }
}
