import HTTPSupport
import NIOCore
import SeededRandom
import Testing

/// Through a real socket, byte by byte.
@Suite(.timeLimit(.minutes(1))) struct SocketTests {
    private let host = "Host: localhost\r\n"

    @Test func `requests on one connection are answered in turn`() async throws {
        try await RunningService.run(ServiceUnderTest()) { [host] port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /things/a HTTP/1.1\r\n\(host)\r\nGET /things/b HTTP/1.1\r\n\(host)Connection: close\r\n\r\n")
                let text = await connection.readToEnd()
                #expect(text.components(of: "HTTP/1.1 200 OK") == 2)
                #expect(text.contains(#"{"name":"a"}"#) && text.contains(#"{"name":"b"}"#))
            }
        }
    }

    @Test(arguments: [
        "GARBAGE\r\n\r\n", "GET /things/a HTTP/9.9\r\n\r\n", "GET\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}",
        "GET / HTTP/1.1\r\nBad Header: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\n folded: x\r\n\r\n", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ])
    func `what is not HTTP gets one problem and the connection ends`(bytes: String) async throws {
        let subject = ServiceUnderTest()
        try await RunningService.run(subject) { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(bytes)
                let text = await connection.readToEnd()
                #expect(text.hasPrefix("HTTP/1.1 400 Bad Request\r\n"), "\(text)")
                #expect(text.components(of: "HTTP/1.1 4") == 1)
                #expect(text.contains("/problems/malformed-request"))
                #expect(text.lowercased().contains("x-content-type-options: nosniff"))
            }
        }
        let refused = subject.log.all.filter { $0.contains("problem=malformed-request") && $0.contains("status=400") }
        #expect(refused.count == 1, "\(subject.log.all)")
    }

    @Test func `headers beyond the limit are 431`() async throws {
        try await RunningService.run(ServiceUnderTest()) { [host] port, _ in
            for head in ["X-Long: \(String(repeating: "a", count: 20_000))\r\n", String(repeating: "X-Many: a\r\n", count: 200)] {
                try await RawConnection.open(port: port) { connection in
                    try await connection.send("GET /things/a HTTP/1.1\r\n\(host)\(head)\r\n")
                    #expect(await connection.readToEnd().hasPrefix("HTTP/1.1 431 "))
                }
            }
        }
    }

    @Test func `another site's name in Host is refused, and so are none and two`() async throws {
        try await RunningService.run(ServiceUnderTest()) { port, _ in
            for host in ["Host: evil.example:\(port)\r\n", "", "Host: localhost\r\nHost: evil.example\r\n"] {
                try await RawConnection.open(port: port) { connection in
                    try await connection.send("GET /things/a HTTP/1.1\r\n\(host)Connection: close\r\n\r\n")
                    #expect(await connection.readToEnd().hasPrefix("HTTP/1.1 421 "), "\(host)")
                }
            }
        }
    }

    @Test(arguments: [
        "OPTIONS * HTTP/1.1", "GET http://localhost/things/a HTTP/1.1", "CONNECT localhost:80 HTTP/1.1", "PURGE /things/a HTTP/1.1",
    ])
    func `odd request lines are answered`(line: String) async throws {
        try await RunningService.run(ServiceUnderTest()) { [host] port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("\(line)\r\n\(host)Connection: close\r\n\r\n")
                let text = await connection.readToEnd()
                #expect(text.hasPrefix("HTTP/1.1 2") || text.hasPrefix("HTTP/1.1 4"), "\(text)")
            }
        }
    }

    @Test func `TRACE is refused and repeats nothing of the request`() async throws {
        try await RunningService.run(ServiceUnderTest()) { [host] port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("TRACE /things/a HTTP/1.1\r\n\(host)X-Canary: 4711-canary\r\nConnection: close\r\n\r\n")
                let text = await connection.readToEnd()
                #expect(text.hasPrefix("HTTP/1.1 405 "), "\(text)")
                #expect(!text.contains("4711-canary"))
            }
        }
    }

    @Test func `an upgrade that nobody offers is answered as if it had not been asked for`() async throws {
        try await RunningService.run(ServiceUnderTest()) { [host] port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /things/a HTTP/1.1\r\n\(host)Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n")
                #expect(await connection.read(until: "}").hasPrefix("HTTP/1.1 200 "))
            }
        }
    }

    @Test(arguments: 1...8) func `random damage to a request never brings the service down`(seed: UInt64) async throws {
        var limits = ServiceLimits()
        limits.idle = .milliseconds(200)
        limits.receive = .milliseconds(100)
        let sample = Array(
            "POST /things?a=b HTTP/1.1\r\n\(host)Content-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"name\":\"a\"}".utf8)
        try await RunningService.run(ServiceUnderTest(limits: limits)) { [host] port, _ in
            var random = Seed(seed)
            for _ in 0..<12 {
                var bytes = sample + sample
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
                }
                try await RawConnection.open(port: port) { connection in
                    try? await connection.send(bytes)
                    let text = await connection.readToEnd()
                    #expect(!text.contains("HTTP/1.1 5"), "\(text)")
                }
            }
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /things/a HTTP/1.1\r\n\(host)\r\n")
                #expect(await connection.read(until: "}").hasPrefix("HTTP/1.1 200 "))
            }
        }
    }

    @Test func `a slow head is cut`() async throws {
        var limits = ServiceLimits()
        limits.idle = .milliseconds(300)
        try await RunningService.run(ServiceUnderTest(limits: limits)) { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /things/a HTT")
                #expect(await connection.readToEnd() == "")
            }
        }
    }

    @Test func `a slow body gets 408, however steadily it drips`() async throws {
        var limits = ServiceLimits()
        limits.receive = .milliseconds(300)
        try await RunningService.run(ServiceUnderTest(limits: limits)) { [host] port, _ in
            for drips in [0, 5] {
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(
                        "POST /things HTTP/1.1\r\n\(host)Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"name\":\"a\"}")
                    for _ in 0..<drips {
                        try await Task.sleep(for: .milliseconds(20))
                        try await connection.send(" ")
                    }
                    let text = await connection.readToEnd()
                    #expect(text.hasPrefix("HTTP/1.1 408 "), "\(text)")
                    #expect(text.components(of: "HTTP/1.1 4") == 1)
                }
            }
        }
    }

    @Test func `a body that breaks off is not taken for a whole one`() async throws {
        let subject = ServiceUnderTest()
        let log = subject.log
        try await RunningService.run(subject) { [host] port, _ in
            for framing in ["Content-Length: 100\r\n\r\n{\"name\":\"a\"}", "Transfer-Encoding: chunked\r\n\r\nc\r\n{\"name\":\"a\"}\r\n"] {
                try await RawConnection.open(port: port) { connection in
                    try await connection.send("POST /things HTTP/1.1\r\n\(host)Content-Type: application/json\r\n\(framing)")
                    try await Task.sleep(for: .milliseconds(50))
                    try await connection.channel.close(mode: .output)
                    let text = await connection.readToEnd()
                    #expect(!text.contains("HTTP/1.1 201"), "\(text)")
                }
            }
        }
        #expect(log.all.allSatisfy { !$0.contains("status=201") && !$0.contains("status=500") })
    }

    @Test func `a body without end is cut`() async throws {
        var limits = ServiceLimits()
        limits.body = 2 << 20
        try await RunningService.run(ServiceUnderTest(limits: limits)) { [host] port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(
                    "POST /things HTTP/1.1\r\n\(host)Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                let chunk = "10000\r\n" + String(repeating: " ", count: 65_536) + "\r\n"
                for _ in 0..<200 {
                    do { try await connection.send(chunk) } catch { break }
                }
                let text = await connection.readToEnd()
                #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 413 "), "\(text.prefix(200))")
            }
        }
    }

    @Test func `a connection too many gets 503, and room made is given again`() async throws {
        var limits = ServiceLimits()
        limits.connections = 1
        try await RunningService.run(ServiceUnderTest(limits: limits)) { [host] port, _ in
            let request = "GET /things/a HTTP/1.1\r\n\(host)\r\n"
            try await RawConnection.open(port: port) { first in
                try await first.send(request)
                #expect(await first.read(until: "}").hasPrefix("HTTP/1.1 200 "))
                try await RawConnection.open(port: port) { second in
                    try await second.send(request)
                    let text = await second.readToEnd()
                    #expect(text.hasPrefix("HTTP/1.1 503 "))
                    #expect(text.lowercased().contains("retry-after: 1"))
                }
            }
            var answer = ""
            for _ in 0..<100 where !answer.hasPrefix("HTTP/1.1 200 ") {
                try await Task.sleep(for: .milliseconds(10))
                answer = try await RawConnection.open(port: port) { third in
                    try await third.send(request)
                    return await third.read(until: "}")
                }
            }
            #expect(answer.hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func `a client that never reads its answer is cut`() async throws {
        var limits = ServiceLimits()
        limits.send = .milliseconds(300)
        limits.idle = .seconds(20)
        let subject = ServiceUnderTest(limits: limits)
        let service = subject.service
        try await RunningService.run(subject) { [host] port, _ in
            try await RawConnection.open(port: port, autoRead: false) { connection in
                for _ in 0..<8 { try await connection.send("GET /large HTTP/1.1\r\n\(host)\r\n") }
                func open() -> Double { service.gauges.first { $0.name == "http_connections" }?.value ?? -1 }
                var waited = 0
                while open() > 0, waited < 1000 {
                    try await Task.sleep(for: .milliseconds(10))
                    waited += 1
                }
                #expect(open() == 0)
            }
        }
    }

    @Test func `a graceful stop answers what has begun and takes nothing new`() async throws {
        let subject = ServiceUnderTest()
        let latch = subject.latch
        try await RunningService.run(subject) { [host] port, stop in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /slow HTTP/1.1\r\n\(host)\r\n")
                while await latch.arrived == 0 { try await Task.sleep(for: .milliseconds(1)) }
                await stop()
                var refused = false
                for _ in 0..<200 where !refused {
                    do {
                        try await RawConnection.open(port: port) { _ in }
                        try await Task.sleep(for: .milliseconds(5))
                    } catch { refused = true }
                }
                #expect(refused)
                await latch.open()
                let text = await connection.readToEnd()
                #expect(text.hasPrefix("HTTP/1.1 200 "))
                #expect(text.hasSuffix(#"{"slow":true}"#))
            }
        }
    }
}

extension String {
    /// How often the text occurs.
    func components(of text: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
