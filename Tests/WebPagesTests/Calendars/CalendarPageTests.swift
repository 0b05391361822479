import HTTPTypes
import Testing
import Values
import Workflow

@testable import WebPages

/// The working days of years, and where a period ends.
struct CalendarPageTests {
    @Test func `anybody counts a period and asks for a day`() async throws {
        try await PagesUnderTest.run { pages in
            let query = "/calendars?from=2026-02-11&amount=5&unit=workingDay&day=2026-02-16"
            let english = try await pages.get(query, language: .english, as: .visitor)
            #expect(english.status == 200)
            let end = try await CountPeriod(registry: pages.registry)(
                try #require(Period(5, .workingDay)), from: try #require(Day(iso: "2026-02-11")), as: .visitor)
            let words = Words(language: .english)
            #expect(english.text.contains("end at midnight after \(words(end.day))"), "\(english.text.suffix(3000))")
            #expect(english.text.contains("16 February 2026 is a day off"))
            let chinese = try await pages.get(query, language: .simplifiedChinese, as: .visitor)
            #expect(chinese.text.contains("2026年2月11日起") && chinese.text.contains("2026年2月16日是休息日"))
        }
    }

    @Test func `what cannot be counted is said at its field, with what was typed`() async throws {
        try await PagesUnderTest.run { pages in
            for (query, field) in [
                ("from=2026-02-11&amount=0&unit=workingDay", "field-amount"), ("from=2026-02-30&amount=5&unit=workingDay", "field-from"),
                ("from=&amount=5&unit=workingDay", "field-from"), ("day=x", "field-day"),
            ] {
                let page = try await pages.get("/calendars?\(query)", as: .visitor).page
                #expect(page.all(class: "error-summary").count == 1, "\(query)")
                #expect(page.all("a").contains { $0.attributes["href"] == "#\(field)" }, "\(query)")
            }
            let missing = try await pages.get("/calendars?from=2050-01-01&amount=5&unit=workingDay", as: .visitor)
            #expect(missing.status == 200 && missing.text.contains("2050"), "a year without a calendar")
        }
    }

    @Test func `a year shows its days and is entered anew by its form`() async throws {
        try await PagesUnderTest.run { pages in
            let before = try await ShowCalendar(registry: pages.registry)(2026, as: .visitor)
            let page = try await pages.get("/calendars/2026", as: .visitor)
            for exception in before.calendar.exceptions { #expect(page.text.contains(exception.day.iso), "\(exception.day)") }
            #expect(!page.text.contains("/calendars/2026/days"), "what only the administrator may")
            let form = try await pages.get("/calendars/2026/days", language: .english)
            #expect(form.status == 200 && form.text.contains("2026-02-16, day off"))
            func send(_ days: String, version: Int64) async throws -> PagesUnderTest.Answer {
                try await pages.post(
                    "/calendars/2026/days",
                    [
                        ("key", "key-\(days.count)"), ("version", String(version)), ("source", "国办发明电〔2025〕7号"), ("englishSource", ""),
                        ("days", days), ("checked", "yes"),
                    ], language: .english)
            }
            let wrong = try await send("2026-02-16, somehow, 春节", version: before.version)
            #expect(wrong.status == 422 && wrong.text.contains("somehow"))
            let twice = try await send("2026-02-16,放假,春节\n2026-02-16,放假,春节", version: before.version)
            #expect(twice.status == 422)
            let entered = try await send("2026-02-16，放假，春节，Spring Festival\n2026-02-28\tmakeUpDay\t春节", version: before.version)
            #expect(entered.status == 303 && entered.headers[.location] == "/calendars/2026?done=enter-calendar#content")
            let after = try await ShowCalendar(registry: pages.registry)(2026, as: .visitor)
            #expect(after.version == before.version + 1 && after.calendar.exceptions.count == 2)
            #expect(try await send("2026-02-16,放假,又一次", version: before.version).status == 412, "somebody else was faster")
        }
    }
}
