import EmbeddedFiles
import Foundation
import Postgres
import Store
import Tabular
import Testing
import Values
import Workflow

/// The tables that ship with the project, imported as anybody would.
struct SampleImportTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "sql")

    @Test(.timeLimit(.minutes(30)))
    func `the national list and every sample are taken over whole, and once`() async throws {
        try await TestRegistry.run(withAreas: false, now: Self.now) { test in
            let tables = try Self.tables()
            let first = try await Self.importAll(tables, into: test)
            for (report, table) in zip(first, tables) {
                #expect(report.counts.inserted + report.counts.changed == report.counts.read, "\(table.name) \(report)")
            }
            for (table, count) in try await Self.counts(in: test.pool) { #expect(count == Self.expected[table], "\(table)") }
            try await Self.expectSound(test.pool)

            let before = try await test.dump()
            let second = try await Self.importAll(tables, into: test)
            for (report, table) in zip(second, tables) {
                #expect(report.counts.unchanged == report.counts.read && report.counts.read > 0, "\(table.name) \(report)")
            }
            let after = try await test.dump()
            #expect(after == before, "\(after.difference(from: before))")
        }
    }

    /// 2026-12-31 noon in China: the samples were collected in the course of that year.
    private static let now = Instant(microsecondsSince1970: 1_798_689_600_000_000)

    /// Rows that the READMEs of the samples and of the list of areas promise.
    private static let expected: [String: Int] = [
        "areas": 44_703 + 101 + 145 + 8 + 3,
        "organizations": 2_997 + 186 + 121,
        "ended": 457 + 9,
        "yearly_accounts": 15_943 + 212,
        "case_steps": 732 + 220,
        "incubation_cases": 186 + 72,
        "observations": 10_641 + 150,
        "leadership_posts": 872, "charters": 113, "governance_bodies": 213, "governance_meetings": 744, "money_controls": 87,
        "service_boundaries": 104, "activities": 3_482, "annual_reports": 94, "mentor_assignments": 156,
        "legal_status_steps": 2_997 + 186 + 121 + 457 + 9,
        "staged_organizations": 0, "staged_records": 0,
    ]

    private static func counts(in pool: PostgresPool) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for name in expected.keys where name != "ended" {
            counts[name] = try await pool.query("SELECT count(*) FROM \(identifier: name)")[0].decode(as: Int.self)
        }
        counts["ended"] = try await pool.query(
            "SELECT count(*) FROM organizations WHERE legal_status IN ('filingCancelled', 'deregistered', 'struckOff', 'merged')"
        )[0].decode(as: Int.self)
        return counts
    }

    private static func expectSound(_ pool: PostgresPool) async throws {
        for check in EmbeddedFile.all(under: "checks") {
            let rows = try await pool.query(SQL(trusted: try #require(check.text)))
            #expect(rows.isEmpty, "\(check.name) gives \(rows.count) rows")
        }
    }

    private struct Sample: Sendable {
        let name: String
        let table: TestTable
    }

    private static func tables() throws -> [Sample] {
        var samples: [Sample] = []
        for name in ["areas.csv", "retired_codes.csv"] {
            var table = TestTable(.areas, bytes: try bytes("reference/areas/\(name)"))
            table.areaOrigin = .national
            samples.append(Sample(name: name, table: table))
        }
        for sample in ["coops_uk", "apache_incubator", "chongchuan"] {
            let list = String(decoding: try bytes("sample/\(sample)/files.txt"), as: UTF8.self)
            for line in list.split(separator: "\n") {
                let parts = line.split(separator: "\t").map(String.init)
                try #require(parts.count == 3)
                let mapping = parts[2] == "-" ? .byName : try TableMapping(json: bytes("sample/\(sample)/\(parts[2])"))
                let kind = try #require(ImportKind(rawValue: parts[0]))
                let table = TestTable(kind, bytes: try bytes("sample/\(sample)/\(parts[1])"), mapping: mapping)
                samples.append(Sample(name: "\(sample) \(parts[0])", table: table))
            }
        }
        return samples
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }

    private static func importAll(_ samples: [Sample], into test: TestRegistry) async throws -> [ImportReport] {
        var reports: [ImportReport] = []
        for sample in samples {
            let report = try await test.importing(sample.table)
            let findings = report.errors > 0 ? try await test.findings(of: report) : []
            #expect(report.outcome == .applied, "\(sample.name): \(findings.prefix(3))")
            reports.append(report)
        }
        return reports
    }
}
