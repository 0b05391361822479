import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTesting
import NIOCore
import Testing
import Values

@testable import HTTPSupport

/// The service behind a proxy that speaks TLS.
@Suite struct PublicSiteTests {
    @Test(arguments: [
        ("https://register.example", "register.example"), ("https://Register.Example/", "register.example"),
        ("HTTPS://register.example:443", "register.example"), ("https://register.example:8443/", "register.example:8443"),
        ("https://xn--fiqs8s.example", "xn--fiqs8s.example"), ("https://10.1.2.3", "10.1.2.3"),
    ])
    func `a public address is read as browsers name it`(text: String, authority: String) throws {
        let site = try PublicSite(text)
        #expect(site.authority == authority)
        #expect(site.origin == "https://\(authority)")
    }

    @Test(arguments: [
        "", "register.example", "http://register.example", "https://", "https:///", "https://register.example/path", "https://a.example//",
        "https://user@register.example", "https://register.example?x", "https://register.example:", "https://register.example:0",
        "https://register.example:65536", "https://register.example:+443", "https://register.example:1:2", "https://-a.example",
        "https://a..example", "https://孵化.example", "https://a b.example", "https://*.example", "ftp://register.example",
    ])
    func `what is no public address is refused, with an example`(text: String) {
        let fault = #expect(throws: PublicSite.Fault(text: text)) { try PublicSite(text) }
        #expect(fault?.words.nextStep.en.contains("https://register.example") == true)
    }

    @Test(arguments: [
        ("register.example", true), ("REGISTER.example", true), ("register.example:443", true), ("localhost:8080", true),
        ("register.example:80", false), ("register.example:8080", false), ("register.example.evil.example", false),
        ("evil.example", false), ("register.example:443:443", false), ("", false),
    ])
    func `the public name is answered beside those of this machine`(host: String, admitted: Bool) throws {
        #expect(HostRule(port: 8080, site: try PublicSite("https://register.example")).admits(host) == admitted)
        #expect(!HostRule(port: 8080).admits("register.example"), "only when it is named")
    }

    @Test(
        arguments: [
            ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:DB8:1:2::1", "2001:db8:1:2::/64"), ("::1", "0:0:0:0::/64"), ("", nil), ("unknown", nil), ("192.0.2.7:80", nil),
            ("_hidden", nil), ("192.0.2.300", nil),
        ] as [(String, String?)])
    func `an address is counted by itself, and an IPv6 address by its network`(written: String, text: String?) {
        #expect(ClientAddress(written)?.text == text)
    }

    @Test func `the client is whom the proxy saw, and only behind a proxy`() async throws {
        let subject = ServiceUnderTest()
        let site = try PublicSite("https://register.example")
        for (fields, behind, alone) in [
            ([], "unknown", "unknown"), (["192.0.2.7"], "192.0.2.7", "unknown"), (["192.0.2.66, 192.0.2.7"], "192.0.2.7", "unknown"),
            (["192.0.2.66", "192.0.2.65 ,\t192.0.2.7 "], "192.0.2.7", "unknown"), (["192.0.2.66, nobody"], "unknown", "unknown"),
            (["192.0.2.66,"], "192.0.2.66", "unknown"), ([""], "unknown", "unknown"),
        ] as [([String], String, String)] {
            for (application, expected) in [(subject.application(behind: site), behind), (subject.application, alone)] {
                let name = try #require(HTTPField.Name("X-Forwarded-For"))
                let headers = HTTPFields(fields.map { HTTPField(name: name, value: $0) })
                let seen = try await application.test(.router) { client in
                    String(buffer: try await client.execute(uri: "/address", method: .get, headers: headers).body)
                }
                #expect(seen == expected, "\(fields)")
            }
        }
    }

    @Test(arguments: [
        ("register.example", "https://register.example", true), ("localhost:8080", "https://register.example", true),
        ("localhost:8080", "http://localhost:8080", true), ("register.example", "http://register.example", false),
        ("register.example", "https://evil.example", false), ("register.example:443", "http://register.example:443", false),
        ("register.example", "null", false), ("localhost:8080", "http://localhost:8081", false),
    ])
    func `a form comes from the public site by TLS, or from this machine`(host: String, origin: String, admitted: Bool) async throws {
        let site = try PublicSite("https://register.example")
        let request = Request(
            head: HTTPRequest(method: .post, scheme: "http", authority: host, path: "/", headerFields: [.origin: origin]),
            body: RequestBody(buffer: ByteBuffer()))
        let passed = (try? await request.refusingForgery(of: nil, at: site)) != nil
        #expect(passed == admitted)
        if origin.hasSuffix("register.example"), host.hasPrefix("localhost") {
            await #expect(throws: RequestFault.foreignOrigin) { try await request.refusingForgery(of: nil, at: nil) }
        }
    }
}
