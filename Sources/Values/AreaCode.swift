/// The code of an administrative division or of a smaller local unit.
///
/// Divisions carry the statistical code: 2 digits for a province, 4 prefecture, 6 county level (GB/T 2260), 9 township level,
/// 12 village level. Neighbourhoods, compounds and grids have no national code: theirs is the code of the community followed by a
/// hyphen and a local number, `320613001001-03`. The level of an area is recorded with it, never read off its name.
package struct AreaCode: Hashable, Sendable {
    package let text: String

    /// Reads a code; nil when the digits are not 2, 4, 6, 9 or 12, or the local part is not 1 to 12 letters and digits.
    package init?(_ written: some StringProtocol) {
        // Millions of them are read: splitting would cost more than the row that it stands in.
        var text = String(written)
        guard text.withUTF8(Self.isCode) else { return nil }
        self.text = text
    }

    private static func isCode(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
        let division = written.prefix(while: isDigit).count
        guard division < written.count else { return division == 2 || division == 4 || division == 6 || division == 9 || division == 12 }
        let local = written.dropFirst(13)
        return division == 12 && written[12] == UInt8(ascii: "-") && (1...12).contains(local.count) && local.allSatisfy(isLocal)
    }

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
