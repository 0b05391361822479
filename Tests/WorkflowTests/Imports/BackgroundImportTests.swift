import Access
import Postgres
import Testing
import Workflow

/// Imports that go on while nobody waits for them.
struct BackgroundImportTests {
    private static func table(_ rows: Int = 400, named name: String = "队伍.csv") -> TableText {
        var text = "\u{FEFF}name,legalForm,legalStatus,legalStatusSince,area,sourceScheme,sourceKey\n"
        for number in 1...rows { text += "第\(number)队,unincorporated,filed,2024-01-15,320613001,list,K\(number)\n" }
        return TableText(name: name, bytes: Array(text.utf8))
    }

    private static func request(_ table: TableText, isRehearsal: Bool = false) -> ImportRequest {
        ImportRequest(
            table, kind: .organizations, columns: table.columns(of: .organizations), skipsBadRows: false, isRehearsal: isRehearsal)
    }

    private static func imports(_ test: TestRegistry) -> BackgroundImports {
        var limits = BackgroundImports.Limits()
        limits.rowsPerChunk = 100
        return BackgroundImports(registry: test.registry, limits: limits) { Issue.record("an import ended with \($0)") }
    }

    /// Looks at an import until it is as wanted.
    private static func status(
        of number: Int64, in test: TestRegistry, as caller: Caller = .localOperator, _ isWanted: (ImportStatus) -> Bool
    ) async throws -> ImportStatus {
        while true {
            let status = try await ShowImport(registry: test.registry)(number, as: caller)
            if isWanted(status) { return status }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private static func organizations(_ test: TestRegistry) async throws -> Int {
        try await test.pool.query("SELECT count(*) FROM organizations")[0].decode(as: Int.self)
    }

    @Test(.timeLimit(.minutes(10))) func `an import is answered at once, shows how far it is, and ends by itself`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            let (imports, table) = (Self.imports(test), Self.table())
            let carrying = Task { await imports.run() }
            defer { carrying.cancel() }
            let begun = try await test.pool.withTransaction(retries: 0) { lock in
                _ = try await lock.execute("LOCK TABLE staged_organizations")
                let begun = try await imports.start(Self.request(table), of: table, as: test.caller)
                #expect(begun.standing == .waiting && begun.rowsRead == 0)
                let again = try await imports.start(Self.request(table), of: table, as: test.caller)
                #expect(again.number == begun.number, "sent twice it is one import")
                let middle = try await Self.status(of: begun.number, in: test) { $0.standing == .reading && $0.rowsRead > 0 }
                #expect(middle.rowsOfAll == 400 && middle.rowsRead == 100 && middle.percent == 25, "\(middle)")
                let own = try await ListImports(registry: test.registry)(page: PageRequest(), as: test.caller).items
                #expect(own.map(\.number) == [begun.number] && own.allSatisfy(\.isUnderWay))
                return begun
            }
            let end = try await Self.status(of: begun.number, in: test) { !$0.isUnderWay }
            #expect(end.standing == .applied && end.rowsInserted == 400 && end.rowsRead == 400 && end.finishedAt != nil, "\(end)")
            #expect(try await Self.organizations(test) == 400)
            let events = try await test.pool.query("SELECT count(*) FROM audit_events WHERE act = 'import-table'")[0].decode(as: Int.self)
            #expect(events == 1)
        }
    }

