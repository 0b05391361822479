import Synchronization
package import Values

/// The number that one request carries through logs and answers.
///
/// 26 characters of Crockford's base 32, sortable by time: 48 bits of milliseconds, 32 bits that count, 48 bits of the process.
package struct RequestNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// Digits and capitals without I, L, O and U, which are misread.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// A number made elsewhere, such as by a proxy before us; nil unless it is spelt exactly as ours are, so that nothing of a client's
    /// choosing gets into a log.
    package init?(offered text: String) {
        guard text.utf8.count == 26, text.utf8.allSatisfy(Self.alphabet.contains), let first = text.utf8.first, first <= UInt8(ascii: "7")
        else { return nil }
        self.text = text
    }

    init(bits: UInt128) {
        var characters: [UInt8] = []
        for shift in stride(from: 125, through: 0, by: -5) {
            characters.append(Self.alphabet[Int(truncatingIfNeeded: bits >> UInt128(shift)) & 31])
        }
        text = String(decoding: characters, as: UTF8.self)
    }
}

/// Gives each request its number.
package final class RequestNumbers: Sendable {
    private let now: @Sendable () -> Instant
    private let process: UInt64
    private let counter = Atomic<UInt32>(0)

    /// - Parameter process: tells the numbers of two processes apart; only the lower 48 bits count.
    package init(now: @escaping @Sendable () -> Instant, process: UInt64) {
        self.now = now
        self.process = process & 0xFFFF_FFFF_FFFF
    }

    package func next() -> RequestNumber {
        let milliseconds = UInt64(bitPattern: now().microsecondsSince1970 / 1000) & 0xFFFF_FFFF_FFFF
        let count = counter.wrappingAdd(1, ordering: .relaxed).newValue
        return RequestNumber(bits: UInt128(milliseconds) << 80 | UInt128(count) << 48 | UInt128(process))
    }
}
