import Glibc

/// Random bytes from the operating system, fetched many at a time: an import takes dozens for each row, and a call of the kernel for each
/// of them costs more than the sealing.
package struct RandomBytes: Sendable {
    private var stock: [UInt8] = []

    package init() {}

    /// - Throws: ``RandomnessMissing`` when the operating system gives none.
    mutating func take(_ count: Int) throws -> [UInt8] {
        if stock.count < count { stock = try Self.fetch(max(count, 4096)) }
        let taken = Array(stock.suffix(count))
        stock.removeLast(count)
        return taken
    }

    /// At most 256 bytes come at once.
    private static func fetch(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        for start in stride(from: 0, to: count, by: 256) {
            let status = bytes.withUnsafeMutableBytes { getentropy($0.baseAddress.map { $0 + start }, min(256, count - start)) }
            if status != 0 { throw RandomnessMissing() }
        }
        return bytes
    }
}

/// The operating system gives no random bytes.
package struct RandomnessMissing: Error, Hashable {}
