import EmbeddedFiles
import SeededRandom
import Store
import Testing
import Values
import Workflow

/// Calendars as tables.
struct CalendarTableTests {
    @Test func `the tables that come along read as they were entered`() throws {
        let tables = EmbeddedFile.all(under: "reference/calendar")
        #expect(tables.count == 3)
        #expect(try tables.map { try CalendarTable.read($0.bytes) } == EmbeddedCalendars.all)
    }

    private static let head = "day,kind,occasion,englishOccasion,source,englishSource\n"

    @Test func `a table with Chinese headings and words reads too`() throws {
        let read = try CalendarTable.read(Array("日期,类型,节日,来源\n2027/1/1,放假,元旦,国办〔2026〕1号\n2027-02-06,调休上班,春节,国办〔2026〕1号\n".utf8))
        #expect(read.calendar.year == 2027)
        #expect(read.calendar.exceptions.map(\.kind) == [.dayOff, .makeUpDay])
        #expect(read.source == BilingualText(zh: "国办〔2026〕1号", en: "国办〔2026〕1号"), "Without English the Chinese stands for both.")
    }

    private static let wrongTables: [(text: String, slug: String)] = [
        ("", "import-file-unreadable"), (head, "import-file-unreadable"), ("a,b\n1,2\n", "import-file-unreadable"),
        (head + "2027-01-01,dayOff,元旦,New Year,1号,1\n2027-02-30,dayOff,春节,x,1号,1\n", "import-file-unreadable"),
        (head + "2027-01-01,holiday,元旦,New Year,1号,1\n", "import-file-unreadable"),
        (head + "2027-01-01,dayOff,,New Year,1号,1\n", "import-file-unreadable"),
        (head + "2027-01-01,dayOff,元旦,New Year,1号,1\n2027-02-08,dayOff,春节,x,2号,2\n", "import-file-unreadable"),
        (head + "2027-01-02,dayOff,元旦,New Year,1号,1\n", "value-not-possible"),
        (head + "2027-01-01,dayOff,元旦,New Year,1号,1\n2026-12-31,dayOff,元旦,New Year,1号,1\n", "value-not-possible"),
        (head + "2027-01-01,dayOff,元旦,New Year,1号,1\n2027-01-01,dayOff,元旦,New Year,1号,1\n", "value-not-possible"),
    ]

    @Test(arguments: wrongTables.indices) func `a table that is no calendar of one year is refused`(index: Int) {
        let (text, slug) = Self.wrongTables[index]
        do throws(Refusal) {
            Issue.record("\(try CalendarTable.read(Array(text.utf8)))")
        } catch {
            #expect(error.slug == slug, "\(error)")
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>) func `bytes changed at random are refused or read, never worse`(seed: UInt64) throws {
        var random = Seed(seed)
        var bytes = try #require(EmbeddedFile.named("reference/calendar/2026.csv")).bytes
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            bytes[.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
        }
        if let read = try? CalendarTable.read(bytes) { #expect(read.calendar.exceptions.count > 0) }
    }
}
