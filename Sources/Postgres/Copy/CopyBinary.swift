/// Builds rows in the binary format of COPY: every value with its length, in the order of the columns.
///
/// Source: PostgreSQL documentation, COPY, "Binary Format". For every row call ``beginRow(columns:)`` and then append as many values; the server refuses a
/// row of another number. Made for a million rows: no value is turned into text.
package struct CopyBinary: Sendable {
    private var bytes: [UInt8] = []

    /// `PGCOPY`, a mark that shows damage in transfer, then flags and the length of an extension, both 0.
    private static let signature: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF] + Array("\r\n".utf8) + [0] + [UInt8](repeating: 0, count: 8)

    /// Makes room for `capacity` bytes, a hint.
    package init(capacity: Int = 1 << 16) {
        bytes.reserveCapacity(max(0, capacity) + Self.signature.count)
        bytes += Self.signature
    }

    /// The rows as they are sent, with their end.
    package consuming func take() -> [UInt8] {
        write(Int16(-1))
        return bytes
    }

    /// Begins a row of so many values.
    package mutating func beginRow(columns: Int16) {
        write(columns)
    }

    /// Appends NULL.
    package mutating func appendNull() {
        write(Int32(-1))
    }

    /// Appends a `bigint`, or NULL.
    package mutating func append(_ number: Int64?) {
        guard let number else { return appendNull() }
        write(Int32(8))
        write(number)
    }

    /// Appends an `integer`, or NULL.
    package mutating func append(_ number: Int32?) {
        guard let number else { return appendNull() }
        write(Int32(4))
        write(number)
    }

    /// Appends a `double precision`, or NULL.
    package mutating func append(_ number: Double?) {
        append((number?.bitPattern).map { Int64(bitPattern: $0) })
    }

    /// Appends a `boolean`.
    package mutating func append(_ value: Bool) {
        write(Int32(1))
        bytes.append(value ? 1 : 0)
    }

    /// Appends a `text`, or NULL.
    package mutating func append(_ text: String?) {
        guard var text else { return appendNull() }
        text.withUTF8 { utf8 in
            write(Int32(clamping: utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    /// Appends a `bytea`.
    package mutating func append(bytea: [UInt8]) {
        write(Int32(clamping: bytea.count))
        bytes.append(contentsOf: bytea)
    }

    /// Appends a `text[]` without NULLs.
    package mutating func append(texts: [String]) {
        appendArray(of: .text, count: texts.count) { values in
            for text in texts { values.append(text) }
        }
    }

    /// Appends a `date[]` without NULLs.
    package mutating func append(dates: [PostgresDate]) {
        appendArray(of: .date, count: dates.count) { values in
            for date in dates { values.append(date.daysSince2000) }
        }
    }

    /// Source: PostgreSQL, `array_recv`: dimensions, whether there are NULLs, the elements' type, then length and lower bound of the one dimension.
    private mutating func appendArray(of type: PostgresType, count: Int, _ body: (inout CopyBinary) -> Void) {
        let start = bytes.count
        write(Int32(0))
        write(Int32(count == 0 ? 0 : 1))
        write(Int32(0))
        write(type.rawValue)
        if count > 0 {
            write(Int32(clamping: count))
            write(Int32(1))
            body(&self)
        }
        let size = Int32(clamping: bytes.count - start - 4)
        withUnsafeBytes(of: size.bigEndian) { bytes.replaceSubrange(start..<start + 4, with: $0) }
    }

    private mutating func write(_ integer: Int64) {
        withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func write(_ integer: Int32) {
        withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func write(_ integer: UInt32) {
        withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func write(_ integer: Int16) {
        withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
