import HTTPTypes
import Testing
import Values
import Workflow

@testable import WebPages

/// What surrounds every page.
struct FrameTests {
    @Test func `the language is the address's, else the cookie's, else the browser's`() async throws {
        try await PagesUnderTest.runWithoutDatabase { pages in
            func language(_ path: String, _ headers: HTTPFields = [:]) async throws -> String? {
                try await pages.get(path, headers: headers).page.first("html")?.attributes["lang"]
            }
            #expect(try await language("/") == "zh-CN")
            #expect(try await language("/", [.acceptLanguage: "en-GB"]) == "en")
            #expect(try await language("/", [.acceptLanguage: "en-GB", .cookie: "a=b; __Host-lang=zh-CN"]) == "zh-CN")
            #expect(try await language("/?lang=en", [.cookie: "__Host-lang=zh-CN"]) == "en")
            #expect(try await language("/?lang=xx", [.cookie: "__Host-lang=en"]) == "en")
            let wrong = try await language("/", [.cookie: "__Host-lang=\"><script>"])
            #expect(wrong == "zh-CN")
        }
    }

    @Test func `a language that was chosen is remembered`() async throws {
        try await PagesUnderTest.runWithoutDatabase { pages in
            let answer = try await pages.get("/?lang=en")
            #expect(answer.headers[.setCookie] == "__Host-lang=en; Path=/; Max-Age=31536000; SameSite=Lax; Secure; HttpOnly")
            #expect(answer.headers[.contentLanguage] == "en")
            #expect(try await pages.get("/").headers[.setCookie] == nil)
        }
    }

    @Test func `the switch leads to the same page in the other language`() async throws {
        try await PagesUnderTest.runWithoutDatabase { pages in
            let link = try await pages.get("/nothing/here?q=%E5%90%88&lang=en").page.all("a").first { $0.attributes["hreflang"] != nil }
            #expect(link?.attributes["href"] == "/nothing/here?q=%E5%90%88&lang=zh-CN")
            #expect(link?.attributes["lang"] == "zh-CN")
            #expect(link?.text == "简体中文")
        }
    }

    @Test func `nothing inline and nothing from elsewhere is allowed`() async throws {
        try await PagesUnderTest.runWithoutDatabase { pages in
            for path in ["/", "/nothing"] {
                let answer = try await pages.get(path)
                let policy = try #require(answer.headers[.contentSecurityPolicy])
                let parts = [
                    "default-src 'none'", "style-src 'self'", "script-src 'self'", "form-action 'self'", "frame-ancestors 'none'",
                    "base-uri 'none'", "object-src 'none'",
                ]
                for part in parts { #expect(policy.contains(part)) }
                #expect(answer.headers[try #require(HTTPField.Name("Referrer-Policy"))] == "same-origin")
                #expect(answer.headers[.strictTransportSecurity] != nil)
                #expect(!policy.contains("unsafe"))
                #expect(answer.headers[.cacheControl] == "no-store")
                let page = answer.page
                #expect(page.faults == [])
                #expect(page.all("style").isEmpty && page.elements.allSatisfy { $0.attributes["style"] == nil })
                #expect(page.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
                #expect(page.all("script").allSatisfy { $0.attributes["src"]?.hasPrefix("/assets/") == true && $0.text.isEmpty })
            }
        }
    }

    @Test func `a page has its landmarks and a way past the navigation`() async throws {
        try await PagesUnderTest.runWithoutDatabase { pages in
            let page = try await pages.get("/", language: .english, as: .visitor).page
            for landmark in ["header", "main", "footer", "h1", "title"] { #expect(page.all(landmark).count == 1, "\(landmark)") }
            #expect(page.all("a").first?.attributes["href"] == "#content")
            #expect(page.first("main")?.attributes["id"] == "content")
            #expect(page.all("nav").allSatisfy { $0.attributes["aria-label"]?.isEmpty == false })
            #expect(page.all("a").filter { $0.attributes["aria-current"] == "page" }.map(\.text) == ["Home"])
        }
    }

    @Test func `assets are named by their content and kept for a year`() async throws {
        try await PagesUnderTest.runWithoutDatabase { pages in
            let page = try await pages.get("/").page
            let paths = page.all("link").compactMap { $0.attributes["href"] } + page.all("script").compactMap { $0.attributes["src"] }
            #expect(paths.count == 3)
            for path in paths {
                #expect(path.contains(/^\/assets\/[a-z]+-[0-9a-f]{16}\.(css|js|svg)$/))
                let answer = try await pages.get(path)
                #expect(answer.status == 200)
                #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
                #expect(answer.text.utf8.count > 100)
            }
            #expect(try await pages.get("/assets/style-0000000000000000.css").status == 404)
        }
    }

    @Test func `a browser gets problems as pages, a program as JSON`() async throws {
        try await PagesUnderTest.runWithoutDatabase { pages in
            let page = try await pages.get("/nothing", language: .english)
            #expect(page.status == 404)
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.page.texts("h1") == ["There is no such page"])
            for headers: HTTPFields in [[.accept: "*/*"], [.accept: "application/json"], [.accept: "text/html;q=0, */*"]] {
                #expect(try await pages.get("/nothing", headers: headers).headers[.contentType] == "application/problem+json")
            }
            #expect(try await pages.get("/api/v1/nothing").headers[.contentType] == "application/problem+json")
            let down = try await pages.get("/directory", language: .english)
            #expect(down.status == 503)
            #expect(down.headers[.retryAfter] == "2")
            #expect(down.page.texts("h1") == ["Temporarily unavailable"])
            let method = try await pages.post("/", [])
            #expect(method.status == 405)
            #expect(method.headers[.allow] == "GET, HEAD")
        }
    }
}
