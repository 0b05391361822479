import Foundation
import Testing

/// The tables of security requirements against the standard's numbers and the source tree.
struct SecurityRequirementsTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    private static let folder = root.appending(path: "Sources/Workflow/Workflow.docc/Security")

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// The tables of the chapters, each with the number of its chapter.
    private static func chapters() throws -> [(name: String, table: RequirementTable)] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Requirements").path(percentEncoded: false))
        return try names.filter { $0.hasPrefix("V") }.sorted().map {
            (String($0.dropLast(3)), RequirementTable(text: try text("Requirements/\($0)")))
        }
    }

    private static func beyond() throws -> RequirementTable {
        RequirementTable(text: try text("Requirements/Level-3.md"))
    }

    private static func all() throws -> [RequirementTable.Row] {
        try chapters().flatMap(\.table.rows) + beyond().rows
    }

    @Test func `every requirement of levels 1 and 2 has one row`() throws {
        let rows = try Self.chapters().flatMap { chapter in
            let number = Int(chapter.name.dropFirst().prefix(2))
            #expect(chapter.table.rows.allSatisfy { $0.number.hasPrefix("\(number ?? 0).") }, "\(chapter.name)")
            return chapter.table.rows
        }
        #expect(rows.count == 246)
        #expect(rows.map { "\($0.number) level \($0.level)" } == RequirementTable.expected)
        let beyond = try Self.beyond().rows
        #expect(beyond.map(\.number) == ["1.2.10", "2.3.5", "5.2.4", "6.3.8", "6.5.6", "7.5.3", "8.3.2", "16.3.2"])
        #expect(beyond.allSatisfy { $0.level == "3" })
    }

    @Test func `no cell is empty and each requirement is met in a known way or open`() throws {
        for chapter in try Self.chapters() { #expect(chapter.table.faults == []) }
        #expect(try Self.beyond().faults == [])
    }

    @Test func `every test that is named exists`() throws {
        let tests = try TestCatalogue(below: Self.root.appending(path: "Tests"))
        let named = try Self.all().flatMap { row in row.names.filter(tests.isTest).map { (row.number, $0) } }
        #expect(named.count > 100, "Names were found.")
        #expect(named.filter { !tests.holds($0.1) }.map { "\($0.0): \($0.1)" } == [])
    }

    @Test func `every file and article that is named exists`() throws {
        let tests = try TestCatalogue(below: Self.root.appending(path: "Tests"))
        for row in try Self.all() {
            for name in row.names where name.contains("/") && !tests.isTest(name) {
                let path = Self.root.appending(path: name).path(percentEncoded: false)
                #expect(FileManager.default.fileExists(atPath: path), "\(row.number): \(name)")
            }
            for article in row.articles { #expect(throws: Never.self, "\(row.number)") { try Self.text("\(article).md") } }
        }
    }

    @Test func `the overview counts what is there and what is open`() throws {
        let overview = try Self.text("SecurityRequirements.md")
        var sums = [0, 0, 0]
        for chapter in try Self.chapters() {
            let rows = chapter.table.rows
            let counts = [rows.count { $0.level == "1" }, rows.count { $0.level == "2" }, rows.count(where: \.isOpen)]
            sums = zip(sums, counts).map(+)
            let line = "| <doc:\(chapter.name)> | \(counts.map(String.init).joined(separator: " | ")) |"
            #expect(overview.contains(line), "\(line)")
        }
        #expect(overview.contains("| all | | \(sums.map(String.init).joined(separator: " | ")) |"), "\(sums)")
    }

    @Test func `what is wrong in a table is found`() throws {
        let table = RequirementTable(
            text: """
                | Number | Level | What it asks | How it is met |
                |---|---|---|---|
                | 1.1.1 | 2 | a subject | `LayeringTests/SecurityRequirementsTests/no such test` |
                | 1.1.2 | 2 |  | open: nothing yet |
                | 1.2.1 | 1 | a subject | it is fine |
                | 1.2.2 | 1 | a subject |  |
                """)
        #expect(table.rows.map(\.number) == ["1.1.1", "1.1.2", "1.2.1", "1.2.2"])
        #expect(
            table.faults == [
                "1.1.2 has an empty cell", "1.2.1 is met in no known way: it is fine", "1.2.2 has an empty cell",
            ])
        let tests = try TestCatalogue(below: Self.root.appending(path: "Tests"))
        #expect(!tests.holds("LayeringTests/SecurityRequirementsTests/no such" + " test"))
        #expect(!tests.holds("LayeringTests/ComponentTests/what is wrong in a table is found"))
        #expect(tests.holds("LayeringTests/SecurityRequirementsTests/what is wrong in a table is found"))
    }
}
