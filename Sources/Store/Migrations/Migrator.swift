package import Postgres

/// Brings the structure of a database up to date: each step in a transaction of its own, under a lock that keeps other programs waiting.
package struct Migrator: Sendable {
    let pool: PostgresPool
    let migrations: [Migration]

    /// Any number that no other program takes for its own advisory lock.
    private static let lock: Int64 = 0x1C0B_A704

    package init(pool: PostgresPool, migrations: [Migration]) {
        self.pool = pool
        self.migrations = migrations
    }

    /// Runs the steps that are missing.
    ///
    /// - Returns: the steps that ran now.
    /// - Throws: ``MigrationFault``, or ``Postgres/PostgresError`` of the step that failed, which is undone as a whole.
    package func migrate() async throws -> [Migration] {
        try await prepare()
        var ran: [Migration] = []
        for migration in migrations where try await run(migration) { ran.append(migration) }
        return ran
    }

    /// The steps that are missing.
    ///
    /// - Parameter deadline: how long the database may take to tell.
    /// - Throws: ``MigrationFault`` when the database and this program disagree.
    package func pending(deadline: Duration? = nil) async throws -> [Migration] {
        let applied: [AppliedMigration]
        do {
            applied = try await pool.all(SelectAppliedMigrations(), deadline: deadline)
        } catch let error as PostgresError where error.sqlState == .undefinedTable {
            return migrations
        }
        try check(applied)
        let versions = Set(applied.map(\.version))
        return migrations.filter { !versions.contains($0.version) }
    }

    private func prepare() async throws {
        try await pool.withTransaction { transaction in
            _ = try await transaction.query("SELECT pg_advisory_xact_lock(\(Self.lock))")
            try await transaction.execute(
                """
                CREATE TABLE IF NOT EXISTS schema_migrations (
                    version    integer NOT NULL,
                    name       text NOT NULL,
                    checksum   text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT now(),
                    CONSTRAINT schema_migrations_pkey PRIMARY KEY (version)
                )
                """)
            try check(try await transaction.all(SelectAppliedMigrations()))
        }
    }

    private func check(_ applied: [AppliedMigration]) throws(MigrationFault) {
        let known = Dictionary(uniqueKeysWithValues: migrations.map { ($0.version, $0) })
        for step in applied {
            guard let migration = known[step.version] else { throw .databaseIsNewer(version: step.version) }
            if migration.checksum != step.checksum { throw .edited(name: migration.name) }
        }
    }

    /// - Returns: whether the step ran now; false when it had run before, perhaps by another program that was waited for.
    private func run(_ migration: Migration) async throws -> Bool {
        try await pool.withTransaction(retries: 0) { transaction in
            // A step that cannot have its lock soon gives way, rather than holding up everybody who comes after it.
            _ = try await transaction.query("SELECT set_config('lock_timeout', '5s', true), pg_advisory_xact_lock(\(Self.lock))")
            let applied = try await transaction.all(SelectAppliedMigrations())
            if applied.contains(where: { $0.version == migration.version }) { return false }
            try await transaction.executeScript(migration.text)
            try await transaction.execute(
                """
                INSERT INTO schema_migrations (version, name, checksum)
                VALUES (\(migration.version), \(migration.name), \(migration.checksum))
                """)
            return true
        }
    }
}

/// A step that ran.
struct AppliedMigration: Hashable, Sendable {
    let version: Int32
    let checksum: String
}

struct SelectAppliedMigrations: Statement {
    var sql: SQL { "SELECT version, checksum FROM schema_migrations ORDER BY version" }

    func decode(_ row: Row) throws(PostgresError) -> AppliedMigration {
        let (version, checksum) = try row.decode(as: Int32.self, String.self)
        return AppliedMigration(version: version, checksum: checksum)
    }
}
