import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import NIOCore
import Store
import Testing
import Values
import Workflow

@testable import WebPages

/// Pages that look again by themselves how far something is.
@Suite struct UnattendedPageTests {
    /// Whether a session still counts some minutes after it began, asked for in one way or the other.
    private static func counts(
        _ browser: Browser, after minutes: Int64, _ method: HTTPRequest.Method = .get, isUnattended: Bool = false
    ) async throws -> Bool {
        let now = Instant(microsecondsSince1970: PagesUnderTest.now.microsecondsSince1970 + minutes * 60_000_000)
        let registry = Registry(pool: browser.pages.registry.pool, folding: .standard, people: .ofTests, now: { now })
        let accounts = UserAccounts(registry: registry, hasher: PasswordHasher(parameters: .cheap), seal: SeedSeal())
        var headers = browser.headers
        if isUnattended { headers[.unattended] = "yes" }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: "localhost", path: "/imports/1", headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
        return try await RequestCaller(accounts: accounts).find(request).session != nil
    }

    @Test func `a page that looks again by itself keeps no session alive`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            let browser = try await pages.browser(of: "zhoumin")
            for minutes: Int64 in [10, 20, 29] { #expect(try await Self.counts(browser, after: minutes, isUnattended: true)) }
            #expect(try await !Self.counts(browser, after: 30, isUnattended: true), "half an hour after somebody was there")
        }
    }

    @Test func `a person at a page keeps it alive, and so does whatever is sent`() async throws {
        try await PagesUnderTest.run { pages in
            try await pages.account("zhoumin", .hubStaff)
            let browser = try await pages.browser(of: "zhoumin")
            #expect(try await Self.counts(browser, after: 20))
            #expect(try await Self.counts(browser, after: 40, .post, isUnattended: true))
            #expect(try await Self.counts(browser, after: 60))
        }
    }

    @Test func `the script of the pages says that it looks by itself`() throws {
        let script = try #require(PageFile.all.first { $0.name == "Assets/page.js" }).text
        #expect(script.contains("\"\(HTTPField.Name.unattended.rawName)\""))
    }
}
