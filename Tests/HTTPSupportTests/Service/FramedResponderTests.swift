import HTTPSupport
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Values
import Workflow

@Suite struct FramedResponderTests {
    private func json(_ response: TestResponse) throws -> JSONValue {
        try JSONParser.parse(Array(response.body.readableBytesView))
    }

    @Test func `every answer carries a request number and security headers`() async throws {
        let subject = ServiceUnderTest()
        try await subject.application.test(.router) { client in
            for path in ["/things/a", "/healthz", "/readyz", "/metrics", "/nowhere", "/broken", "/refused", "/away", "/"] {
                for method in [HTTPRequest.Method.get, .head, .put] {
                    let answer = try await client.execute(uri: path, method: method)
                    let number = try #require(answer.headers[text: "X-Request-Id"])
                    #expect(RequestNumber(offered: number) != nil)
                    #expect(answer.headers[text: "X-Content-Type-Options"] == "nosniff")
                    #expect(answer.headers[text: "Referrer-Policy"] == "no-referrer")
                    let policy = answer.headers[.contentSecurityPolicy]?.split(separator: ";").map { $0.drop { $0 == " " } } ?? []
                    for kind in ["default-src", "object-src", "base-uri", "frame-ancestors"] { #expect(policy.contains("\(kind) 'none'")) }
                    #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
                    #expect(answer.headers[text: "Cross-Origin-Opener-Policy"] == "same-origin")
                    #expect(answer.headers[text: "Cross-Origin-Resource-Policy"] == "same-origin")
                    #expect(answer.headers[text: "Access-Control-Allow-Origin"] == nil)
                    #expect(answer.headers[.server] == nil)
                    #expect(answer.headers[.cacheControl] == "no-store")
                    if method == .head { #expect(answer.body.readableBytes == 0) }
                }
            }
        }
    }

    @Test func `a refusal is a problem in the language asked for`() async throws {
        try await ServiceUnderTest().application.test(.router) { client in
            let english = try await client.execute(uri: "/refused", method: .get, headers: [.acceptLanguage: "en"])
            #expect(english.status == .notFound)
            #expect(english.headers[.contentType] == "application/problem+json")
            #expect(english.headers[.contentLanguage] == "en")
            #expect(english.headers[.vary] == "Accept-Language")
            let problem = try json(english)
            let words = Refusal.notFound(.area, "99").words
            #expect(problem["type"] == .string("/problems/area-not-found"))
            #expect(problem["title"] == .string(words.title.en))
            #expect(problem["detail"] == .string(words.detail.en))
            #expect(problem["nextStep"] == .string(words.nextStep.en))
            #expect(problem["status"] == .number("404"))
            #expect(problem["instance"] == .string(english.headers[text: "X-Request-Id"] ?? ""))
            let chinese = try await client.execute(uri: "/refused", method: .get)
            #expect(try json(chinese)["title"] == .string(words.title.zh))
            #expect(chinese.headers[.contentLanguage] == "zh-CN")
        }
    }

    @Test func `an unforeseen error is logged once under its number and never shown`() async throws {
        let subject = ServiceUnderTest()
        let number = try await subject.application.test(.router) { client in
            let answer = try await client.execute(uri: "/broken", method: .get)
            #expect(answer.status == .internalServerError)
            #expect(!String(buffer: answer.body).contains("hunter2"))
            return answer.headers[text: "X-Request-Id"] ?? ""
        }
        let lines = subject.log.all.filter { $0.contains("hunter2") }
        #expect(lines.count == 1)
        #expect(lines.first?.contains("request=\(number)") == true)
        #expect(lines.first?.hasPrefix("error") == true)
    }

    @Test func `each request leaves one line with its route pattern, not its path`() async throws {
        let subject = ServiceUnderTest()
        try await subject.application.test(.router) { client in
            try await client.execute(uri: "/things/%0A%20injected", method: .get)
            try await client.execute(uri: "/nowhere/%0Ainjected", method: .get)
        }
        #expect(subject.log.all.count == 2)
        #expect(subject.log.all.allSatisfy { !$0.contains("injected") })
        #expect(subject.log.all[0].contains("method=GET"))
        #expect(subject.log.all[0].contains("route=/things/{name} status=200"))
        #expect(subject.log.all[1].contains("route=none status=404"))
    }

    @Test func `who asked and why it was refused stands in the log`() async throws {
        let subject = ServiceUnderTest(caller: .localOperator)
        try await subject.application.test(.router) { client in
            for path in ["/things/a", "/refused", "/nowhere", "/healthz"] { try await client.execute(uri: path, method: .get) }
        }
        let lines = subject.log.all
        #expect(lines.count == 4)
        #expect(lines[0].contains("caller=local-operator") && !lines[0].contains("problem="))
        #expect(lines[1].contains("caller=local-operator") && lines[1].contains("problem=area-not-found"))
        #expect(lines[2].contains("caller=local-operator") && lines[2].contains("problem=no-such-path"))
        #expect(!lines[3].contains("caller="), "Nobody is asked for who watches whether the process lives.")
    }

    @Test func `a wrong path is 404 and a wrong method is 405 with what is allowed`() async throws {
        try await ServiceUnderTest().application.test(.router) { client in
            let path = try await client.execute(uri: "/thing", method: .get)
            #expect(path.status == .notFound)
            #expect(try json(path)["type"] == .string("/problems/no-such-path"))
            let method = try await client.execute(uri: "/things/a", method: .delete)
            #expect(method.status == .methodNotAllowed)
            #expect(method.headers[.allow] == "GET, HEAD")
            let post = try await client.execute(uri: "/things", method: .get)
            #expect(post.headers[.allow] == "POST")
        }
    }

    @Test func `an unchanged list is 304 without a body`() async throws {
        try await ServiceUnderTest().application.test(.router) { client in
            let first = try await client.execute(uri: "/things/a", method: .get)
            let tag = try #require(first.headers[.eTag])
            let second = try await client.execute(uri: "/things/a", method: .get, headers: [.ifNoneMatch: tag])
            #expect(second.status == .notModified)
            #expect(second.body.readableBytes == 0)
            #expect(second.headers[.eTag] == tag)
            let other = try await client.execute(uri: "/things/b", method: .get, headers: [.ifNoneMatch: tag])
            #expect(other.status == .ok)
        }
    }

    @Test(arguments: [
        ("text/plain", #"{"name":"a"}"#, 415, "content-type-unsupported"), (nil, #"{"name":"a"}"#, 415, "content-type-unsupported"),
        ("application/json; charset=gbk", #"{"name":"a"}"#, 415, "content-type-unsupported"),
        ("application/json", "", 400, "json-unreadable"), ("application/json", "{", 400, "json-unreadable"),
        ("application/json", #"{"name":1}"#, 422, "malformed-value"), ("application/json", "{}", 422, "missing-value"),
        ("application/json", #"{"name":"a","nam":"b"}"#, 422, "unknown-field"),
        ("application/json; charset=UTF-8", #"{"name":"a"}"#, 201, ""),
    ])
    func `a body is read only when it is JSON that fits`(type: String?, body: String, status: Int, slug: String) async throws {
        try await ServiceUnderTest().application.test(.router) { client in
            var headers = HTTPFields()
            headers[.contentType] = type
            let answer = try await client.execute(uri: "/things", method: .post, headers: headers, body: ByteBuffer(string: body))
            #expect(answer.status.code == status)
            if !slug.isEmpty { #expect(try json(answer)["type"] == .string("/problems/\(slug)")) }
        }
    }

    @Test func `more than a mebibyte is refused`() async throws {
        try await ServiceUnderTest().application.test(.router) { client in
            let body = ByteBuffer(string: "{\"name\":\"" + String(repeating: "a", count: 1 << 20) + "\"}")
            let answer = try await client.execute(uri: "/things", method: .post, headers: [.contentType: "application/json"], body: body)
            #expect(answer.status == .contentTooLarge)
        }
    }

    @Test func `readiness is a problem while the database is away, and health is not`() async throws {
        let subject = ServiceUnderTest(readiness: { throw Refusal.databaseUnavailable })
        try await subject.application.test(.router) { client in
            let ready = try await client.execute(uri: "/readyz", method: .get)
            #expect(ready.status == .serviceUnavailable)
            #expect(ready.headers[.retryAfter] == "2")
            #expect(try await client.execute(uri: "/healthz", method: .get).status == .ok)
        }
    }

    @Test func `metrics count by route pattern, method and status`() async throws {
        try await ServiceUnderTest().application.test(.router) { client in
            for name in ["a", "b", "c"] { try await client.execute(uri: "/things/\(name)", method: .get) }
            try await client.execute(uri: "/no/such/path", method: .get)
            let text = String(buffer: try await client.execute(uri: "/metrics", method: .get).body)
            #expect(text.contains(#"http_requests_total{method="GET",route="/things/{name}",status="200"} 3"#))
            #expect(text.contains(#"http_requests_total{method="GET",route="none",status="404"} 1"#))
            #expect(text.contains(#"http_request_duration_seconds_bucket{method="GET",route="/things/{name}",status="200",le="+Inf"} 3"#))
            #expect(text.contains("# TYPE http_requests_in_progress gauge\nhttp_requests_in_progress 1.0"))
        }
    }

    @Test func `beyond its limit the service answers 503 at once, and health still answers`() async throws {
        var limits = ServiceLimits()
        limits.requests = 1
        let subject = ServiceUnderTest(limits: limits)
        let latch = subject.latch
        try await subject.application.test(.router) { client in
            async let slow = client.execute(uri: "/slow", method: .get)
            while await latch.arrived == 0 { try await Task.sleep(for: .milliseconds(1)) }
            let busy = try await client.execute(uri: "/things/a", method: .get)
            #expect(busy.status == .serviceUnavailable)
            #expect(busy.headers[.retryAfter] == "1")
            #expect(try await client.execute(uri: "/healthz", method: .get).status == .ok)
            await latch.open()
            #expect(try await slow.status == .ok)
            #expect(try await client.execute(uri: "/things/a", method: .get).status == .ok)
        }
    }
}
