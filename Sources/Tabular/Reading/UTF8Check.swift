/// Holds bytes against the definition of UTF-8.
enum UTF8Check {
    /// The index of the first byte that belongs to no valid character; `nil` when all do.
    static func firstInvalidByte(in bytes: Span<UInt8>) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
