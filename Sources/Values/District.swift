/// A county-level division as the number of its six-digit code, 110000 to 999999: the key that splits the register's data.
package struct District: RawRepresentable, Hashable, Sendable, Comparable {
    package let rawValue: Int64

    package init?(rawValue: Int64) {
        guard (110_000...999_999).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// Reads six digits; nil for anything else.
    package init?(code: some StringProtocol) {
        guard code.utf8.count == 6, code.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(code) else { return nil }
        self.init(rawValue: number)
    }

    package static func < (left: District, right: District) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension District: CustomStringConvertible {
    package var description: String { String(rawValue) }
}
