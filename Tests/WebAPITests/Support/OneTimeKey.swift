import Testing

@testable import Workflow

/// The key of an authenticator app, as somebody types it into their telephone.
struct OneTimeKey {
    private let codes: OneTimeCode

    init(_ key: String) throws {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bits, count, bytes) = (UInt32(0), 0, [UInt8]())
        for letter in key {
            let value = try #require(letters.firstIndex(of: letter))
            (bits, count) = (bits << 5 | UInt32(value), count + 5)
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        codes = OneTimeCode(algorithm: .sha1, seed: bytes)
    }

    /// - Parameter stepsAhead: which code from now: -1, 0 and 1 count, each once and none before one that was used.
    func code(stepsAhead: Int64 = 0) -> String {
        codes.code(ofStep: OneTimeCode.step(at: APIUnderTest.now) + stepsAhead)
    }
}
