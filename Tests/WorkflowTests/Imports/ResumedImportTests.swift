import Incubation
import Postgres
import Store
import Tabular
import Testing
import Workflow

/// Imports that are cut short, and imports that meet.
struct ResumedImportTests {
    /// Some of its rows are wrong, some blank, and one cannot be told into columns.
    private static let organizations: TestTable = {
        // With a mark of its encoding: a short table without one is only understood at its end.
        var text = "\u{FEFF}name,legalForm,legalStatus,legalStatusSince,area,sourceScheme,sourceKey,telephone\n"
        for number in 1...400 {
            let area = number % 50 == 0 ? "320613099" : "320613001"
            let rest = number == 71 ? "" : ",0513-\(number)"
            text += number % 40 == 1 ? ",,,,,,,\n" : ""
            text += "第\(number)队,unincorporated,filed,2024-01-15,\(area),list,K\(number)\(rest)\n"
        }
        return chunked(TestTable(.organizations, text))
    }()

    /// Chunks of bytes that end anywhere, and chunks of rows of which there are several.
    private static func chunked(_ table: TestTable) -> TestTable {
        var table = table
        (table.chunkSize, table.rowsPerChunk) = (97, 100)
        return table
    }

    /// A table of which each line becomes two rows, or one.
    private static func cases() throws -> TestTable {
        var text = "key,day,end\n"
        for number in 1...260 { text += "K\(number),2024-01-15,\(number % 3 == 0 ? "" : "2024-02-01")\n" }
        let mapping = """
            {"kind": "cases", "columns": {"sourceScheme": {"constant": "list"}, "sourceKey": "key"}, "repeat": [
                {"columns": {"stage": {"constant": "opened"}, "enteredOn": "day"}},
                {"columns": {"stage": {"constant": "exited"}, "enteredOn": "end"}, "skipWhen": {"column": "end", "empty": true}}]}
            """
        return chunked(TestTable(.cases, bytes: Array(text.utf8), mapping: try TableMapping(json: Array(mapping.utf8))))
    }

    /// What an import came to, without the number of its job.
    private struct Ending: Equatable {
        var counts: ImportCounts
        var errors: Int64
        var warnings: Int64
        var passedOver: Int64
        var findings: [String]
        var dump: Dump

        init(_ report: ImportReport, in test: TestRegistry) async throws {
            (counts, errors, warnings, passedOver) = (report.counts, report.errors, report.warnings, report.passedOver)
            findings = try await test.findings(of: report).map { "\($0.row) \($0.line) \($0.code) \($0.value)" }.sorted()
            dump = try await test.dump(comparable: true)
        }
    }

    private static func undisturbed(_ tables: [TestTable]) async throws -> Ending {
        try await TestRegistry.run { test in
            for table in tables.dropLast() { try await test.importing(table, skippingBadRows: true) }
            let report = try await test.importing(tables[tables.count - 1], skippingBadRows: true)
            #expect(!report.wasResumed)
            return try await Ending(report, in: test)
        }
    }

    enum Interruption: CaseIterable, Sendable {
        case sourceFails, taskIsCancelled, serverCrashes
    }

    @Test(.timeLimit(.minutes(30)), arguments: Interruption.allCases, [1, 2])
    func `an import that was cut short is gone on with, and ends as if it never had been`(by: Interruption, tables: Int) async throws {
        let all = try Array([Self.organizations, Self.cases()].prefix(tables))
        let whole = try await Self.undisturbed(all)
        let table = all[all.count - 1]
        try await TestRegistry.run { test in
            for table in all.dropLast() { try await test.importing(table, skippingBadRows: true) }
            let before = try await test.dump()
            try await Self.interrupt(table, by, in: test)
            #expect((try await Self.stagedRows(test.pool) > 0) == (by != .serverCrashes))
            let unstaged = try await test.dump()
            #expect(unstaged.tables["organizations"] == before.tables["organizations"])
            #expect(unstaged.tables["case_steps"] == before.tables["case_steps"])

            let report = try await test.importing(table, skippingBadRows: true)
            #expect(report.wasResumed == (by != .serverCrashes))
            let end = try await Ending(report, in: test)
            #expect(end.counts == whole.counts)
            #expect(end.passedOver == whole.passedOver)
            #expect(end.findings == whole.findings)
            #expect(end.dump == whole.dump, "\(end.dump.difference(from: whole.dump))")
        }
    }

