import SeededRandom
import Testing
import Values

@testable import Workflow

/// Tokens, recovery codes and sealed seeds.
struct SecretTests {
    @Test func `a token is read as it was written, and its hash is another`() throws {
        let token = SecretToken()
        #expect(SecretToken(text: token.text) == token)
        #expect(token.text.count == 64)
        #expect(token.hash != token.bytes && token.hash.count == 32)
        #expect(Set((0..<1000).map { _ in SecretToken().text }).count == 1000)
        for wrong in ["", "00", token.text + "00", String(token.text.dropLast(2)), token.text.replacing("0", with: "g") + "x"] {
            #expect(SecretToken(text: wrong) == nil)
        }
    }

    @Test func `a secret does not show in a message`() {
        let (token, seed) = (SecretToken(), OneTimeSeed())
        #expect(
            !"\(token) \(String(reflecting: token)) \(Mirror(reflecting: token).children.map { $0.value })".contains(token.text.prefix(8)))
        var dumped = ""
        dump([token], to: &dumped)
        dump([seed], to: &dumped)
        #expect(!dumped.contains("\(token.bytes[0]), \(token.bytes[1])") && !dumped.contains("- \(seed.bytes[0])\n"))
    }

    @Test func `a recovery code is known however it is typed`() throws {
        let code = RecoveryCode()
        #expect(code.text.wholeMatch(of: /([A-Z2-7]{4}-){6}[A-Z2-7]{2}/) != nil)
        for typed in [code.text, code.text.lowercased(), code.text.replacing("-", with: ""), code.text.replacing("-", with: " ")] {
            #expect(RecoveryCode(typed: typed)?.hash == code.hash)
        }
        #expect(RecoveryCode(typed: "123456") == nil)
        #expect(RecoveryCode(typed: "abcd-efgh-ijkl-mnop")?.text == "ABCDEFGHIJKLMNOP", "as they were before")
        #expect(RecoveryCode(typed: RecoveryCode().text)?.hash != code.hash)
    }

    @Test func `a recovery code has 128 bits, each of which differs`() {
        let letters = (0..<200).map { _ in Array(RecoveryCode().text.filter { $0 != "-" }) }
        // Twenty-five letters of five bits, and one of the three that are left.
        for place in 0..<25 { #expect(Set(letters.map { $0[place] }).count > 20, "\(place)") }
        #expect(Set(letters.map { $0[25] }).count == 8)
    }

    @Test(arguments: 1...100 as ClosedRange<UInt64>) func `a sealed seed opens for its account under its key only`(seed: UInt64) throws {
        var random = Seed(seed)
        let seal = SeedSeal()
        let algorithm = try #require(OneTimeCode.Algorithm.allCases.randomElement(using: &random))
        let secret = OneTimeSeed(algorithm: algorithm)
        let account = Int64.random(in: 1...1000, using: &random)
        var sealed = try seal.seal(secret, of: account)
        #expect(seal.open(sealed, of: account) == secret)
        #expect(seal.open(sealed, of: account + 1) == nil)
        #expect(SeedSeal().open(sealed, of: account) == nil)
        #expect(SeedSeal(bytes: seal.bytes)?.open(sealed, of: account) == secret)
        let place = Int.random(in: 0..<sealed.count, using: &random)
        sealed[place] ^= UInt8.random(in: 1...255, using: &random)
        #expect(seal.open(sealed, of: account) == nil)
        #expect(seal.open(Array(sealed.prefix(place)), of: account) == nil)
        #expect(!sealed.indices.contains { sealed[$0...].starts(with: secret.bytes) })
    }
}
