import CLibpq

/// One `PGresult`: freed exactly once, when the last reference to this object goes.
///
/// `@unchecked Sendable` is safe: the pointer is set once, nothing writes through it after `init`, and libpq allows concurrent reading of
/// a result (PostgreSQL documentation, 34.20 "Behavior in Threaded Programs").
final class QueryResult: @unchecked Sendable {
    private let pointer: OpaquePointer
    /// Kept beside the result, because decoding errors name them.
    let statement: String?
    let place: SourcePlace?
    let rowCount: Int
    let columnCount: Int

    /// Takes ownership of `pointer`.
    init(owning pointer: OpaquePointer, statement: String?, place: SourcePlace?) {
        self.pointer = pointer
        self.statement = statement
        self.place = place
        rowCount = Int(PQntuples(pointer))
        columnCount = Int(PQnfields(pointer))
    }

    deinit { PQclear(pointer) }

    var status: ExecStatusType { PQresultStatus(pointer) }

    /// True for the answer that begins a COPY.
    var opensCopy: Bool { [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(status) }

    /// The command's tag, such as `COMMIT` or `INSERT 0 5`.
    var commandTag: String { PQcmdStatus(pointer).map { String(cString: $0) } ?? "" }

    var affected: Int { PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0 }

    func name(column: Int) -> String {
        PQfname(pointer, Int32(clamping: column)).map { String(cString: $0) } ?? ""
    }

    func type(column: Int) -> PostgresType {
        PostgresType(rawValue: PQftype(pointer, Int32(clamping: column)))
    }

    /// The value's bytes, valid as long as this object; nil for NULL.
    func bytes(row: Int, column: Int) -> UnsafeRawBufferPointer? {
        let (row, column) = (Int32(clamping: row), Int32(clamping: column))
        guard PQgetisnull(pointer, row, column) == 0 else { return nil }
        return UnsafeRawBufferPointer(start: PQgetvalue(pointer, row, column), count: Int(PQgetlength(pointer, row, column)))
    }

    /// A field of an error answer, such as the SQLSTATE.
    func errorField(_ code: Int32) -> String? {
        PQresultErrorField(pointer, code).map { String(cString: $0) }
    }

    var errorMessage: String {
        PQresultErrorMessage(pointer).map { String(cString: $0) } ?? ""
    }
}
