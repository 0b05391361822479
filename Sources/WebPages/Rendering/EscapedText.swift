/// How values become text of a page.
///
/// It goes by bytes, which nothing can hide in: to an escaping by visible characters, a quotation mark followed by a combining accent is no quotation
/// mark, and would end an attribute.
enum EscapedText {
    static func escape(_ text: String) -> String {
        var bytes: [UInt8] = []
        write(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { text in
            var written = 0
            for (position, byte) in text.enumerated() {
                guard let escaped = escape(byte) else { continue }
                bytes += text[written..<position]
                bytes += escaped.utf8
                written = position + 1
            }
            bytes += text[written...]
        }
    }

    /// What a byte that HTML reads is written as; nil for every other.
    @inline(__always)
    private static func escape(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
