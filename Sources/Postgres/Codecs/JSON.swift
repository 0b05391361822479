/// A JSON document as text, stored as `jsonb`.
///
/// The server checks the text when it is stored; what comes back is the server's own spelling (keys sorted, blanks normalized).
package struct JSON: Hashable, Sendable {
    /// The document.
    package var text: String

    /// Takes a document; the server refuses one that is not valid JSON with SQLSTATE 22P02.
    package init(text: String) {
        self.text = text
    }
}

extension JSON: PostgresCodable {
    /// The version of the binary format of `jsonb`; there is only this one (`jsonb_send`, src/backend/utils/adt/jsonb.c).
    private static let version: UInt8 = 1

    package static var postgresType: PostgresType { .jsonb }

    package func encode(into buffer: inout PostgresBuffer) {
        buffer.write(Self.version)
        buffer.write(utf8: text)
    }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> JSON {
        switch cell.type {
        case .jsonb:
            let first = try cell.withBytes(for: JSON.self) { bytes throws(PostgresError) in bytes.first }
            guard first == version else { throw cell.mismatch(JSON.self, "the binary format is of an unknown version") }
            return JSON(text: try cell.loadText(from: 1, for: JSON.self))
        case .json:
            return JSON(text: try cell.loadText(for: JSON.self))
        default:
            throw cell.mismatch(JSON.self, "it is no JSON")
        }
    }
}
