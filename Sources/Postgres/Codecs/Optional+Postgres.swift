// Optional says that a column may be NULL; without it NULL is refused by name.

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    package static var postgresType: PostgresType { Wrapped.postgresType }

    package func encode(into buffer: inout PostgresBuffer) {
        switch self {
        case .some(let value): value.encode(into: &buffer)
        case .none: buffer.writeNull()
        }
    }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> Wrapped? {
        cell.isNull ? nil : try Wrapped.decode(cell)
    }
}
