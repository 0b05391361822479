package import FoundationEssentials

/// Builds rows in the text format of COPY: fields parted by tabs, rows ended by newlines, NULL as `\N`.
///
/// Source: PostgreSQL documentation, COPY, "Text Format". For every field call ``append(_:)-(String?)`` or one of its siblings, after the
/// last one ``endRow()``. Made for a million rows: bytes are copied in runs, and the memory is kept from one chunk to the next.
package struct CopyText: Sendable {
    /// The rows built since the last ``take()``.
    package private(set) var bytes: [UInt8] = []
    private var isRowStart = true

    /// Makes room for `capacity` bytes, a hint.
    package init(capacity: Int = 1 << 16) {
        bytes.reserveCapacity(max(0, capacity))
    }

    /// Bytes built since the last ``take()``.
    package var count: Int { bytes.count }

    /// Hands the bytes over and begins anew.
    package mutating func take() -> [UInt8] {
        var fresh: [UInt8] = []
        fresh.reserveCapacity(bytes.count)
        swap(&fresh, &bytes)
        return fresh
    }

    /// Ends the row.
    package mutating func endRow() {
        bytes.append(UInt8(ascii: "\n"))
        isRowStart = true
    }

    /// Appends NULL.
    package mutating func appendNull() {
        beginField()
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: "N"))
    }

    /// Appends a text, or NULL. A zero byte in it will be refused by the server, which knows none in text.
    package mutating func append(_ text: String?) {
        guard var text else { return appendNull() }
        text.withUTF8 { append(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// Appends a text given as UTF-8; the server refuses what is not valid.
    package mutating func append(utf8: UnsafeRawBufferPointer) {
        beginField()
        var start = 0
        for index in utf8.indices where Self.isSpecial(utf8[index]) {
            bytes.append(contentsOf: utf8[start..<index])
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(Self.escaped(utf8[index]))
            start = index + 1
        }
        bytes.append(contentsOf: utf8[start...])
    }

    /// Appends a text given as UTF-8; the server refuses what is not valid.
    package mutating func append(utf8: ArraySlice<UInt8>) {
        utf8.withUnsafeBytes { append(utf8: $0) }
    }

    /// Appends a whole number, or NULL.
    package mutating func append(_ number: Int?) {
        append(number.map { Int64($0) })
    }

    /// Appends a whole number, or NULL.
    package mutating func append(_ number: Int32?) {
        append(number.map { Int64($0) })
    }

    /// Appends a whole number, or NULL. Not generic: a generic function called from another module is several times slower.
    package mutating func append(_ number: Int64?) {
        guard let number else { return appendNull() }
        beginField()
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = number.magnitude
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
            rest = quotient
        } while rest != 0
        bytes[start...].reverse()
    }

    /// Appends a number in the shortest form that reads back as the same, or NULL.
    package mutating func append(_ number: Double?) {
        guard let number else { return appendNull() }
        beginField()
        switch number {
        case .infinity: bytes.append(contentsOf: "Infinity".utf8)
        case -.infinity: bytes.append(contentsOf: "-Infinity".utf8)
        case _ where number.isNaN: bytes.append(contentsOf: "NaN".utf8)
        default: bytes.append(contentsOf: number.description.utf8)
        }
    }

    /// Appends a truth value, or NULL.
    package mutating func append(_ value: Bool?) {
        guard let value else { return appendNull() }
        beginField()
        bytes.append(UInt8(ascii: value ? "t" : "f"))
    }

    /// Appends a uuid, or NULL.
    package mutating func append(_ value: UUID?) {
        append(value?.uuidString)
    }

    /// Appends bytes for a `bytea` column, or NULL.
    package mutating func append(bytea: [UInt8]?) {
        guard let bytea else { return appendNull() }
        beginField()
        // The backslash of `\x` is itself escaped.
        bytes.append(contentsOf: "\\\\x".utf8)
        for byte in bytea {
            bytes.append(Self.hexDigit(byte >> 4))
            bytes.append(Self.hexDigit(byte & 15))
        }
    }

    private mutating func beginField() {
        if isRowStart { isRowStart = false } else { bytes.append(UInt8(ascii: "\t")) }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\\") || (byte < 14 && byte > 7)
    }

    /// `\b \t \n \v \f \r` by letter, so that no byte of a field can be taken for the end of a row; a backslash by itself.
    private static func escaped(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 8: UInt8(ascii: "b")
        case 9: UInt8(ascii: "t")
        case 10: UInt8(ascii: "n")
        case 11: UInt8(ascii: "v")
        case 12: UInt8(ascii: "f")
        case 13: UInt8(ascii: "r")
        default: byte
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