    /// Imports until nearly all bytes are read, so that chunks were committed and others were not.
    private static func interrupt(_ table: TestTable, _ how: Interruption, in test: TestRegistry) async throws {
        var stopped = table
        let place = table.bytes.count * 97 / 100
        switch how {
        case .sourceFails, .serverCrashes:
            stopped.stop = .fails(after: place)
            await #expect(throws: BytesSource.Broken.self) { try await test.importing(stopped, skippingBadRows: true) }
        case .taskIsCancelled:
            stopped.stop = .waits(after: place)
            let waiting = stopped
            let task = Task { try await test.importing(waiting, skippingBadRows: true) }
            while try await stagedRows(test.pool) == 0 { try await Task.sleep(for: .milliseconds(20)) }
            task.cancel()
            await #expect(throws: (any Error).self) { try await task.value }
        }
        // What a crash does to tables that are not logged.
        if how == .serverCrashes {
            try await test.pool.withConnection { try await $0.execute("TRUNCATE staged_organizations, staged_records") }
        }
    }

    private static func stagedRows(_ pool: PostgresPool) async throws -> Int {
        try await pool.query("SELECT (SELECT count(*) FROM staged_organizations) + (SELECT count(*) FROM staged_records) AS rows")[0]
            .decode(as: Int.self)
    }

    @Test func `a table that could not be read stays unread when its import is gone on with`() async throws {
        try await TestRegistry.run { test in
            let before = try await test.dump()
            let table = TestTable(
                .organizations,
                "name,legalForm,legalStatus,area,sourceScheme,sourceKey\n舞队,other,filed,320613001,l,1\n\"棋社,other,filed,320613001,l,2\n")
            // Everything is staged and nothing concluded: the last transaction fails.
            try await test.pool.withConnection { connection in
                try await connection.execute("ALTER TABLE import_jobs ADD CONSTRAINT no_end CHECK (finished_at IS NULL) NOT VALID")
            }
            await #expect(throws: PostgresError.self) { try await test.importing(table, skippingBadRows: true) }
            try await test.pool.withConnection { try await $0.execute("ALTER TABLE import_jobs DROP CONSTRAINT no_end") }

            let report = try await test.importing(table, skippingBadRows: true)
            #expect(report.outcome == .refused)
            #expect(report.wasResumed)
            #expect(try await test.findings(of: report).map(\.code) == ["quote-left-open"])
            #expect(try await test.dump() == before)
        }
    }

    @Test(.timeLimit(.minutes(30)))
    func `imports of one file at once end with one set of rows`() async throws {
        let whole = try await Self.undisturbed([Self.organizations])
        try await TestRegistry.run(connections: 8) { test in
            let ends = await withTaskGroup(of: Result<ImportReport, any Error>.self) { group in
                for _ in 1...4 {
                    group.addTask {
                        do { return .success(try await test.importing(Self.organizations, skippingBadRows: true)) } catch {
                            return .failure(error)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            var reports: [ImportReport] = []
            for end in ends {
                switch end {
                case .success(let report): reports.append(report)
                case .failure(let error): #expect(error as? Refusal == .importRunning, "\(error)")
                }
            }
            #expect(reports.map(\.counts.inserted).max() == whole.counts.inserted)
            #expect(reports.map(\.counts.inserted).reduce(0, +) == whole.counts.inserted)
            let dump = try await test.dump(comparable: true)
            #expect(dump == whole.dump, "\(dump.difference(from: whole.dump))")
        }
    }

    @Test func `what is recorded between the checks and the taking over is not overlooked`() async throws {
        try await TestRegistry.run { test in
            let code = try TestCodes.code(7)
            let table = TestTable(
                .organizations,
                "name,legalForm,legalStatus,area,creditCode,sourceScheme,sourceKey\n中心,socialServiceInstitution,registered,320613001,\(code),l,1\n"
            )
            // The file is staged, and its import cut short before its end.
            var cut = table
            cut.stop = .fails(after: table.bytes.count)
            await #expect(throws: BytesSource.Broken.self) { try await test.importing(cut) }
            _ = try await CreateOrganization(registry: test.registry)(
                test.draft("别的中心", form: .socialServiceInstitution, status: .registered, code: code), as: test.caller)
            let report = try await test.importing(table)
            #expect(report.outcome == .refused)
            #expect(try await test.findings(of: report).map(\.code) == ["credit-code-taken"])
        }
    }
}
