extension Bool: PostgresCodable {
    package static var postgresType: PostgresType { .bool }

    package func encode(into buffer: inout PostgresBuffer) { buffer.write(self ? UInt8(1) : 0) }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> Bool {
        guard cell.type == .bool else { throw cell.mismatch(Bool.self, "it is no boolean") }
        return try cell.loadInteger(UInt8.self, for: Bool.self) != 0
    }
}

extension Double: PostgresCodable {
    package static var postgresType: PostgresType { .float8 }

    package func encode(into buffer: inout PostgresBuffer) { buffer.write(bitPattern) }

    /// Reads `double precision`, and `real` as the number that it exactly is. `numeric` is refused: it may not fit; cast it in SQL.
    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> Double {
        switch cell.type {
        case .float8: Double(bitPattern: try cell.loadInteger(UInt64.self, for: Double.self))
        case .float4: Double(Float(bitPattern: try cell.loadInteger(UInt32.self, for: Double.self)))
        default: throw cell.mismatch(Double.self, "it is no floating-point number")
        }
    }
}

extension String: PostgresCodable {
    package static var postgresType: PostgresType { .text }

    package func encode(into buffer: inout PostgresBuffer) { buffer.write(utf8: self) }

    /// Reads every type that is text on the wire: text, varchar, character, name, json, xml, enumerations.
    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> String {
        switch cell.type {
        case .text, .varchar, .bpchar, .name, .char, .json, .xml, .unknown: try cell.loadText(for: String.self)
        case let type where type.isUserDefined: try cell.loadText(for: String.self)
        default: throw cell.mismatch(String.self, "it is no text")
        }
    }
}
