import FoundationEssentials
import Testing

@testable import Tabular

/// Real files that are not part of this repository: read where they are, passed over where they are not.
struct RealFileTests {
    private static let folder =
        ProcessInfo.processInfo.environment["INCUBATOR_SHARED_DATA"]
        ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/data").path

    private static func bytes(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(folder)/\(name)").map { Array($0) }
    }

    private static var isPresent: Bool {
        FileManager.default.fileExists(atPath: "\(folder)/coops_uk/organizations.csv")
    }

    @Test(
        .enabled(if: isPresent, "the data sets are looked for in INCUBATOR_SHARED_DATA, or in shared/data beside this folder"),
        arguments: [
            ("coops_uk/organizations.csv", 10, 2_997), ("coops_uk/accounts.csv", 8, 15_943), ("coops_uk/landmarks.csv", 6, 12_975),
            ("apache_incubator/podlings.csv", 15, 186), ("areas/areas.csv", 4, 44_703), ("areas/retired_codes.csv", 6, 101),
        ])
    func `real files are read whole`(name: String, columns: Int, rows: Int) throws {
        let bytes = try #require(Self.bytes(name))
        let reading = Reading(bytes, chunks: [4096, 1, 777])
        #expect(reading.refusal == nil)
        #expect(reading.findings.isEmpty)
        #expect(reading.header.count == columns)
        #expect(reading.rows.count == rows)
        #expect(reading.checkpoints.last?.offset == bytes.count)
    }

    @Test(.enabled(if: isPresent, "the data sets are looked for in INCUBATOR_SHARED_DATA, or in shared/data beside this folder"))
    func `real accounts become typed rows through a mapping`() throws {
        let mapping = #"""
            {"kind": "accounts", "columns": {
              "organization": "org_id", "receivedOn": {"template": "{edition_year}-12-31"}, "income": "turnover",
              "spending": {"difference": ["turnover", "profit_before_tax"], "round": true}, "members": {"from": "memberships", "round": true}}}
            """#
        let text = String(decoding: try #require(Self.bytes("coops_uk/accounts.csv")), as: UTF8.self)
        let (rows, findings) = try Sample.rows(Sample.accounts, mapping, text)
        // Spending cannot be negative in the schema; a profit above the turnover is real and is reported.
        #expect(Set(findings.map(\.code)).isSubset(of: ["out-of-range"]))
        #expect(rows.count + Set(findings.map(\.row)).count == 15_943)
    }
}
