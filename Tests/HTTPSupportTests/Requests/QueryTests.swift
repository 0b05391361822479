import HTTPSupport
import HTTPTypes
import Hummingbird
import HummingbirdCore
import SeededRandom
import Testing
import Values
import Workflow

@Suite struct QueryTests {
    private func request(_ path: String) -> Request {
        Request(
            head: HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path),
            body: RequestBody(buffer: ByteBuffer()))
    }

    private func read(_ query: String) throws -> (String?, Int?) {
        try QueryFields.read(request("/things?" + query)) { (fields) throws(Refusal) -> (String?, Int?) in
            let name = fields.text("name")
            return (name, try fields.value("size", expected: FieldWords.integer(from: "1", to: "9")) { Int($0) })
        }
    }

    @Test func `parameters are decoded as UTF-8 and plus is a space`() throws {
        #expect(try read("name=%E5%90%88+%E5%94%B1%2B&size=7") == ("合 唱+", 7))
        #expect(try read("") == (nil, nil))
        #expect(try read("name=&&") == (nil, nil))
        #expect(try read("name=a=b") == ("a=b", nil))
    }

    @Test(arguments: ["name=%", "name=%4", "name=%ZZ", "name=%FF", "name=%00", "%FF=1", "name=1&name=2", "name=%ED%A0%80"])
    func `a broken or repeated parameter is refused`(query: String) {
        #expect(throws: RequestFault.self) { try read(query) }
    }

    @Test func `an unknown parameter is refused instead of answering with everything`() {
        #expect(throws: Refusal.unknownField("nmae", nearest: "name")) { try read("nmae=x") }
        #expect(throws: Refusal.self) { try read("size=x") }
        #expect(throws: Refusal.self, "a filter whose value was lost") { try read("size=") }
    }

    @Test(arguments: 1...100) func `encoding and decoding give the text back`(seed: UInt64) {
        var random = Seed(seed)
        let text = JSONSample.text(using: &random)
        #expect(PercentEncoding.decode(PercentEncoding.encode(text)) == text)
        #expect(PercentEncoding.encode(text).utf8.allSatisfy { $0 < 0x80 && $0 > 0x20 })
    }

    @Test func `the link to the next page keeps the filters and replaces the cursor`() {
        let headers = NextPage.headers(after: "320613-5", of: request("/things?name=%E5%90%88&after=x&size=2"))
        #expect(headers[text: "Link"] == "</things?name=%E5%90%88&size=2&after=320613-5>; rel=\"next\"")
        #expect(NextPage.headers(after: "a/b", of: request("/things"))[text: "Link"] == "</things?after=a%2Fb>; rel=\"next\"")
        #expect(NextPage.headers(after: nil, of: request("/things")).isEmpty)
    }
}
