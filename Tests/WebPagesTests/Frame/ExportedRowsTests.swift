import Testing
import Values
import Workflow

@testable import WebPages

/// A file that is taken away says when it is not whole.
struct ExportedRowsTests {
    /// A list of so many numbers, page by page.
    private func rows(of count: Int, most: Int) async throws -> ExportedRows<Int> {
        try await ExportedRows(most: most) { request in
            let start = request.after.flatMap(Int.init) ?? 0
            let end = min(start + request.size, count)
            return Page(items: Array(start..<end), next: end < count ? String(end) : nil)
        }
    }

    @Test(arguments: [0, 1, 499, 500, 501, 1_200, 1_500])
    func `everything is taken, one part after the other`(count: Int) async throws {
        let found = try await rows(of: count, most: 1_500)
        #expect(found.items == Array(0..<count))
        #expect(found.isWhole && found.note == nil)
    }

    @Test(arguments: [3, 500, 700])
    func `a file that ends early says so and what to do`(most: Int) async throws {
        let found = try await rows(of: most + 1, most: most)
        #expect(found.items == Array(0..<most))
        let note = try #require(found.note)
        #expect(note.en.contains("first \(most) entries") && note.zh.contains("前 \(most) 条"))
    }

    @Test func `the table of flagged organizations ends with that sentence`() {
        let found = ExportedRows<StoredAssessment>(items: [], isWhole: false)
        let csv = String(decoding: FlaggedTable(found, Words(language: .english)).csv(), as: UTF8.self)
        let lines = csv.split { $0.isNewline }.map(String.init)
        #expect(lines.count == 2)
        #expect(lines.last?.contains("more follow") == true, "\(csv)")
        let commas = lines.map { line in line.count { $0 == "," } }
        #expect(commas.first == commas.last)
    }
}
