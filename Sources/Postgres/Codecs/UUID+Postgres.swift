package import FoundationEssentials

extension UUID: PostgresCodable {
    package static var postgresType: PostgresType { .uuid }

    package func encode(into buffer: inout PostgresBuffer) {
        withUnsafeBytes(of: uuid) { buffer.write(bytes: [UInt8]($0)) }
    }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> UUID {
        guard cell.type == .uuid else { throw cell.mismatch(UUID.self, "it is no uuid") }
        return try cell.withBytes(for: UUID.self) { bytes throws(PostgresError) in
            guard bytes.count == 16 else { throw cell.mismatch(UUID.self, "it has \(bytes.count) bytes instead of 16") }
            return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
        }
    }
}
