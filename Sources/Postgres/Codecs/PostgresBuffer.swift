/// Bytes on their way to the server: one value after another in PostgreSQL's binary format.
package struct PostgresBuffer: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Set by ``writeNull()`` while one value is being written.
    private var isNull = false

    init() {}

    /// Makes the value being written NULL; it must be the only write of that value.
    package mutating func writeNull() {
        isNull = true
    }

    /// Appends a whole number, most significant byte first.
    package mutating func write(_ integer: some FixedWidthInteger) {
        withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Appends bytes as they are.
    package mutating func write(bytes more: [UInt8]) {
        bytes.append(contentsOf: more)
    }

    /// Appends the UTF-8 of a text, without length or terminator.
    package mutating func write(utf8 text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends a value preceded by its length (32 bits, −1 for NULL), as the elements of an array are.
    package mutating func writeSized(_ value: some PostgresEncodable) {
        let start = bytes.count
        write(Int32(0))
        let length = writeValue(value)
        // More than 2 GiB in one value: marked with a length that the server refuses as a protocol error of this statement alone;
        // `PostgresArguments` refuses such a value before it is sent.
        let size = length.map { Int32(clamping: $0) } ?? -1
        withUnsafeBytes(of: size.bigEndian) { bytes.replaceSubrange(start..<start + 4, with: $0) }
    }

    /// Appends a value and answers its length in bytes, or nil when it is NULL.
    mutating func writeValue(_ value: some PostgresEncodable) -> Int? {
        let outer = isNull
        defer { isNull = outer }
        isNull = false
        let start = bytes.count
        value.encode(into: &self)
        return isNull ? nil : bytes.count - start
    }
}