    @Test(.timeLimit(.minutes(10))) func `nobody sees somebody else's import`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            let table = Self.table(3)
            let begun = try await Self.imports(test).start(Self.request(table), of: table, as: test.caller)
            let manager = try test.person(.hubManager, 7)
            let administrator = Caller(
                account: try #require(AccountNumber(rawValue: 8)),
                holdings: [Holding(number: 2, role: .systemAdministrator, scope: .nation, from: try test.day("2020-01-01"), until: nil)],
                isTwoFactor: true)
            for stranger in [manager, administrator] {
                let refusal = Refusal.notFound(.importJob, String(begun.number))
                await #expect(throws: refusal) { try await ShowImport(registry: test.registry)(begun.number, as: stranger) }
                await #expect(throws: refusal) {
                    try await ListOwnFindings(registry: test.registry)(of: begun.number, page: PageRequest(), as: stranger)
                }
                #expect(try await ListImports(registry: test.registry)(page: PageRequest(), as: stranger).items.isEmpty)
            }
            await #expect(throws: Refusal.signInNeeded) { try await ShowImport(registry: test.registry)(begun.number, as: .visitor) }
        }
    }

    enum End: CaseIterable, Sendable {
        /// The service is asked to stop.
        case stopped
        /// The process is killed, and says nothing more.
        case killed
    }

    @Test(.timeLimit(.minutes(10)), arguments: End.allCases)
    func `what was cut short shows as interrupted and goes on where it was`(end: End) async throws {
        try await TestRegistry.run(connections: 8) { test in
            let table = Self.table()
            let number = try await Self.cut(table, end, test)
            let cut = try await ShowImport(registry: test.registry)(number, as: test.caller)
            #expect(cut.standing == .interrupted && cut.reason == nil && cut.columns == table.columns(of: .organizations))
            #expect(try await Self.organizations(test) == 0)

            let anew = Self.imports(test)
            let carrying = Task { await anew.run() }
            defer { carrying.cancel() }
            let begun = try await anew.start(Self.request(table), of: table, as: test.caller)
            #expect(begun.number == number && begun.isUnderWay)
            let ended = try await Self.status(of: number, in: test) { !$0.isUnderWay }
            #expect(ended.standing == .applied && ended.rowsInserted == 400, "\(ended)")
        }
    }

    /// Begins an import and ends the process behind the first committed chunk.
    private static func cut(_ table: TableText, _ end: End, _ test: TestRegistry) async throws -> Int64 {
        let imports = imports(test)
        let carrying = Task { await imports.run() }
        // The last transaction of an import of organizations waits for its turn.
        let number = try await test.pool.withTransaction(retries: 0) { lock in
            _ = try await lock.query("SELECT pg_advisory_xact_lock(hashtext('import organizations'))")
            let begun = try await imports.start(request(table), of: table, as: test.caller)
            _ = try await status(of: begun.number, in: test) { $0.standing == .checking }
            carrying.cancel()
            await carrying.value
            return begun.number
        }
        if end == .killed {
            _ = try await test.pool.query(
                "UPDATE import_progress SET phase = 'checking', told_at = now() - interval '1 minute' WHERE job = \(number)")
        }
        return number
    }

    /// Somebody who may import tables, with an account of their own.
    private static func administrator(_ test: TestRegistry) async throws -> Caller {
        _ = try await test.pool.query(
            """
            WITH a AS (INSERT INTO accounts (login, folded_login, display_name, duty, state) VALUES ('li', 'li', '李', 'system', 'active')
                       RETURNING account)
            INSERT INTO role_holdings (account, duty, role, scope, from_day)
            SELECT account, 'system', 'systemAdministrator', 'nation', '2020-01-01' FROM a
            """)
        let (number, holding) = try await test.pool.query("SELECT account, holding FROM role_holdings")[0].decode(
            as: Int64.self, Int64.self)
        return Caller(
            account: try #require(AccountNumber(rawValue: number)),
            holdings: [Holding(number: holding, role: .systemAdministrator, scope: .nation, from: try test.day("2020-01-01"), until: nil)],
            isTwoFactor: true)
    }

    private static func endRoles(_ test: TestRegistry) async throws {
        _ = try await test.pool.query("UPDATE role_holdings SET until_day = '2026-06-30', ended_at = now()")
    }

    @Test(.timeLimit(.minutes(10))) func `whoever may not import any more takes nothing over`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            let caller = try await Self.administrator(test)
            let (imports, table) = (Self.imports(test), Self.table())
            let carrying = Task { await imports.run() }
            defer { carrying.cancel() }
            let begun = try await test.pool.withTransaction(retries: 0) { lock in
                _ = try await lock.execute("LOCK TABLE staged_organizations")
                let begun = try await imports.start(Self.request(table), of: table, as: caller)
                _ = try await Self.status(of: begun.number, in: test, as: caller) { $0.standing == .reading && $0.rowsRead > 0 }
                try await Self.endRoles(test)
                return begun
            }
            let end = try await Self.status(of: begun.number, in: test, as: caller) { !$0.isUnderWay }
            #expect(end.standing == .interrupted && end.reason == Refusal.notPermitted(.act(.importTable)).words.detail, "\(end)")
            #expect(try await Self.organizations(test) == 0)
            let refused = try await test.pool.query("SELECT count(*) FROM audit_events WHERE act = 'import-table'")[0].decode(as: Int.self)
            #expect(refused == 1, "the refusal is written down")
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: [false, true])
    func `whose role ends while the table waits for its turn takes nothing over`(isRehearsal: Bool) async throws {
        try await TestRegistry.run(connections: 8) { test in
            let caller = try await Self.administrator(test)
            let (imports, table) = (Self.imports(test), Self.table())
            let carrying = Task { await imports.run() }
            defer { carrying.cancel() }
            let begun = try await test.pool.withTransaction(retries: 0) { lock in
                _ = try await lock.query("SELECT pg_advisory_xact_lock(hashtext('import organizations'))")
                let begun = try await imports.start(Self.request(table, isRehearsal: isRehearsal), of: table, as: caller)
                let waiting: SQL = """
                    SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    """
                while try await test.pool.query(waiting)[0].decode(as: Int.self) == 0 { try await Task.sleep(for: .milliseconds(50)) }
                try await Self.endRoles(test)
                return begun
            }
            let end = try await Self.status(of: begun.number, in: test, as: caller) { !$0.isUnderWay }
            #expect(end.standing == .interrupted && end.reason == Refusal.notPermitted(.act(.importTable)).words.detail, "\(end)")
            #expect(try await Self.organizations(test) == 0)
            let refused = try await test.pool.query("SELECT count(*) FROM audit_events WHERE act = 'import-table'")[0].decode(as: Int.self)
            #expect(refused == (isRehearsal ? 0 : 1), "the refusal is written down")
        }
    }

    @Test func `what is too much is refused until there is room`() async throws {
        try await TestRegistry.run { test in
            var limits = BackgroundImports.Limits()
            limits.most = 1
            let imports = BackgroundImports(registry: test.registry, limits: limits)
            let table = Self.table(3)
            _ = try await imports.start(Self.request(table), of: table, as: test.caller)
            let other = Self.table(4)
            await #expect(throws: Refusal.importsFull) { try await imports.start(Self.request(other), of: other, as: test.caller) }
            #expect(Refusal.importsFull.sort == .unavailable)
        }
    }
}
