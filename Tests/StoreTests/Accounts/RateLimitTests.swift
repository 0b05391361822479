import Postgres
import SeededRandom
import Store
import TestDatabase
import Testing
import Values

/// Buckets against a model of them that counts tokens.
struct RateLimitTests {
    private static let start: Int64 = 1_782_792_000
    private static func moment(_ seconds: Int64) -> Instant { Instant(microsecondsSince1970: (start + seconds) * 1_000_000) }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func `a bucket gives what was put in and no more`(seed: UInt64) async throws {
        var random = Seed(seed)
        let limit = RateLimit(
            action: "test", burst: .random(in: 1...6, using: &random), secondsPerToken: .random(in: 1...20, using: &random))
        var steps: [Int64] = []
        var now: Int64 = 0
        for _ in 0..<60 {
            now += Int64.random(in: 0...limit.secondsPerToken, using: &random)
            steps.append(now)
        }
        let times = steps
        try await TestDatabase.run(connections: 1) { pool in
            // Tokens are counted in seconds of filling, so that parts of one count too.
            var (filled, last) = (limit.burst * limit.secondsPerToken, Int64(0))
            for now in times {
                filled = min(limit.burst * limit.secondsPerToken, filled + now - last)
                last = now
                let isThere = filled >= limit.secondsPerToken
                let given = try await pool.first(TakeToken(limit, of: Array(repeating: 1, count: 32), at: Self.moment(now))) != nil
                #expect(given == isThere, "second \(now) of \(limit)")
                if given {
                    filled -= limit.secondsPerToken
                } else {
                    let wait = try await pool.first(SecondsToToken(limit, of: Array(repeating: 1, count: 32), at: Self.moment(now)))
                    #expect(wait == limit.secondsPerToken - filled, "second \(now) of \(limit)")
                }
            }
        }
    }

    @Test func `many at once get no more than there is`() async throws {
        try await TestDatabase.run(connections: 8) { pool in
            let limit = RateLimit(action: "test", burst: 7, secondsPerToken: 60)
            let given = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<64 {
                    group.addTask { try await pool.first(TakeToken(limit, of: Array(repeating: 1, count: 32), at: Self.moment(0))) != nil }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(given == 7)
        }
    }

    @Test func `buckets that are full are forgotten, others are not`() async throws {
        try await TestDatabase.run(connections: 1) { pool in
            let limit = RateLimit(action: "test", burst: 7, secondsPerToken: 60)
            for number in 0..<30 {
                _ = try await pool.first(TakeToken(limit, of: Array(repeating: UInt8(number), count: 32), at: Self.moment(Int64(number))))
            }
            let removed = try await pool.withTransaction { try await $0.run(ForgetRateLimits(at: Self.moment(70))) }
            #expect(removed == 11)
            #expect(try await pool.query("SELECT FROM rate_limits").count == 19)
        }
    }
}
