import SeededRandom
import Testing
import Values

struct MaskingTests {
    @Test(arguments: [
        ("王小明", "王*"), ("王", "王*"), ("王 小明", "王*"), ("欧阳娜娜", "欧阳*"), ("欧阳", "欧*"), ("司马懿", "司马*"), ("歐陽鋒", "歐陽*"),
        ("王老师", "王*"), ("阿卜杜拉·买买提", "阿*"), ("John Smith", "J*"), ("  Åsa", "Å*"), ("é́lise", "é́*"), ("", "*"), ("王*", "王*"), ("*", "*"),
        ("第五伦", "第五*"),
    ])
    func `of a name the surname is left`(name: String, masked: String) {
        #expect(Masking.name(name) == masked)
    }

    @Test(arguments: [
        ("13812345678", "138****5678"), ("138 1234 5678", "138****5678"), ("+86 138-1234-5678", "138****5678"),
        ("8613812345678", "138****5678"), ("１３８１２３４５６７８", "138****5678"), ("0513-85281234", "0513-****1234"),
        ("010-8528123", "010-****8123"),
        ("85281234", "****1234"), ("0513-0", "0513-****"), ("12345", "****"), ("", "****"), ("一三八", "****"),
    ])
    func `of a telephone number the beginning and the last four digits are left`(number: String, masked: String) {
        #expect(Masking.telephone(number) == masked)
    }

    @Test(arguments: [
        ("wang.xm@example.org", "w***@example.org"), ("a@b@c", "a***@c"), ("@x", "@***"), ("nobody", "n***"), ("", "***"),
        ("王@例", "王***@例"),
    ])
    func `of an e-mail address the first character and the domain are left`(address: String, masked: String) {
        #expect(Masking.email(address) == masked)
    }

    @Test(arguments: [
        ("南通市崇川区虹桥街道濠东社区3幢201室", "南通市崇川区虹桥街道濠东社区***"), ("崇川区虹桥街道人民路8号", "崇川区虹桥街道***"),
        ("人民路88号阳光小区5幢", "***"), ("阳光小区", "***"), ("崇川区阳光小区", "崇川区***"), ("3幢濠东社区", "***"), ("12 Main Street", "***"),
        ("", "***"),
    ])
    func `of an address what lies above the community is left`(address: String, masked: String) {
        #expect(Masking.address(address) == masked)
    }

    @Test(arguments: [("6222 0210 0111 2223 334", "****3334"), ("123456", "****"), ("", "****")])
    func `of a bank account the last four digits are left`(number: String, masked: String) {
        #expect(Masking.bankAccount(number) == masked)
    }

    /// Anything at all, so that no form of input shows more than the forms above promise.
    @Test(arguments: 1...200 as ClosedRange<UInt64>) func `a masked value holds a star and little of the value`(seed: UInt64) {
        var chance = Seed(seed)
        let alphabet = Array("王欧阳小明李18405-+@. *区村幢Aé\u{301}\u{1F600}０８一\u{0}\n")
        let value = String((0..<Int.random(in: 0...24, using: &chance)).map { _ in alphabet.randomElement(using: &chance) ?? "王" })
        let name = Masking.name(value)
        #expect(name.last == Masking.star && name.count <= 3, "seed \(seed)")
        for masked in [Masking.telephone(value), Masking.email(value), Masking.address(value), Masking.bankAccount(value)] {
            #expect(masked.contains("***"), "seed \(seed)")
        }
        #expect(Masking.telephone(value).filter { $0 != Masking.star }.count <= 9, "seed \(seed)")
    }
}
