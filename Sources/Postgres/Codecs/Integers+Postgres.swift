// Whole numbers. A column may be narrower than the Swift type; a wider one is accepted while each value fits, and refused when one
// does not. Nothing is ever cut off.

extension Int16: PostgresCodable {
    package static var postgresType: PostgresType { .int2 }

    package func encode(into buffer: inout PostgresBuffer) { buffer.write(self) }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> Int16 { try cell.decodeInteger() }
}

extension Int32: PostgresCodable {
    package static var postgresType: PostgresType { .int4 }

    package func encode(into buffer: inout PostgresBuffer) { buffer.write(self) }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> Int32 { try cell.decodeInteger() }
}

extension Int64: PostgresCodable {
    package static var postgresType: PostgresType { .int8 }

    package func encode(into buffer: inout PostgresBuffer) { buffer.write(self) }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> Int64 { try cell.decodeInteger() }
}

extension Int: PostgresCodable {
    package static var postgresType: PostgresType { .int8 }

    package func encode(into buffer: inout PostgresBuffer) { buffer.write(Int64(self)) }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> Int { try cell.decodeInteger() }
}

extension PostgresCell {
    fileprivate func decodeInteger<Integer: FixedWidthInteger>() throws(PostgresError) -> Integer {
        let wide: Int64
        switch type {
        case .int8: wide = try loadInteger(Int64.self, for: Integer.self)
        case .int4: wide = Int64(try loadInteger(Int32.self, for: Integer.self))
        case .int2: wide = Int64(try loadInteger(Int16.self, for: Integer.self))
        case .oid: wide = Int64(try loadInteger(UInt32.self, for: Integer.self))
        default: throw mismatch(Integer.self, "it is no whole number")
        }
        guard let value = Integer(exactly: wide) else { throw mismatch(Integer.self, "the number does not fit") }
        return value
    }
}
