// Arrays of every codec, NULL elements included when the element is Optional. `[UInt8]` is `bytea`: UInt8 says so below.
// Source of the binary format: `array_send` and `array_recv` in PostgreSQL's src/backend/utils/adt/arrayfuncs.c.

extension Array: PostgresEncodable where Element: PostgresEncodable {
    package static var postgresType: PostgresType { Element.postgresArrayType }

    package func encode(into buffer: inout PostgresBuffer) { Element.encodeArray(self, into: &buffer) }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> [Element] { try Element.decodeArray(cell) }
}

extension PostgresEncodable {
    /// The array type of ``postgresType``; for a type that the client does not know, the server decides from the statement.
    package static var postgresArrayType: PostgresType { postgresType.array ?? PostgresType(rawValue: 0) }

    /// Writes dimensions, element type, then each element with its length.
    package static func encodeArray(_ values: [Self], into buffer: inout PostgresBuffer) {
        buffer.write(Int32(values.isEmpty ? 0 : 1))
        buffer.write(Int32(0))
        buffer.write(postgresType.rawValue)
        guard !values.isEmpty else { return }
        buffer.write(Int32(clamping: values.count))
        buffer.write(Int32(1))
        for value in values {
            buffer.writeSized(value)
        }
    }
}

extension PostgresDecodable {
    /// Reads a one-dimensional array, whatever its lower bound.
    package static func decodeArray(_ cell: PostgresCell) throws(PostgresError) -> [Self] {
        var header = ArrayHeader()
        let parts = try cell.withBytes(for: [Self].self) { bytes throws(PostgresError) in
            guard let parts = header.read(bytes) else { throw cell.mismatch([Self].self, "it is no one-dimensional array") }
            return parts
        }
        var values: [Self] = []
        values.reserveCapacity(parts.count)
        for part in parts {
            values.append(try decode(cell.element(part, type: header.element)))
        }
        return values
    }
}

/// What stands before the elements of an array.
private struct ArrayHeader {
    var element = PostgresType.unknown

    /// The places of the elements, nil for NULL; nil as a whole when the bytes are no one-dimensional array.
    mutating func read(_ bytes: UnsafeRawBufferPointer) -> [Range<Int>?]? {
        guard let dimensions = bytes.integer(at: 0), let type = bytes.integer(at: 8) else { return nil }
        element = PostgresType(rawValue: UInt32(bitPattern: type))
        if dimensions == 0 { return [] }
        // Each element takes at least the four bytes of its length, which bounds a count that lies.
        guard dimensions == 1, let count = bytes.integer(at: 12), count >= 0, Int(count) <= bytes.count / 4 else { return nil }
        var parts: [Range<Int>?] = []
        parts.reserveCapacity(Int(count))
        var offset = 20
        for _ in 0..<count {
            guard let length = bytes.integer(at: offset) else { return nil }
            offset += 4
            guard length >= 0 else {
                parts.append(nil)
                continue
            }
            guard Int(length) <= bytes.count - offset else { return nil }
            parts.append(offset..<offset + Int(length))
            offset += Int(length)
        }
        return parts
    }
}

extension UnsafeRawBufferPointer {
    /// The 32-bit number at `offset`, most significant byte first; nil past the end.
    fileprivate func integer(at offset: Int) -> Int32? {
        guard offset + 4 <= count else { return nil }
        return Int32(bigEndian: loadUnaligned(fromByteOffset: offset, as: Int32.self))
    }
}

extension UInt8: PostgresCodable {
    /// One byte, `"char"`; bytes in number are `bytea`.
    package static var postgresType: PostgresType { .char }

    package static var postgresArrayType: PostgresType { .bytea }

    package func encode(into buffer: inout PostgresBuffer) { buffer.write(self) }

    package static func encodeArray(_ values: [UInt8], into buffer: inout PostgresBuffer) { buffer.write(bytes: values) }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> UInt8 {
        guard cell.type == .char else { throw cell.mismatch(UInt8.self, "it is no single byte") }
        return try cell.loadInteger(UInt8.self, for: UInt8.self)
    }

    package static func decodeArray(_ cell: PostgresCell) throws(PostgresError) -> [UInt8] {
        guard cell.type == .bytea else { throw cell.mismatch([UInt8].self, "it is no bytea") }
        return try cell.withBytes(for: [UInt8].self) { bytes throws(PostgresError) in [UInt8](bytes) }
    }
}
