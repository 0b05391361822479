import CLibpq

extension Libpq {
    /// Queues a statement with its values; binary both ways.
    func send(_ text: String, _ arguments: PostgresArguments) throws(PostgresError) {
        try meetFault("PQsendQueryParams")
        let status = Parameters(arguments).withPointers(arguments) { types, values, lengths, formats in
            PQsendQueryParams(connection, text, Int32(clamping: arguments.count), types, values, lengths, formats, 1)
        }
        try check(status)
    }

    /// Queues the making of a prepared statement.
    func sendPrepare(name: String, _ text: String, _ arguments: PostgresArguments) throws(PostgresError) {
        try meetFault("PQsendPrepare")
        let types = arguments.slots.map(\.type.rawValue)
        try check(PQsendPrepare(connection, name, text, Int32(clamping: types.count), types))
    }

    /// Queues a prepared statement with its values; binary both ways.
    func sendPrepared(name: String, _ arguments: PostgresArguments) throws(PostgresError) {
        try meetFault("PQsendQueryPrepared")
        let status = Parameters(arguments).withPointers(arguments) { _, values, lengths, formats in
            PQsendQueryPrepared(connection, name, Int32(clamping: arguments.count), values, lengths, formats, 1)
        }
        try check(status)
    }

    /// Queues a text of one or more statements without values, by the simple protocol. Not in pipeline mode.
    func sendScript(_ text: String) throws(PostgresError) {
        try meetFault("PQsendQuery")
        try check(PQsendQuery(connection, text))
    }
}

/// The four lists of numbers that libpq wants beside the bytes.
private struct Parameters {
    let types: [UInt32]
    let lengths: [Int32]
    let formats: [Int32]

    init(_ arguments: PostgresArguments) {
        types = arguments.slots.map(\.type.rawValue)
        lengths = arguments.slots.map { Int32(clamping: $0.range?.count ?? 0) }
        formats = [Int32](repeating: 1, count: arguments.count)
    }

    /// libpq copies everything before the call returns, so the pointers need not live longer.
    func withPointers(
        _ arguments: PostgresArguments,
        _ body: (UnsafePointer<UInt32>?, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Int32
    ) -> Int32 {
        guard !types.isEmpty else { return body(nil, nil, nil, nil) }
        // An empty buffer has no address, and a null pointer would mean NULL: an empty text points at this byte instead.
        let spare: [CChar] = [0]
        return spare.withUnsafeBufferPointer { spare in
            arguments.buffer.bytes.withUnsafeBytes { bytes in
                let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? spare.baseAddress
                let values = arguments.slots.map { slot in slot.range.flatMap { start?.advanced(by: $0.lowerBound) } }
                return body(types, values, lengths, formats)
            }
        }
    }
}
