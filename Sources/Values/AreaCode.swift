/// The code of an administrative division or of a smaller local unit.
///
/// Divisions carry the statistical code: 2 digits for a province, 4 prefecture, 6 county level (GB/T 2260), 9 township level,
/// 12 village level. Neighbourhoods, compounds and grids have no national code: theirs is the code of the community followed by a
/// hyphen and a local number, `320613001001-03`. The level of an area is recorded with it, never read off its name.
package struct AreaCode: Hashable, Sendable {
    package let text: String

    /// Reads a code; nil when the digits are not 2, 4, 6, 9 or 12, or the local part is not 1 to 12 letters and digits.
    package init?(_ written: some StringProtocol) {
        let parts = written.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let division = parts.first, Self.lengths.contains(division.count), division.allSatisfy(Self.isDigit) else { return nil }
        if parts.count == 2 {
            guard division.count == 12, (1...12).contains(parts[1].count), parts[1].allSatisfy(Self.isLocal) else { return nil }
        }
        text = String(written)
    }

    private static let lengths: Set<Int> = [2, 4, 6, 9, 12]

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    /// How many digits the division part has: 2, 4, 6, 9 or 12.
    package var digitCount: Int {
        text.utf8.prefix { $0 != UInt8(ascii: "-") }.count
    }

    /// The number of the county-level division that the area lies in, which is the first column of all district data; nil above that level.
    package var district: District? {
        digitCount >= 6 ? District(code: text.prefix(6)) : nil
    }
}

extension AreaCode: CustomStringConvertible {
    package var description: String { text }
}

extension AreaCode: Comparable {
    package static func < (left: AreaCode, right: AreaCode) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
