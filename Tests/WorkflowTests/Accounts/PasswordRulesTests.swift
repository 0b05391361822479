import SeededRandom
import Store
import Testing

@testable import Workflow

struct PasswordRulesTests {
    private static let rules = PasswordRules(login: "zhang.wei@example", displayName: "张伟")

    private static func isAccepted(_ text: String) throws -> Bool {
        let password = try #require(NormalizedPassword(text))
        do throws(Refusal) {
            try rules.refuse(password, field: "password")
            return true
        } catch {
            return false
        }
    }

    @Test(arguments: [
        "correct horse battery", "红旗渠畔的第三棵树", "tXq8vRmz", "zzzz tall grass", "aB3 dE6 gH9 jK2", "94371826", "梅花三弄，弄三花梅",
        "my dog barks at 7",
        "kloster-winter-blau", "        x       ",
    ])
    func `a password that nobody guesses is taken, whatever it is made of`(text: String) throws {
        #expect(try Self.isAccepted(text))
    }

    @Test(arguments: [
        "password", "Password1", "p@ssw0rd!", "PASSWORD2024", "12345678", "87654321", "abcdefgh", "qwertyuiop", "1qaz2wsx", "aaaaaaaa",
        "abababab", "abcabcabc", "20080808", "1990-1-1", "iloveyou", "woaini1314", "!!football!!", "Incubator1", "zhangwei", "zhangwei88",
        "Zhang.Wei1", "11223344", "社会组织孵化2024", "ｐａｓｓｗｏｒｄ", "letmein2025", "admin@2024",
    ])
    func `a password that is tried first is refused`(text: String) throws {
        #expect(try !Self.isAccepted(text))
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>) func `length alone decides about random passwords`(seed: UInt64) throws {
        var random = Seed(seed)
        let letters = Array("abcdefghijkmnpqrstuvwxyz23456789天地玄黄宇宙洪荒日月盈昃")
        // Short ones may be words by chance; from 12 on that does not happen.
        let length = Int.random(in: 12...140, using: &random)
        let text = String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
        #expect(try Self.isAccepted(text) == (length <= 128), "\(text)")
        #expect(try !Self.isAccepted(String(text.prefix(7))))
    }

    @Test(arguments: 1...100 as ClosedRange<UInt64>) func `a common word stays common under decoration`(seed: UInt64) throws {
        var random = Seed(seed)
        let words = ["password", "football", "sunshine", "princess", "superman", "qwertyuiop", "zhongguo", "michael1"]
        var text = try #require(words.randomElement(using: &random))
        if Bool.random(using: &random) { text = text.prefix(1).uppercased() + text.dropFirst() }
        let tail = (0..<Int.random(in: 0...4, using: &random)).map { _ in Array("0123456789!?.").randomElement(using: &random) ?? "1" }
        #expect(try !Self.isAccepted(text + String(tail)))
    }

    @Test func `the list holds what it should`() {
        #expect(CommonPasswords.standard.count > 900)
        for word in ["password", "iloveyou", "woaini", "管理员"] { #expect(CommonPasswords.standard.contains(word), "\(word)") }
        #expect(!CommonPasswords.standard.contains("# passwords"))
    }

    /// From both ends of the list and its middle.
    @Test(arguments: ["trustno1", "mopar440", "falcon01", "11234567", "Superman1999", "mercede1!"])
    func `a password known from a breach is refused, decorated too`(text: String) throws {
        #expect(try !Self.isAccepted(text))
    }

    @Test func `more breached passwords are known than are asked for`() {
        #expect(BreachedPasswords.standard.count > 11_000)
        #expect(BreachedPasswords.standard.contains("trustno1") && !BreachedPasswords.standard.contains("trustno2x"))
        #expect(BreachedPasswords(text: "# 000000000001\n").count == 0)
    }

    @Test func `characters are counted and not bytes`() throws {
        #expect(try Self.isAccepted("春眠不觉晓处处闻"), "eight")
        #expect(try !Self.isAccepted("春眠不觉晓处处"), "seven")
    }
}
