/// Values as bytes in one way only, to be hashed: different values never give the same bytes.
struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    /// - Parameter format: tells apart what the bytes describe.
    init(format: String) {
        bytes.reserveCapacity(256)
        append(format)
    }

    mutating func append(_ number: Int64) {
        let pattern = UInt64(bitPattern: number)
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: pattern >> UInt64(shift))) }
    }

    mutating func append(_ text: String) {
        append(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ other: [UInt8]) {
        append(Int64(other.count))
        bytes.append(contentsOf: other)
    }

    /// What may be missing.
    mutating func append<Value>(_ value: Value?, _ append: (inout CanonicalBytes, Value) -> Void) {
        bytes.append(value == nil ? 0 : 1)
        if let value { append(&self, value) }
    }
}
