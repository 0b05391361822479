import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Incubation
import Postgres
import Testing
import Workflow

@testable import WebPages

/// Tables that somebody signed in sends from a browser.
@Suite struct UploadTests {
    private static let table = Array("name,area\r\n城东合唱团,320613001\r\n".utf8)

    /// The page with the form, opened by somebody who imports tables.
    private static func form(_ pages: PagesUnderTest) async throws -> Browser {
        try await pages.account("wangguan", .systemAdministrator)
        var browser = try await pages.browser(of: "wangguan")
        try await browser.addSecondFactor()
        let opened = try await browser.open("/imports")
        try #require(opened.status == 200)
        return browser
    }

    @Test func `a file comes in with the mark of its session, and with no other`() async throws {
        try await PagesUnderTest.run { pages in
            var browser = try await Self.form(pages)
            let kind = [("kind", "organizations")]
            for mark in ["", String(repeating: "0", count: 64)] {
                let refused = try await browser.upload("/imports", kind, file: Self.table, named: "a.csv", csrf: mark)
                #expect(refused.status == 403, "\(refused.text)")
            }
            let taken = try await browser.upload("/imports", kind, file: Self.table, named: "a.csv")
            #expect(taken.status == 303, "\(taken.text)")
            #expect(taken.headers[.location]?.hasPrefix("/imports/") == true)
        }
    }

    @Test func `a file that is too large is answered with the form and what is wrong`() async throws {
        try await PagesUnderTest.run { pages in
            var browser = try await Self.form(pages)
            let large = [UInt8](repeating: UInt8(ascii: "a"), count: Request.largestUpload + 1)
            let answer = try await browser.upload("/imports", [("kind", "organizations")], file: large, named: "a.csv")
            #expect(answer.status == 422)
            #expect(answer.page.all(class: "error-summary").count == 1)
            #expect(answer.page.all("form").contains { $0.attributes["enctype"] == "multipart/form-data" })
            #expect(answer.text.contains("4 MB"), "\(answer.text)")
        }
    }

