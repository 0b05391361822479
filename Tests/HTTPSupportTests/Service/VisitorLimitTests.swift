import Access
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import Values
import Workflow

@testable import HTTPSupport

@Suite struct VisitorLimitTests {
    private let start = ContinuousClock.now

    @Test func `an address has so many requests at once, and one after each pause from then on`() {
        let limit = VisitorLimit(burst: 3, pause: .milliseconds(500))
        for _ in 0..<3 { #expect(limit.take("a", at: start) == nil) }
        #expect(limit.take("a", at: start) == 1)
        #expect(limit.take("b", at: start) == nil, "nobody else waits")
        #expect(limit.take("a", at: start + .milliseconds(499)) == 1)
        #expect(limit.take("a", at: start + .milliseconds(500)) == nil)
        #expect(limit.take("a", at: start + .milliseconds(500)) == 1)
        // However long nobody asks, no more than the first so many are saved up.
        let later = start + .seconds(3600)
        for _ in 0..<3 { #expect(limit.take("a", at: later) == nil) }
        #expect(limit.take("a", at: later) != nil)
    }

    @Test func `a flood of addresses is forgotten, not kept`() {
        let limit = VisitorLimit(burst: 1, pause: .seconds(1))
        for number in 0..<20_000 { _ = limit.take("\(number)", at: start) }
        #expect(limit.take("0", at: start) != nil)
        #expect(limit.take("another", at: start + .seconds(2)) == nil, "those that have filled again make room")
        #expect(limit.take("0", at: start + .seconds(2)) == nil)
    }

    @Test func `behind a proxy a visitor who asks too much is told until when to wait`() async throws {
        var limits = ServiceLimits()
        (limits.visitorBurst, limits.visitorPause) = (2, .seconds(3600))
        let site = try PublicSite("https://register.example")
        for (caller, behind, last) in [
            (Caller.visitor, site, HTTPResponse.Status.tooManyRequests), (.visitor, nil, .ok), (Self.person, site, .ok),
        ] {
            try await ServiceUnderTest(limits: limits, caller: caller).application(behind: behind).test(.router) { client in
                func ask(_ address: String) async throws -> TestResponse {
                    try await client.execute(uri: "/things/a", method: .get, headers: [Self.forwarded: address])
                }
                for _ in 0..<2 { #expect(try await ask("192.0.2.7").status == .ok) }
                let answer = try await ask("192.0.2.7")
                #expect(answer.status == last)
                if last != .ok {
                    let seconds = answer.headers[.retryAfter].flatMap { Int($0) }
                    #expect(seconds.map { (3000...3600).contains($0) } == true)
                    #expect(String(buffer: answer.body).contains("/problems/too-many-requests"))
                }
                #expect(try await ask("192.0.2.8").status == .ok)
                #expect(try await client.execute(uri: "/healthz", method: .get).status == .ok)
            }
        }
    }

    // swift-format-ignore: NeverForceUnwrap
    private static let person = Caller(account: AccountNumber(rawValue: 7)!, holdings: [], isTwoFactor: false, confirmedAt: nil)
    // swift-format-ignore: NeverForceUnwrap
    private static let forwarded = HTTPField.Name("X-Forwarded-For")!
}
