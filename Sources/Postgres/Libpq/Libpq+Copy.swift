import CLibpq
import Glibc

/// What came of asking for the next piece of a COPY answer.
enum CopyPiece {
    /// One row was appended.
    case row
    /// Nothing has arrived; wait.
    case wait
    /// All rows were given; the result follows.
    case end
}

extension Libpq {
    /// Queues COPY data.
    ///
    /// - Returns: false when there was no room and nothing was taken.
    func putCopyData(_ bytes: UnsafeRawBufferPointer) throws(PostgresError) -> Bool {
        try meetFault("PQputCopyData")
        switch PQputCopyData(connection, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count)) {
        case 1: return true
        case 0: return false
        default: throw failure(.connectionLost)
        }
    }

    /// Ends COPY data; with `refusal` the server shall undo what it took.
    func putCopyEnd(refusal: String?) throws(PostgresError) -> Bool {
        try meetFault("PQputCopyEnd")
        switch PQputCopyEnd(connection, refusal) {
        case 1: return true
        case 0: return false
        default: throw failure(.connectionLost)
        }
    }

    /// True when the next message that the server sent is an error. Looks without taking; under TLS there is nothing to be seen.
    ///
    /// Source: PostgreSQL documentation, "Message Formats": ErrorResponse is `E`, a length, then fields of which severity (`S`) is first.
    var peeksAtError: Bool {
        guard PQsslInUse(connection) == 0 else { return false }
        var head = [UInt8](repeating: 0, count: 6)
        let count = recv(socket, &head, head.count, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
        return count == head.count && head[0] == UInt8(ascii: "E") && head[5] == UInt8(ascii: "S")
    }

    /// Appends the next row of a COPY answer to `bytes`, if one has arrived.
    func getCopyData(into bytes: inout [UInt8]) throws(PostgresError) -> CopyPiece {
        try meetFault("PQgetCopyData")
        var row: UnsafeMutablePointer<CChar>?
        let length = PQgetCopyData(connection, &row, 1)
        defer { PQfreemem(row) }
        switch length {
        case 1...:
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: row, count: Int(length)))
            return .row
        case 0: return .wait
        case -1: return .end
        default: throw failure(.connectionLost)
        }
    }
}
