import SeededRandom
import Testing
import Values

struct UnifiedSocialCreditCodeTests {
    @Test(arguments: [
        "51100000500002862F", "51100000500009247D", "51100000500012681T", "51110000MJ0101505U", "53100000500019795A",
        "53100000500021676K", "53100000500021326D", "53100000500009167K", "91110000600037341L", "121200004013590816",
        "51320613501234569L", "52320613MJ0123456L", "51320602338900014E", "52320612MJ2000011G", "52110101MJ0A1B2C5Y",
        "5332000050987654XY", "52500111MJP000013M", "51500111MJ0000093J", "53320000MJ0000771K", "59320613MJ09999929",
        "52320613MJ00002020", "52320613MJ000000X8", "52320613MJ0000050K", "52999999MJ0123456B",
    ])
    func `a code whose two checks are right is read`(code: String) throws {
        #expect(try UnifiedSocialCreditCode(code).text == code)
    }

    @Test(arguments: [
        ("53100000500020462H", "K"), ("531000005000074012", "D"), ("51100000500000024G", "M"), ("52110101MJ0018899X", "T"),
        ("51100000500008262F", "Q"), ("51320602500002862F", "1"), ("51100000500002862E", "F"),
    ])
    func `a wrong check names the character that would be right`(code: String, expected: Character) {
        let fault = #expect(throws: CreditCodeFault.self) { try UnifiedSocialCreditCode(code) }
        #expect(fault?.expectedCheckCharacter == expected)
        #expect(fault?.slug == "wrong-check")
    }

    @Test func `the check of the organization code inside is told apart from the last one`() {
        let both = #expect(throws: CreditCodeFault.self) { try UnifiedSocialCreditCode("51100000500000024G") }
        #expect(both == .wrongCheck(found: "G", expected: "M", nested: .init(found: "4", expected: "3")))
        let nestedOnly = #expect(throws: CreditCodeFault.self) { try UnifiedSocialCreditCode("51100000500000024M") }
        #expect(nestedOnly == .wrongOrganizationCheck(.init(found: "4", expected: "3"), lastCharacter: "M"))
    }

    @Test(arguments: [
        ("", CreditCodeFault.empty), (" - 　", .empty), ("5110000050000286F", .wrongLength(17)),
        ("51100000500002862FF", .wrongLength(19)), ("51320613SO1234569L", .forbiddenCharacter("S", position: 9)),
        ("51320613501234569I", .forbiddenCharacter("I", position: 18)), ("51100O00500002862F", .forbiddenCharacter("O", position: 6)),
        ("51A00000500002862F", .letterInDivision("A", position: 3)), ("000000000000000000", .unknownDepartment("0")),
        ("5110000050000286é", .wrongLength(17)), ("511000005000028汉F", .wrongLength(17)),
        ("511000005000028汉2F", .forbiddenCharacter("汉", position: 16)),
    ])
    func `a wrong structure is refused with its place`(code: String, fault: CreditCodeFault) {
        #expect(throws: fault) { try UnifiedSocialCreditCode(code) }
    }

    @Test func `spaces, hyphens, full-width and lower case are folded away`() throws {
        #expect(try UnifiedSocialCreditCode("　５１１００００0-5000 02862f ").text == "51100000500002862F")
        #expect(try UnifiedSocialCreditCode("51100000–500002862F").text == "51100000500002862F")
    }

    @Test func `an override accepts wrong arithmetic and never a wrong structure`() throws {
        #expect(try UnifiedSocialCreditCode(overridden: "91350100M0001TGQXM").text == "91350100M0001TGQXM")
        #expect(throws: CreditCodeFault.wrongLength(17)) { try UnifiedSocialCreditCode(overridden: "91350100M0001TGQX") }
    }

    @Test func `the first two characters tell the kind`() throws {
        #expect(try UnifiedSocialCreditCode("51100000500002862F").kind == .socialAssociation)
        #expect(try UnifiedSocialCreditCode("59320613MJ09999929").kind == .otherCivilAffairs)
        #expect(try UnifiedSocialCreditCode("91110000600037341L").kind == .otherDepartment)
    }

    @Test(arguments: 1...200)
    func `changing any one character of a right code is noticed`(seed: UInt64) throws {
        var random = Seed(seed)
        var code = Array("52320613MJ0123456L")
        let position = Int.random(in: 0..<18, using: &random)
        let other = "0123456789ABCDEFGHJKLMNPQRTUWXY".filter { $0 != code[position] }
        code[position] = try #require(other.randomElement(using: &random))
        #expect(throws: CreditCodeFault.self) { try UnifiedSocialCreditCode(String(code)) }
    }
}
