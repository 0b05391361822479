import Values

/// Builds a JSON document front to back. Fields without a value are left out.
struct JSONText {
    private var bytes: [UInt8] = []
    private var needsComma = false

    /// The document as UTF-8.
    var utf8: ArraySlice<UInt8> { bytes[...] }

    init() {
        // About what an evaluation takes.
        bytes.reserveCapacity(8192)
    }

    mutating func object(_ body: (inout JSONText) -> Void) {
        separate()
        enclose("{", "}", body)
    }

    mutating func list(_ name: String, _ body: (inout JSONText) -> Void) {
        key(name)
        enclose("[", "]", body)
    }

    mutating func field(_ name: String, _ value: String?) {
        guard let value else { return }
        key(name)
        append(quoted: value)
    }

    mutating func field(_ name: String, _ value: Int) {
        key(name)
        bytes += String(value).utf8
    }

    /// A number that is not finite has no JSON form and is left out.
    mutating func field(_ name: String, _ value: Double?) {
        guard let value, value.isFinite else { return }
        key(name)
        bytes += value.description.utf8
    }

    mutating func field(_ name: String, _ value: Bool) {
        key(name)
        bytes += (value ? "true" : "false").utf8
    }

    mutating func field(_ name: String, _ words: BilingualText) {
        key(name)
        enclose("{", "}") { json in
            json.field("zh", words.zh)
            json.field("en", words.en)
        }
    }

    private mutating func enclose(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONText) -> Void) {
        bytes.append(UInt8(ascii: opening))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: closing))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func key(_ name: String) {
        separate()
        append(quoted: name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func append(quoted text: String) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20: bytes += "\\u00\([byte].hexadecimal)".utf8
            default: bytes.append(byte)
            }
        }
    }
}
