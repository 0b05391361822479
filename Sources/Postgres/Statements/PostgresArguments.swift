/// The values bound to a statement's places, encoded.
struct PostgresArguments: Sendable {
    /// One value: its type and where its bytes stand; a nil range is NULL.
    struct Slot: Sendable {
        var type: PostgresType
        var range: Range<Int>?
        /// The value as a part of the text, for statements that take no values; nil for what is never written into one.
        var written: String?
    }

    private(set) var buffer = PostgresBuffer()
    private(set) var slots: [Slot] = []

    var count: Int { slots.count }

    mutating func append<Value: PostgresEncodable>(_ value: Value, written: String? = nil) {
        let start = buffer.bytes.count
        let length = buffer.writeValue(value)
        slots.append(Slot(type: Value.postgresType, range: length.map { start..<start + $0 }, written: written))
    }

    mutating func append(_ other: PostgresArguments) {
        let offset = buffer.bytes.count
        buffer.write(bytes: other.buffer.bytes)
        for slot in other.slots {
            let range = slot.range.map { $0.lowerBound + offset..<$0.upperBound + offset }
            slots.append(Slot(type: slot.type, range: range, written: slot.written))
        }
    }

    /// What the protocol cannot carry: more than 65535 values (`PQ_QUERY_PARAM_MAX_LIMIT`) or one value of more than 1 GiB, the
    /// server's own limit for a value. Nil when all is well.
    var refusal: String? {
        if slots.count > 65535 { return "\(slots.count) values are bound; at most 65535 can be. Bind one array instead." }
        if slots.contains(where: { ($0.range?.count ?? 0) > 1 << 30 }) { return "a bound value is larger than 1 GiB" }
        return nil
    }
}
