import SeededRandom
import Testing
import Values

@testable import Workflow

struct OneTimeCodeTests {
    private static func moment(_ seconds: Int64) -> Instant { Instant(microsecondsSince1970: seconds * 1_000_000) }

    /// RFC 6238, appendix B.
    @Test(
        arguments: [
            (59, "94287082", "46119246"), (1_111_111_109, "07081804", "68084774"), (1_111_111_111, "14050471", "67062674"),
            (1_234_567_890, "89005924", "91819424"), (2_000_000_000, "69279037", "90698825"), (20_000_000_000, "65353130", "77737706"),
        ] as [(Int64, String, String)])
    func `codes are those of the standard`(seconds: Int64, sha1: String, sha256: String) {
        let step = OneTimeCode.step(at: Self.moment(seconds))
        let short = OneTimeCode(algorithm: .sha1, seed: Array("12345678901234567890".utf8), digits: 8)
        let long = OneTimeCode(algorithm: .sha256, seed: Array("12345678901234567890123456789012".utf8), digits: 8)
        #expect(short.code(ofStep: step) == sha1)
        #expect(long.code(ofStep: step) == sha256)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>) func `a code counts in its step and the two beside it, and once`(seed: UInt64) {
        var random = Seed(seed)
        let codes = OneTimeCode(
            algorithm: Bool.random(using: &random) ? .sha1 : .sha256, seed: (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) })
        let now = Self.moment(Int64.random(in: 0...4_000_000_000, using: &random))
        let step = OneTimeCode.step(at: now)
        for distance in -4...4 as ClosedRange<Int64> {
            let code = codes.code(ofStep: step + distance)
            let found = codes.step(of: code, at: now, after: nil)
            // A code of another step may be the same number by chance, one time in a million.
            #expect(found == (abs(distance) <= 1 ? step + distance : nil))
            #expect(codes.step(of: code, at: now, after: found) == nil, "a second time")
        }
        let used = codes.code(ofStep: step)
        #expect(codes.step(of: used, at: now, after: step) == nil)
        #expect(codes.step(of: codes.code(ofStep: step - 1), at: now, after: step) == nil, "not the one before a used one")
        for wrong in ["", "0", used + "0", String(used.dropLast()), "１２３４５６", "abcdef"] {
            #expect(codes.step(of: wrong, at: now, after: nil) == nil)
        }
    }

    @Test func `an address is one that apps read`() {
        let seed = OneTimeSeed(algorithm: .sha1, bytes: Array("12345678901234567890".utf8))
        #expect(seed.base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(
            seed.address(login: "王 伟&x") == "otpauth://totp/Incubator%20Registry:%E7%8E%8B%20%E4%BC%9F%26x"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Incubator%20Registry&algorithm=SHA1&digits=6&period=30")
    }

    /// RFC 4648 §10, without padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
    func `base 32 is that of the standard`(plain: String, encoded: String) {
        #expect(Base32.encode(Array(plain.utf8)) == encoded)
    }
}
