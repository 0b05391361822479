import HTTPSupport
import Testing
import Values

@Suite struct JSONWriterTests {
    private func written(_ write: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        write(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func `commas stand between values and nowhere else`() {
        let text = written { json in
            json.object { json in
                json.member("a", 1)
                json.name("b")
                json.array([[1, 2], []]) { json, inner in json.array(inner) { $0.integer($1) } }
                json.member("c", String?.none)
                json.name("d")
                json.object { _ in }
                json.member("e", true)
            }
        }
        #expect(text == #"{"a":1,"b":[[1,2],[]],"c":null,"d":{},"e":true}"#)
    }

    @Test func `text is escaped only where it must be`() {
        #expect(written { $0.string("社\"区\\\n\u{1}/\u{1F}é") } == "\"社\\\"区\\\\\\n\\u0001/\\u001fé\"")
    }

    @Test func `money is a decimal string and days are ISO`() {
        let text = written { json in
            json.object { json in
                json.member("amount", Money(minorUnits: -1205))
                json.member("on", Day(year: 2013, month: 2, day: 28))
                json.member("none", Money?.none)
                json.member("words", BilingualText(zh: "备案", en: "filed"))
            }
        }
        #expect(text == #"{"amount":"-12.05","on":"2013-02-28","none":null,"words":{"zh-CN":"备案","en":"filed"}}"#)
    }

    @Test func `numbers that JSON cannot say are null`() {
        #expect(written { json in json.array([Double.nan, .infinity, 0.1, -0.0]) { $0.number($1) } } == "[null,null,0.1,-0.0]")
    }
}
