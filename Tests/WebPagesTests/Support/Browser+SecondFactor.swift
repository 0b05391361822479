import Testing

@testable import Workflow

extension OneTimeCode {
    /// What an app on a telephone shows for a seed.
    ///
    /// - Parameter stepsAhead: which code from now: -1, 0 and 1 count, each once and none before one that was used.
    static func shown(for seed: String, stepsAhead: Int64 = 0) -> String? {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bits, count, bytes) = (UInt32(0), 0, [UInt8]())
        for letter in seed {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            (bits, count) = (bits << 5 | UInt32(value), count + 5)
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return OneTimeCode(algorithm: .sha1, seed: bytes).code(
            ofStep: OneTimeCode.step(at: PagesUnderTest.now) + stepsAhead)
    }
}

extension Browser {
    /// Sets up a second factor.
    ///
    /// - Returns: the seed.
    @discardableResult mutating func addSecondFactor() async throws -> String {
        try await open("/account/second-factor")
        let offer = try await send("/account/second-factor", [])
        let seed = try #require(offer.page.first("code")?.text.filter { $0 != " " })
        let code = try #require(OneTimeCode.shown(for: seed, stepsAhead: -1))
        let done = try await send("/account/second-factor/code", [("code", code)])
        try #require(done.status == 200, "\(done.text)")
        return seed
    }
}
