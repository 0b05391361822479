import Access
import Appraisal
import HTTPSupport
import Incubation
import Postgres
import Testing
import Values
import Workflow

@testable import WebPages

/// Several flags that are worked on together.
@Suite struct FlagBatchPageTests {
    private static func run(
        _ body: @escaping @Sendable (PagesUnderTest, FilledRegister, _ codes: [String], _ owner: String) async throws -> Void
    ) async throws {
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            let flags = try await ShowFlags(registry: pages.registry)(register.number, as: .localOperator)
            let codes = flags.filter { $0.version == 0 }.map(\.code)
            try #require(codes.count >= 2)
            try await body(pages, register, codes, try await pages.account("zhoumin", .official, in: "320613").description)
        }
    }

    private static func hidden(_ page: HTMLPage) -> [(String, String)] {
        page.all("input").filter { $0.attributes["type"] == "hidden" }.compactMap { input in
            input.attributes["name"].map { ($0, input.attributes["value"] ?? "") }
        }
    }

    private static func acts(_ pages: PagesUnderTest) async throws -> [String] {
        try await pages.registry.pool.query(
            "SELECT coalesce(refusal, 'done') FROM audit_events WHERE act = 'assign-flag' ORDER BY sequence",
            context: ["incubator.district_low": "0", "incubator.district_high": "999999"]
        ).map { try $0.decode(as: String.self) }
    }

    @Test func `ticked flags are looked over and then done, each by itself and once`() async throws {
        try await Self.run { pages, register, codes, owner in
            let list = try await pages.get("/flagged")
            let ticks = list.page.all("input").filter { $0.attributes["type"] == "checkbox" }.compactMap { $0.attributes["value"] }
            #expect(ticks.contains { $0.hasPrefix("\(register.number)/") })
            let before = try await Self.acts(pages)
            let items = (codes.prefix(2) + ["NO-SUCH-FLAG"]).map { ("item", "\(register.number)/\($0)") }
            let query = items.map { "item=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
            let form = try await pages.get("/flag-batches?\(query)", language: .english)
            #expect(form.status == 200 && form.text.contains("3 flags chosen"), "\(form.text)")
            let options = form.page.all("option").filter { $0.attributes["value"] == owner }
            #expect(options.map(\.text) == ["周敏 (official)"], "people are chosen by name")
            let filtered = try await pages.get("/flags?owner=\(owner)", language: .english)
            let chosen = filtered.page.all("option").filter { $0.attributes["selected"] != nil && $0.attributes["value"] == owner }
            #expect(chosen.map(\.text) == ["周敏 (official)"], "lists are narrowed by name")
            let stranger = try await pages.get("/flags?owner=account-999", language: .english)
            let kept = stranger.page.all("option").filter { $0.attributes["value"] == "account-999" }
            #expect(kept.count == 1 && kept.first?.attributes["selected"] != nil, "whoever is not listed stays chosen")

            let typed = [("act", "assign"), ("owner", owner), ("due", "2026-08-01"), ("note", ""), ("key", "k")]
            let preview = try await pages.post("/flag-batches", typed + items, language: .english)
            #expect(preview.status == 200 && preview.text.contains("2 of 3 can be done"), "\(preview.text)")
            #expect(preview.text.contains("周敏"), "the owner is shown by name")
            #expect(try await Self.acts(pages) == before, "nothing is done yet")

            let confirmed = Self.hidden(preview.page) + [("checked", "yes")]
            for _ in 1...2 {
                let done = try await pages.post("/flag-batches", confirmed, language: .english)
                #expect(done.status == 200 && done.text.contains("2 of 2 were done"), "\(done.text)")
                #expect(try await Self.acts(pages) == before + ["done", "done"], "each is done once")
            }
            let other = confirmed.map { $0.0 == "due" ? ("due", "2026-09-01") : $0 }
            let refused = try await pages.post("/flag-batches", other, language: .english)
            #expect(refused.status == 422 && refused.page.all(class: "error-summary").count == 1, "\(refused.text)")
            #expect(Self.hidden(refused.page).contains { $0.0 == "key" && $0.1 != "k" }, "the form can be sent with another key")
            #expect(try await Self.acts(pages) == before + ["done", "done"], "the key is that of what was confirmed")
            let shown = try await pages.get("/organizations/\(register.number)/flags")
            #expect(shown.text.contains("周敏") && !shown.text.contains("账号 \(owner)"))
        }
    }

    @Test func `one that somebody else has worked on meanwhile leaves the others alone`() async throws {
        try await Self.run { pages, register, codes, owner in
            let before = try await Self.acts(pages)
            let typed = [("act", "assign"), ("owner", owner), ("due", "2026-08-01"), ("key", "k")]
            let items = codes.prefix(2).map { ("item", "\(register.number)/\($0)") }
            let preview = try await pages.post("/flag-batches", typed + items, language: .english)
            _ = try await HandleFlag(registry: pages.registry)(
                codes[0], of: register.number, .assign(owner: "account-9", due: PagesUnderTest.now.dayInChina, rule: "by-hand"), version: 0,
                as: .localOperator)
            let done = try await pages.post("/flag-batches", Self.hidden(preview.page) + [("checked", "yes")], language: .english)
            #expect(done.text.contains("1 of 2 were done"), "\(done.text)")
            #expect(try await Self.acts(pages) == before + ["done", "version-stale", "done"])
        }
    }

    @Test func `what is missing is said at its field, and nothing that was typed is lost`() async throws {
        try await Self.run { pages, register, codes, _ in
            let items = [("item", "\(register.number)/\(codes[0])")]
            let typed = [("act", "escalate"), ("owner", ""), ("due", "2026-08-01"), ("note", "")]
            let answer = try await pages.post("/flag-batches", typed + items, language: .english)
            #expect(answer.status == 422 && answer.page.all(class: "error-summary").count == 1, "\(answer.text)")
            #expect(answer.text.contains("2026-08-01") && Self.hidden(answer.page).contains { $0.1 == items[0].1 })
            let none = try await pages.post("/flag-batches", typed, language: .english)
            #expect(none.status == 422)
        }
    }
}
