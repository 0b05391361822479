import HTTPSupport
import HTTPTypes
import Hummingbird
import HummingbirdCore
import SeededRandom
import Testing
import Values
import Workflow

@Suite struct HeaderTests {
    @Test(arguments: [
        (String?.none, Language.simplifiedChinese), ("", .simplifiedChinese), ("en", .english), ("en-GB,en;q=0.9", .english),
        ("zh-TW", .simplifiedChinese), ("fr, en;q=0.5, zh;q=0.4", .english), ("en;q=0.2, zh-CN;q=0.8", .simplifiedChinese),
        ("en;q=0", .simplifiedChinese), ("fr", .simplifiedChinese), ("*", .simplifiedChinese), ("en;q=x, zh;q=0.1", .simplifiedChinese),
        (",,;;q=,", .simplifiedChinese), ("EN", .english),
    ])
    func `the language follows the wishes in their order`(header: String?, language: Language) {
        #expect(Language(accepting: header) == language)
    }

    @Test(arguments: [
        (String?.none, true), ("*/*", true), ("application/json", true), ("text/html, application/*;q=0.1", true), ("text/html", false),
        ("application/json;q=0, */*", false), ("", false),
    ])
    func `an answer is only given in a format that the client takes`(header: String?, accepted: Bool) {
        var fields = HTTPFields()
        fields[.accept] = header
        let request = Request(
            head: HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/", headerFields: fields),
            body: RequestBody(buffer: ByteBuffer()))
        #expect((try? request.requireAccept("application/json")) != nil || !accepted)
        #expect((try? request.requireAccept("application/json")) == nil || accepted)
    }

    @Test(arguments: [
        ("localhost:8080", true), ("127.0.0.1:8080", true), ("[::1]:8080", true), ("LOCALHOST:8080", true), ("localhost", false),
        ("localhost:8081", false), ("evil.example:8080", false), ("127.0.0.1.evil.example:8080", false), ("localhost:8080@evil", false),
        ("[::1", false), ("[::1]8080", false), ("localhost:", false), ("localhost:+8080", false), ("", false), ("::1:8080", false),
        ("localhost:99999999999999999999", false), ("0.0.0.0:8080", false),
    ])
    func `only the names of this machine with the port are answered`(host: String, admitted: Bool) {
        #expect(HostRule(port: 8080).admits(host) == admitted)
    }

    @Test func `a port that the system chose is not compared, and 80 may be left out`() {
        #expect(HostRule(port: nil).admits("localhost:4711"))
        #expect(!HostRule(port: nil).admits("evil.example:4711"))
        #expect(!HostRule(port: nil).admits(nil))
        #expect(HostRule(port: 80).admits("localhost"))
    }

    @Test func `versions travel in entity tags and come back from If-Match`() {
        #expect(EntityTag(version: 7).description == "\"v7\"")
        #expect(EntityTag.version(in: "\"v7\"") == 7)
        let (found, foundLater) = (EntityTag(version: 7, content: [1]), EntityTag(version: 7, content: [2]))
        #expect(found != foundLater && !found.isListed(in: foundLater.description) && !found.isListed(in: "\"v7\""))
        #expect(EntityTag.version(in: found.description) == 7 && EntityTag.version(in: foundLater.description) == 7)
        #expect(found.agrees(with: " " + found.description) && !found.agrees(with: foundLater.description) && found.agrees(with: "\"v7\""))
        for header in [
            "v7", "\"7\"", "W/\"v7\"", "\"v7\", \"v8\"", "*", "", "\"v\"", "\"v-1\"", "\"v99999999999999999999\"", "\"v+7\"", "\"v7-\"",
            "\"v7-ab\"",
        ] {
            #expect(EntityTag.version(in: header) == nil, "\(header)")
        }
    }

    @Test func `a tag is found in If-None-Match, weak or strong`() {
        let tag = EntityTag(version: 7)
        for header in ["\"v7\"", "W/\"v7\"", "\"a\", \"v7\"", "\"a\",W/\"v7\" , \"b\"", "*"] {
            #expect(tag.isListed(in: header), "\(header)")
        }
        for header in ["\"v8\"", "v7", "", "\"v77\""] { #expect(!tag.isListed(in: header), "\(header)") }
    }

    @Test(arguments: 1...100) func `changing one byte of an answer changes its tag`(seed: UInt64) {
        var random = Seed(seed)
        let bytes = (0..<Int.random(in: 1...100, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        var changed = bytes
        changed[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
        #expect(EntityTag(content: bytes) != EntityTag(content: changed))
        #expect(EntityTag(content: bytes) != EntityTag(content: bytes + [0]))
        #expect(EntityTag(content: bytes) == EntityTag(content: bytes))
        #expect(EntityTag(content: bytes).description.count == 34)
    }

    @Test func `an edit without a version, with any version, or with a foreign tag is refused`() {
        func version(_ header: String?) throws(Refusal) -> Int64 {
            var fields = HTTPFields()
            fields[.ifMatch] = header
            return try Request(
                head: HTTPRequest(method: .put, scheme: "http", authority: "localhost", path: "/", headerFields: fields),
                body: RequestBody(buffer: ByteBuffer())
            ).version()
        }
        #expect(throws: Refusal.versionMissing) { try version(nil) }
        #expect(throws: Refusal.versionMissing) { try version("*") }
        #expect(throws: Refusal.self) { try version("\"abc\"") }
        #expect((try? version("\"v3\"")) == 3)
    }
}
