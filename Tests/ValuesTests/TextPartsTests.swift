import Testing
import Values

struct TextPartsTests {
    @Test(arguments: [
        ("a=b", ["a", "b"]), ("a", ["a"]), ("", [""]), ("=", ["", ""]), ("a==b", ["a", "", "b"]),
        // A combining acute accent and a skin tone, which make one character with what stands before them.
        ("a=\u{301}b", ["a", "\u{301}b"]), ("0=\u{1F3FB}", ["0", "\u{1F3FB}"]),
    ])
    func `marks part a text, whatever stands behind them`(text: String, parts: [String]) {
        #expect(text.parts(between: "=").map { Array($0.unicodeScalars) } == parts.map { Array($0.unicodeScalars) })
    }

    @Test func `the last of so many parts has the rest`() {
        #expect("a=b=c".parts(between: "=", most: 2) == ["a", "b=c"])
        #expect("a=b=c".parts(between: "=", most: 1) == ["a=b=c"])
    }
}