    /// Opens an import's page until it has ended.
    private static func ended(_ address: String, _ browser: inout Browser) async throws -> PagesUnderTest.Answer {
        while true {
            let answer = try await browser.open(address)
            try #require(answer.status == 200, "\(answer.text)")
            if !answer.text.contains("data-look-again") { return answer }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private static let columns = "name,legalForm,legalStatus,legalStatusSince,area,sourceScheme,sourceKey\r\n"

    @Test(.timeLimit(.minutes(10))) func `a table is tried and taken over while nobody waits, once however often it is sent`() async throws
    {
        try await PagesUnderTest.run { pages in
            var browser = try await Self.form(pages)
            let table = Array((Self.columns + "城东合唱团,unincorporated,filed,2024-01-15,320613001,list,K1\r\n").utf8)
            let fields = [("kind", "organizations"), ("key", "once")]
            let taken = try await browser.upload("/imports", fields, file: table, named: "团.csv")
            let again = try await browser.upload("/imports", fields, file: table, named: "团.csv")
            let address = try #require(taken.headers[.location])
            #expect(taken.status == 303 && again.headers[.location] == address, "\(again.text)")
            let tried = try await Self.ended(address, &browser)
            let key = try #require(tried.page.all("input").first { $0.attributes["name"] == "key" }?.attributes["value"])
            let first = try await browser.send(address, [("key", key), ("do", "apply")])
            let second = try await browser.send(address, [("key", key), ("do", "apply")])
            let end = try #require(first.headers[.location])
            #expect(first.status == 303 && end != address && second.headers[.location] == end)
            #expect(try await Self.ended(end, &browser).text.contains("Imported."))
            let jobs = try await pages.registry.pool.query(
                "SELECT count(*) FROM organizations WHERE name = '城东合唱团'")[0].decode(as: Int.self)
            #expect(jobs == 1)
            let list = try await browser.open("/imports")
            #expect(list.page.all("a").filter { $0.attributes["href"]?.hasPrefix("/imports/") == true }.count == 2, "\(list.text)")

            try await pages.account("bieren", .systemAdministrator)
            var stranger = try await pages.browser(of: "bieren")
            try await stranger.addSecondFactor()
            for place in [address, end, end + "/findings.csv"] { #expect(try await stranger.open(place).status == 404) }
        }
    }

    @Test func `an upload whose session ended says which file is to be chosen again, and keeps the rest`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("wangguan", .systemAdministrator)
            var browser = try await pages.browser(of: "wangguan")
            let seed = try await browser.addSecondFactor()
            try await browser.open("/imports")
            var other = browser
            try await other.send("/sign-out", [])
            let asked = try await browser.upload("/imports", [("kind", "accounts")], file: Self.table, named: "C:\\账目.csv")
            #expect(asked.status == 401 && asked.text.contains("choose the file “账目.csv” again"), "\(asked.text)")
            func kept(_ page: HTMLPage) -> [(String, String)] {
                page.all("input").filter { $0.attributes["type"] == "hidden" && $0.attributes["name"] != "csrf" }.map {
                    ($0.attributes["name"] ?? "", $0.attributes["value"] ?? "")
                }
            }
            let entered = try await browser.send(
                "/sign-in", kept(asked.page) + [("login", "wangguan"), ("password", PagesUnderTest.password)])
            let code = try #require(OneTimeCode.shown(for: seed))
            let proved = try await browser.send("/sign-in/code", kept(entered.page) + [("code", code)])
            #expect(proved.status == 200 && proved.text.contains("choose the file “账目.csv” again"), "\(proved.text)")
            let back = try await browser.send("/imports", kept(proved.page))
            #expect(back.status == 200 && back.text.contains("choose the file “账目.csv” again"), "\(back.text)")
            #expect(back.text.contains("<option value=\"accounts\" selected"), "\(back.text)")
            let taken = try await browser.upload("/imports", [("kind", "accounts")], file: Self.table, named: "账目.csv")
            #expect(taken.status == 303, "\(taken.text)")
        }
    }

    @Test func `an import that waits is not told as one that has come to something`() async throws {
        try await PagesUnderTest.run { pages in
            var browser = try await Self.form(pages)
            let caller = try #require(try await pages.caller(of: browser))
            let table = TableText(name: "团.csv", bytes: Self.table)
            let request = ImportRequest(
                table, kind: .organizations, columns: table.columns(of: .organizations), skipsBadRows: false, isRehearsal: false)
            // Nobody carries it out.
            let begun = try await BackgroundImports(registry: pages.registry).start(request, of: table, as: caller)
            let page = try await browser.open("/imports/\(begun.number)")
            #expect(page.page.texts("h2").contains("How far it is") && page.text.contains("waits for its turn"), "\(page.text)")
            #expect(!page.text.contains("0 rows") && !page.text.contains("What came of it"), "\(page.text)")
            #expect(page.page.all("progress").allSatisfy { $0.attributes["value"] == nil })
            _ = try await pages.registry.pool.query(
                "UPDATE import_progress SET phase = 'reading', told_at = now()", context: ["incubator.caller": caller.name])
            #expect(try await browser.open("/imports/\(begun.number)").text.contains("are being counted"))
            #expect(try await !browser.open("/imports").text.contains("0 rows"))
        }
    }

    @Test(.timeLimit(.minutes(10))) func `what was cut short goes on with the same file, and with no other`() async throws {
        try await PagesUnderTest.run { pages in
            var browser = try await Self.form(pages)
            let table = TableText(name: "团.csv", bytes: Array((Self.columns + "舞队,unincorporated,filed,2024-01-15,320613001,l,1\r\n").utf8))
            let caller = try #require(try await pages.caller(of: browser))
            let request = ImportRequest(
                table, kind: .organizations, columns: table.columns(of: .organizations), skipsBadRows: false, isRehearsal: false)
            // Begun by a process that has gone.
            let gone = try await BackgroundImports(registry: pages.registry).start(request, of: table, as: caller)
            _ = try await pages.registry.pool.query(
                "UPDATE import_progress SET told_at = now() - interval '1 minute'",
                context: ["incubator.caller": caller.name])
            let page = try await browser.open("/imports/\(gone.number)")
            #expect(page.page.all("input").contains { $0.attributes["name"] == "resume" }, "\(page.text)")
            let fields = [("resume", "\(gone.number)"), ("key", "k")]
            let other = try await browser.upload("/imports", fields, file: Self.table, named: "a.csv")
            #expect(other.status == 422 && other.page.all(class: "error-summary").count == 1)
            let taken = try await browser.upload("/imports", fields, file: table.bytes, named: "团.csv")
            #expect(taken.headers[.location] == "/imports/\(gone.number)")
            #expect(try await Self.ended("/imports/\(gone.number)", &browser).text.contains("Imported."))
        }
    }
}
