import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Testing

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
}
