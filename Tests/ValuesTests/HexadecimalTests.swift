import Testing
import Values

struct HexadecimalTests {
    @Test(arguments: [[], [0], [0x0A, 0xF0, 0xFF], Array(0...255)] as [[UInt8]])
    func `bytes read back as they were written`(bytes: [UInt8]) {
        #expect([UInt8](hexadecimal: bytes.hexadecimal) == bytes)
    }

    @Test func `every byte is two lower-case digits`() {
        #expect(([0x00, 0x09, 0x0A, 0xAB, 0xFF] as [UInt8]).hexadecimal == "00090aabff")
        #expect(([] as [UInt8]).hexadecimal.isEmpty)
    }

    @Test func `a word is sixteen digits`() {
        #expect((0 as UInt64).hexadecimal == "0000000000000000")
        #expect((0x0123_4567_89AB_CDEF as UInt64).hexadecimal == "0123456789abcdef")
        #expect(UInt64.max.hexadecimal == "ffffffffffffffff")
    }

    @Test(arguments: ["0", "0a0", "0g", "0A", "+1", " 1", "0x", "é", "１２"])
    func `what is not two lower-case digits for each byte is refused`(text: String) {
        #expect([UInt8](hexadecimal: text) == nil)
    }
}
