import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Testing
import Values
import Workflow

@testable import WebPages

/// What holds for every page that there is, also for those that are added later.
@Suite struct EveryPageTests {
    /// The pages that are opened by their address, with their use cases.
    static func entries() throws -> [PermittedRoutes.Entry] {
        let router = Router(context: ServiceContext.self)
        let registry = PagesUnderTest.unreachableRegistry
        let pages = WebPages(accounts: UserAccounts(registry: registry), imports: BackgroundImports(registry: registry))
        let entries = pages.addRoutes(to: router).entries
        // Nobody comes back from a provider who has not left for one.
        return entries.filter { $0.method == .get && $0.path != ProviderPages.returnPath }
    }

    /// Who opens a page: the person at the machine, and somebody signed in for what only an account has or what takes a named person.
    private static func headers(of entry: PermittedRoutes.Entry, _ browser: Browser) -> HTTPFields {
        let permission = entry.useCase.permission
        return permission.isForOperator ? [:] : permission.minimum == .role ? TestHolder.staff.headers : browser.headers
    }

    @Test func `every page opens in both languages, is tidy, light and complete`() async throws {
        let entries = try Self.entries()
        #expect(entries.count > 10, "The pages were found.")
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            try await register.learn(in: pages)
            try await pages.account("zhoumin", nil)
            let browser = try await pages.browser(of: "zhoumin")
            for entry in entries {
                for language in Language.allCases {
                    let answer = try await pages.get(
                        register.address(entry.path), language: language, headers: Self.headers(of: entry, browser))
                    #expect(answer.status == 200, "\(entry.path)")
                    guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
                    try Self.check(answer, "\(entry.path) \(language.rawValue)", language)
                }
            }
        }
    }

    private static func check(_ answer: PagesUnderTest.Answer, _ name: String, _ language: Language) throws {
        let page = answer.page
        #expect(page.faults == [], "\(name)")
        #expect(page.first("html")?.attributes["lang"] == language.rawValue, "\(name)")
        #expect(answer.headers[.contentLanguage] == language.rawValue)
        #expect(answer.text.utf8.count <= 60 * 1024, "\(name) weighs \(answer.text.utf8.count)")
        #expect(page.all("h1").count == 1 && page.all("main").count == 1, "\(name)")
        #expect(page.first("title")?.text.isEmpty == false, "\(name)")
        #expect(!answer.text.contains("{{") && !answer.text.contains("Optional("), "\(name)")
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count, "\(name) has an id twice: \(ids.filter { id in ids.count { $0 == id } > 1 })")
        for element in page.elements {
            for attribute in ["aria-labelledby", "aria-describedby", "for"] {
                for id in element.attributes[attribute]?.split(separator: " ") ?? [] {
                    #expect(ids.contains(String(id)), "\(name): \(attribute)=\(id) leads nowhere")
                }
            }
            if element.name == "a", let place = element.attributes["href"], place.hasPrefix("#") {
                #expect(ids.contains(String(place.dropFirst())), "\(name): \(place) leads nowhere")
            }
        }
        let labelled = Set(page.all("label").compactMap { $0.attributes["for"] })
        for field in page.elements where ["input", "select", "textarea"].contains(field.name) && field.attributes["type"] != "hidden" {
            let isInside = field.ancestors.contains { page.elements[$0].name == "label" }
            let isLabelled = isInside || field.attributes["id"].map(labelled.contains) == true || field.attributes["aria-label"] != nil
            #expect(isLabelled, "\(name): a field without a label: \(field.attributes)")
        }
    }

    @Test func `links of every page lead to pages that there are`() async throws {
        let entries = try Self.entries()
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages)
            try await register.learn(in: pages)
            try await pages.account("zhoumin", nil)
            let browser = try await pages.browser(of: "zhoumin")
            var seen: Set<String> = []
            for entry in entries {
                let answer = try await pages.get(register.address(entry.path), headers: Self.headers(of: entry, browser))
                guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
                for link in answer.page.all("a").compactMap({ $0.attributes["href"] }) where link.hasPrefix("/") {
                    let address = String(link.prefix { $0 != "#" })
                    guard seen.insert(address).inserted, seen.count < 400 else { continue }
                    let status = try await pages.get(address, headers: Self.headers(of: entry, browser)).status
                    #expect(status == 200, "\(entry.path) leads to \(address): \(status)")
                }
            }
        }
    }

    @Test(arguments: Hostile.texts) func `what people typed runs nowhere`(text: String) async throws {
        let entries = try Self.entries()
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages, text: text)
            try await register.learn(in: pages, text: text)
            try await pages.account("zhoumin", nil)
            let browser = try await pages.browser(of: "zhoumin")
            for entry in entries {
                let answer = try await pages.get(
                    register.address(entry.path), language: .english, headers: Self.headers(of: entry, browser))
                guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
                Hostile.check(answer.page, entry.path)
            }
            for query in [
                "q", "area", "status", "order", "flag", "subject", "lang", "after", "target-governance", "FN-01", "run", "number",
                "standing",
            ] {
                for path in [
                    "/directory", "/flagged", "/audit", "/areas", "/status", "/pending", "/organizations/\(register.number)/what-if",
                ] {
                    let answer = try await pages.get("\(path)?\(query)=\(PercentEncoding.encode(text))", language: .english)
                    #expect(answer.status < 500, "\(path) \(query)")
                    Hostile.check(answer.page, "\(path) \(query)")
                }
            }
            Hostile.check(try await pages.get("/\(PercentEncoding.encode(text))").page, "the path")
        }
    }

    @Test func `visitors open what is for everybody and nothing else`() async throws {
        let entries = try Self.entries()
        try await PagesUnderTest.run { pages in
            let register = try await FilledRegister(in: pages, text: "金丝雀")
            try await register.learn(in: pages, text: "金丝雀")
            for entry in entries {
                let answer = try await pages.get(register.address(entry.path), as: .visitor)
                let isForEverybody = entry.useCase.permission.minimum == .everybody
                #expect(answer.status == (isForEverybody ? 200 : 303), "\(entry.path): \(answer.status)")
                #expect(!answer.text.contains("金丝雀") || entry.path.hasPrefix("/directory"), "\(entry.path)")
            }
        }
    }
}

/// Texts that would run if a page let them.
enum Hostile {
    static let texts = [
        "<xss>x</xss>", "\"><xss a=\"", "'><xss a='", "\"\u{301} onfocus=xss() autofocus x=\"\u{301}", "<\u{338}xss>",
        "</title><xss>", "</textarea></select></svg><xss>", "<!--<xss>", "javascript:xss()", "{{w.frame.name}}{{{title}}}",
        "&lt;xss&gt;&#60;xss&#62;", "<svg/onload=xss()>", "\u{202E}<xss>", "]]><xss>", "+ADw-xss+AD4-", "＜xss＞",
    ]

    static func check(_ page: HTMLPage, _ place: String) {
        #expect(page.faults == [], "\(place)")
        for element in page.elements {
            #expect(element.name != "xss", "\(place)")
            if element.name == "script" { #expect(element.attributes["src"]?.hasPrefix("/assets/") == true && element.text.isEmpty) }
            for (name, value) in element.attributes {
                #expect(!name.hasPrefix("on") && name != "style" && name != "a", "\(place): \(name)")
                if ["href", "src", "action", "formaction"].contains(name) {
                    #expect(value.hasPrefix("/") || value.hasPrefix("#"), "\(place): \(name)=\(value)")
                    #expect(!value.hasPrefix("//"), "\(place): \(name)=\(value)")
                }
            }
        }
    }
}
