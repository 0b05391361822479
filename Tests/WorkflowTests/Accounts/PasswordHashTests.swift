import SeededRandom
import Testing
import Values

@testable import Workflow

struct PasswordHashTests {
    private static func password(_ text: String) throws -> NormalizedPassword { try #require(NormalizedPassword(text)) }

    /// The second example of RFC 7914 §12; the first 32 of its 64 bytes are the key of 32.
    @Test func `a hash is that of the standard's example`() throws {
        let parameters = try #require(ScryptParameters(storedCost: 10, blockSize: 8, parallelism: 16))
        let hash = try PasswordHash(Self.password("password"), parameters, salt: Array("NaCl".utf8))
        #expect(hash.key.hexadecimal == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162")
    }

    @Test func `a hash is read as it was written and knows its password`() throws {
        let hash = try PasswordHash(Self.password("一二三四 Correct"), .cheap)
        let read = try #require(PasswordHash(text: hash.text))
        #expect(read == hash)
        #expect(try read.matches(Self.password("一二三四 Correct")))
        #expect(try !read.matches(Self.password("一二三四 correct")))
        #expect(try !read.matches(Self.password("一二三四 Correct ")))
    }

    @Test func `two hashes of one password are different`() throws {
        #expect(try PasswordHash(Self.password("same password"), .cheap).text != PasswordHash(Self.password("same password"), .cheap).text)
    }

    @Test func `new passwords cost what the standard asks for`() {
        #expect(
            (ScryptParameters.standard.rounds, ScryptParameters.standard.blockSize, ScryptParameters.standard.parallelism) == (32_768, 8, 3)
        )
        #expect(PasswordHasher().parameters == .standard)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>) func `what was tampered with is no hash or no hash of the password`(seed: UInt64)
        throws
    {
        var random = Seed(seed)
        let hash = try PasswordHash(Self.password("password of seed"), .cheap)
        var bytes = Array(hash.text.utf8)
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let old = bytes[place]
        while bytes[place] == old { bytes[place] = Array("$,=0123456789abcdefrplnx".utf8).randomElement(using: &random) ?? 0 }
        // A larger cost would only be slow.
        guard let read = PasswordHash(text: String(decoding: bytes, as: UTF8.self)), read.parameters.cost < 8 else { return }
        #expect(read != hash)
        #expect(try !read.matches(Self.password("password of seed")))
    }

    @Test func `parameters that would take the machine are refused`() {
        for (cost, size, times) in [(0, 8, 1), (21, 8, 1), (15, 17, 1), (15, 8, 17), (15, 0, 1), (15, 8, 0), (.max, 8, 1)] {
            #expect(ScryptParameters(storedCost: cost, blockSize: size, parallelism: times) == nil)
        }
    }

    @Test func `a password is the same however it is written`() throws {
        #expect(try Self.password("ｐａｓｓ　ｗｏｒｄ１") == Self.password("pass word1"), "full width")
        #expect(try Self.password("caf\u{E9}") == Self.password("cafe\u{301}"), "composed and decomposed")
        #expect(try Self.password("pass ") != Self.password("pass"), "spaces count")
        #expect(try Self.password("Pass") != Self.password("pass"), "capitals count")
        #expect(NormalizedPassword(String(repeating: "a", count: 4097)) == nil)
    }
}
