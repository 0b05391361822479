import Testing
import Values

@testable import WebPages

/// What people type is shown, never obeyed.
struct EscapingTests {
    @Test func `the five characters that HTML reads are escaped, whatever follows them`() {
        #expect(EscapedText.escape(#"<a href="x" title='y'>&"#) == "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;")
        #expect(EscapedText.escape("王老师") == "王老师")
        #expect(EscapedText.escape("\"\u{301} onfocus=x") == "&quot;\u{301} onfocus=x")
        #expect(EscapedText.escape("<\u{338}") == "&lt;\u{338}")
        #expect(EscapedText.escape("\r\n\"") == "\r\n&quot;")
    }

    @Test func `a quotation mark with an accent does not end an attribute in a template`() throws {
        let view: [String: ViewValue] = [
            "value": .text("x\"\u{301} onfocus=alert(1) y=\"\u{301}"), "label": .text("<\u{338}b>"), "isChosen": .flag(false),
        ]
        let html = try #require(PageTemplates.render(.node(view), template: "option", in: .english))
        let expected = "<option value=\"x&quot;\u{301} onfocus=alert(1) y=&quot;\u{301}\">&lt;\u{338}b&gt;</option>\n"
        #expect(String(decoding: html, as: UTF8.self) == expected)
    }
}
