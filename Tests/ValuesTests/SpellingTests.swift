import Testing
import Values

struct SpellingTests {
    @Test(arguments: ["receivedOn", "Received On", "received_on", "RECEIVED-ON", "ｒｅｃｅｉｖｅｄＯｎ", "\u{FEFF}received\u{3000}on"])
    func `case, width and separators make no difference`(name: String) {
        #expect(Spelling.folded(name) == "receivedon")
    }

    @Test(arguments: [(" a b \u{3000}", "a b"), ("\u{FEFF}组织\u{200B}", "组织"), ("\t", ""), ("", "")])
    func `white space and byte order marks around a name go away`(name: String, trimmed: String) {
        #expect(Spelling.trimmed(name) == trimmed)
    }
}
